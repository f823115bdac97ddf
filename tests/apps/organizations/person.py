"""The page of one account, as tests reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User


def address(user: User, act: str = "") -> str:
    return f"/people/{user.uuid}/{act}"


def text_of(response: HttpResponse) -> str:
    return response.content.decode()
