from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "tongchou.apps.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit.verification import register

        from .verification import notice_findings

        register("notices", notice_findings)
