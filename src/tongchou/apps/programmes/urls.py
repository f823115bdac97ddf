from django.urls import path

from . import views
from .views import amending, confirming, coverage, projects

app_name = "programmes"
urlpatterns = [
    path("programmes/", views.programmes, name="programmes"),
    path("programmes/new/", views.new, name="new"),
    path("p/<slug:slug>/confirm/", confirming.confirm, name="confirm"),
    path("p/<slug:slug>/confirm/rest/", confirming.confirm_rest, name="confirm_rest"),
    path("p/<slug:slug>/confirm/<int:task>/", confirming.confirm_task, name="confirm_task"),
    path("p/<slug:slug>/coverage/", coverage.promises, name="coverage"),
    path("p/<slug:slug>/coverage/<str:promise>/", coverage.adopt, name="adopt"),
    path("p/<slug:slug>/coverage/<str:promise>/release/", coverage.release, name="release"),
    path("p/<slug:slug>/projects/", projects.projects, name="projects"),
    path("p/<slug:slug>/projects/<str:key>/", projects.project, name="project"),
    path("p/<slug:slug>/amend/", amending.amend, name="amend"),
    path("p/<slug:slug>/amend/take/", amending.take_over, name="take_over"),
    path("p/<slug:slug>/amend/aside/", amending.put_aside, name="put_aside"),
    path("p/<slug:slug>/amend/seal/", amending.seal, name="amend_seal"),
    path("p/<slug:slug>/revisions/<int:number>/", views.revision, name="revision"),
]
