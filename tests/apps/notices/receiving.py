"""Taking a notice in by itself, without the programme that is drafted from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongchou.apps.notices.actions import keep_notice, read_notice

if TYPE_CHECKING:
    from tongchou.apps.notices.models import Notice
    from tongchou.apps.organizations.models import User


def receive_notice(*, data: bytes, name: str, by: User | None, simulated: bool = False) -> Notice:
    return keep_notice(reading=read_notice(data=data, name=name, by=by), by=by, simulated=simulated)
