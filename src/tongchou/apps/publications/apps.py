from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "tongchou.apps.publications"
    label = "publications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit.verification import register

        from .verification import differences

        register("publications", differences)
