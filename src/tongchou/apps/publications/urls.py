from django.urls import path

from . import views

app_name = "publications"
urlpatterns = [
    path("", views.home, name="home"),
    path("p/<slug:slug>/", views.overview, name="overview"),
    path("p/<slug:slug>/tasks/<int:number>/", views.task, name="task"),
    path("p/<slug:slug>/jurisdictions/<slug:jslug>/", views.jurisdiction, name="jurisdiction"),
    path("p/<slug:slug>/editions/", views.editions, name="editions"),
    path("p/<slug:slug>/editions/<int:number>/bulletin.docx", views.bulletin, name="bulletin"),
    path("p/<slug:slug>/editions/<int:number>/ledger.xlsx", views.ledger, name="ledger"),
]
