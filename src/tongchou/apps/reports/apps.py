from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "tongchou.apps.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit import naming, verification

        from . import naming as names
        from .verification import differences

        verification.register("reports", differences)
        naming.register("period", names.of_periods)
        naming.register("report", names.of_reports)
