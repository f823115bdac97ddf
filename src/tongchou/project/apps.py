from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "tongchou.project"
    label = "project"
