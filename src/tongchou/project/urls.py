from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("language/", login_not_required(set_language), name="set_language"),
    path("", include("tongchou.apps.organizations.urls")),
    path("", include("tongchou.apps.audit.urls")),
    path("", include("tongchou.apps.notices.urls")),
    path("", include("tongchou.apps.programmes.urls")),
    path("", include("tongchou.apps.reports.urls")),
    path("", include("tongchou.apps.reviews.urls")),
    path("", include("tongchou.apps.assessments.urls")),
    path("", include("tongchou.apps.publications.urls")),
]
handler400 = "tongchou.web.errors.bad_request"
handler403 = "tongchou.web.errors.forbidden"
handler404 = "tongchou.web.errors.not_found"
handler500 = "tongchou.web.errors.failed"
