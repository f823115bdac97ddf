from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "tongchou.apps.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit import verification

        from .queries import stored_differences

        verification.register("files", stored_differences)
