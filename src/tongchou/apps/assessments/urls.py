from django.urls import path

from . import views

app_name = "assessments"
urlpatterns = [
    path("p/<slug:slug>/assessments/", views.runs, name="runs"),
    path("p/<slug:slug>/assessments/<int:number>/", views.run, name="run"),
]
