"""The one provider of the business date."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def business_date() -> date:
    """The date that rules go by: the fixed one of a demo, else today in Asia/Shanghai."""
    if settings.TONGCHOU_BUSINESS_DATE:
        return date.fromisoformat(settings.TONGCHOU_BUSINESS_DATE)
    return timezone.localdate()
