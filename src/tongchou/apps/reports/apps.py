from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "tongchou.apps.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit.verification import register

        from .verification import differences

        register("reports", differences)
