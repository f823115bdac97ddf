from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "tongchou.apps.assessments"
    label = "assessments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit.verification import register

        from .verification import differences

        register("assessments", differences)
