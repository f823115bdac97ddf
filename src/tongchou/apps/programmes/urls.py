from django.urls import path

from . import views
from .views import confirming

app_name = "programmes"
urlpatterns = [
    path("programmes/", views.programmes, name="programmes"),
    path("programmes/new/", views.new, name="new"),
    path("p/<slug:slug>/confirm/", confirming.confirm, name="confirm"),
    path("p/<slug:slug>/confirm/rest/", confirming.confirm_rest, name="confirm_rest"),
    path("p/<slug:slug>/confirm/<int:task>/", confirming.confirm_task, name="confirm_task"),
    path("p/<slug:slug>/revisions/<int:number>/", views.revision, name="revision"),
]
