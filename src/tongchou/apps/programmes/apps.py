from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "tongchou.apps.programmes"
    label = "programmes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit.verification import register

        from .verification import projection_findings

        register("programmes", projection_findings)
