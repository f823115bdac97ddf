"""What every page shows around its content: who is here, where to go, in which programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from tongchou.apps.organizations.queries import (
    Standing,
    memberships_of,
    programme_uuids_of,
    standing,
)
from tongchou.apps.programmes.choices import ProgrammeState
from tongchou.apps.programmes.models import Programme

Link = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Item:
    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Who:
    """The person as the header shows them: the role that counts on this page."""

    name: str
    role: str = ""
    place: str = ""


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Looked up once, when the page first asks: pages without a frame cost nothing."""
    here = cast("Programme | None", SimpleLazyObject(lambda: programme_here(request)))
    return {
        "who": SimpleLazyObject(lambda: who(request, here)),
        "here": here,
        "simulated": SimpleLazyObject(lambda: bool(here and here.simulated)),
        "nav": SimpleLazyObject(lambda: items(request, here)),
        "business_date": getattr(request, "business_date", None),
    }


def programme_here(request: HttpRequest) -> Programme | None:
    """The programme of the address, else the only one the person sees; `None` without either.

    A view that has found it lays it on the request, and it is not looked for again.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    if (found := getattr(request, "programme", None)) is not None:
        return found
    visible = Programme.objects.visible_to(user)
    match = request.resolver_match
    if match and "slug" in match.kwargs:
        return visible.filter(slug=match.kwargs["slug"]).first()
    if match and match.app_name == "notices":
        return visible.filter(notice__uuid=match.kwargs["uuid"]).first()
    first = list(visible[:2])
    return first[0] if len(first) == 1 else None


def who(request: HttpRequest, here: Programme | None) -> Who | None:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    uuid = here.uuid if here else None
    held = [m for m in memberships_of(user) if m.programme is None or m.programme == uuid]
    if not held:
        return Who(name=user.name)
    place = held[0].organization or held[0].jurisdiction
    return Who(name=user.name, role=held[0].get_role_display(), place=place.name if place else "")


def items(request: HttpRequest, here: Programme | None) -> list[Item]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    current = request.resolver_match.view_name if request.resolver_match else ""
    general = standing(user, None)
    links = [*(programme_links(here, standing(user, here.uuid)) if here else ())]
    links += general_links(general, here, programme_uuids_of(user) != set())
    return [
        Item(label=label, address=reverse(name, args=args), current=name_covers(name, current))
        for name, label, args in links
    ]


def programme_links(here: Programme, held: Standing) -> Iterator[Link]:
    slug = (here.slug,)
    yield "publications:overview", _("Overview"), slug
    if held.coordinator and here.open:
        yield "programmes:confirm", _("Confirm"), slug
    coverage = "programmes:coverage", _("Coverage"), slug
    if here.state == ProgrammeState.DRAFT:
        yield from [coverage] if held.coordinator else ()
        return
    if held.liaison:
        yield "reports:due", _("Report"), slug
    if held.reviewer:
        yield "reviews:queue", _("Review"), slug
    if held.coordinator:
        yield "reports:periods", _("Periods"), slug
    yield "assessments:runs", _("Assessment"), slug
    yield "publications:editions", _("Editions"), slug
    yield coverage


def general_links(held: Standing, here: Programme | None, member: bool) -> Iterator[Link]:
    if member and (not here or held.coordinator):
        yield "programmes:programmes", _("Programmes"), ()
    if held.administrator:
        yield "organizations:people", _("People"), ()
        yield "audit:entries", _("Audit"), ()


COVERS = {
    "publications:overview": {
        "publications:home",
        "publications:task",
        "publications:jurisdiction",
    },
    "programmes:confirm": {
        "programmes:confirm_task",
        "programmes:amend",
        "programmes:amend_seal",
    },
    "programmes:coverage": {"programmes:adopt", "programmes:projects", "programmes:project"},
    "programmes:programmes": {"programmes:new", "programmes:revision", "notices:notice"},
    "reports:due": {"reports:report", "reports:submission"},
    "reports:periods": {"reports:period"},
    "reviews:queue": {"reviews:review"},
    "assessments:runs": {"assessments:run"},
    "organizations:people": {"organizations:person", "organizations:reset_password"},
}
"""Pages reached from a tab keep that tab marked."""


def name_covers(name: str, current: str) -> bool:
    return current == name or current in COVERS.get(name, ())
