from django.urls import path

from .views import periods, report

app_name = "reports"
urlpatterns = [
    path("p/<slug:slug>/periods/", periods.periods, name="periods"),
    path("p/<slug:slug>/periods/<uuid:uuid>/", periods.period, name="period"),
    path("p/<slug:slug>/reports/", periods.due, name="due"),
    path("p/<slug:slug>/reports/<uuid:uuid>/", report.report, name="report"),
    path(
        "p/<slug:slug>/reports/<uuid:uuid>/evidence/<uuid:file>/", report.evidence, name="evidence"
    ),
    path("p/<slug:slug>/submissions/<uuid:uuid>/", report.submission, name="submission"),
]
