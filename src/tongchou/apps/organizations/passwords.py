"""The rules of passwords, in the words of this system."""

import secrets
from typing import TYPE_CHECKING

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import User

WORDS = {
    "password_too_short": _("A password has ten characters or more."),
    "password_too_common": _("This password is among the first that anyone would try."),
    "password_entirely_numeric": _("A password is not of digits alone."),
}


CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that are not taken for one another on paper or over the telephone."""


def made_password() -> str:
    """Sixteen characters by chance (79 bits), in four groups."""
    return "-".join("".join(secrets.choice(CLEAR) for _place in range(4)) for _group in range(4))


def check_password(password: str, user: "User | None" = None) -> None:
    """Raises ValidationError with every rule the password breaks."""
    try:
        password_validation.validate_password(password, user)
    except ValidationError as broken:
        raise ValidationError([WORDS[str(rule.code)] for rule in broken.error_list]) from broken
