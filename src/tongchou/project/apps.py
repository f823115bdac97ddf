from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "tongchou.project"
    label = "project"

    def ready(self) -> None:
        from . import checks  # noqa: F401  its checks register when it is imported
