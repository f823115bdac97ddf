"""Signing in, failing to, and signing out stand in the audit record."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from tongchou.apps.audit.actions import log

from .models import User


@receiver(user_logged_in, dispatch_uid="organizations.entered")
def entered(user: User, **_named: Any) -> None:
    log(action="session.begin", by=user, object_kind="user", object_uuid=user.uuid)


@receiver(user_logged_out, dispatch_uid="organizations.left")
def left(user: User | None, **_named: Any) -> None:
    if user is not None:
        log(action="session.end", by=user, object_kind="user", object_uuid=user.uuid)


@receiver(user_login_failed, dispatch_uid="organizations.failed")
def failed(credentials: dict[str, Any], **_named: Any) -> None:
    """An unknown account name is not kept: people type passwords into the wrong field."""
    user = User.objects.filter(login=credentials.get("login", "")).first()
    log(
        action="session.refuse",
        by=None,
        object_kind="user",
        object_uuid=user.uuid if user else None,
        after={"login": user.login if user else None},
    )
