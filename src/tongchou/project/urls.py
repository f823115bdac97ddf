from django.urls import include, path

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("tongchou.apps.organizations.urls")),
    path("", include("tongchou.apps.audit.urls")),
    path("", include("tongchou.apps.notices.urls")),
    path("", include("tongchou.apps.programmes.urls")),
    path("", include("tongchou.apps.reports.urls")),
    path("", include("tongchou.apps.reviews.urls")),
    path("", include("tongchou.apps.assessments.urls")),
    path("", include("tongchou.apps.publications.urls")),
]
handler403 = "tongchou.web.errors.forbidden"
handler404 = "tongchou.web.errors.not_found"
handler500 = "tongchou.web.errors.failed"
