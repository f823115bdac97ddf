from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "tongchou.apps.programmes"
    label = "programmes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit import naming, verification

        from .queries import names_of
        from .verification import projection_findings

        verification.register("programmes", projection_findings)
        naming.register("programme", names_of)
