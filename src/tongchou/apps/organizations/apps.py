from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "tongchou.apps.organizations"
    label = "organizations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import signals  # noqa: F401  its receivers connect when it is imported
