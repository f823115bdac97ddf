from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "tongchou.apps.reviews"
    label = "reviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tongchou.apps.audit.verification import register

        from .verification import differences

        register("reviews", differences)
