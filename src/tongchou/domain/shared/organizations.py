"""Organs by name: their function, kind and years."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from tongchou.domain.shared.data import load
from tongchou.domain.shared.jurisdictions import (
    PACKAGE,
    JurisdictionName,
    known_registry,
    place_opening,
)

_LONGEST_ORGAN = 60
_PARTY_WORDS = re.compile(r"^(?:中国共产党|中共)")


class OrganizationKind(StrEnum):
    GOVERNMENT = "government"
    LOWER_GOVERNMENT = "lower_government"
    PARTY = "party"
    PARK = "park"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """An organ as one line of a notice names it; `jurisdiction` is the short name of the
    participant it answers for, `code` that of its own government or park."""

    printed: str
    name: str
    jurisdiction: str | None
    kind: OrganizationKind
    function: str | None = None
    code: str | None = None


def jurisdiction_served(text: str) -> JurisdictionName | None:
    """The place that an organ's name opens with: 清河市 of 清河市能源局."""
    found = place_opening(text)
    return found[0] if found and is_organ(found[1]) else None


@cache
def organ_table() -> dict[str, Any]:
    """The vocabulary of organs (organs.json)."""
    table: dict[str, Any] = load(PACKAGE, "organs.json")
    return table


def without_bracket(name: str) -> str:
    """A name without the bracket that closes it: 农业农村局（乡村振兴局） is 农业农村局."""
    if not name.endswith(("）", ")")) or len(name) > _LONGEST_ORGAN:
        return name
    cut = max(name.rfind("（"), name.rfind("("))
    return name[:cut] if cut > 0 else name


@cache
def _functions() -> dict[str, str]:
    table = organ_table()["functions"]
    return {name: function for function, names in table.items() for name in names}


def function_of(organ: str) -> str | None:
    """The function key of an organ's name without its government: 水务局 is water."""
    plain = without_bracket(organ)
    return _functions().get(plain) or _functions().get(
        plain.removesuffix("党组").removesuffix("党委")
    )


@dataclass(frozen=True, slots=True)
class NameValidity:
    """When an organ's name was in use: not before `since`, not after `until`; `now` follows it."""

    since: date | None
    until: date | None
    now: str | None


def name_validity(organ: str) -> NameValidity | None:
    """Of a name that a reform of the organs brought or ended (数据局, 万州区国土资源局); else
    None."""
    found = _renamed().search(organ)
    entry = next((e for e in organ_table()["renamed"] if found and found[1] in e["names"]), None)
    if entry is None:
        return None
    since, until = (date.fromisoformat(d) if d else None for d in (entry["since"], entry["until"]))
    return NameValidity(since, until, entry["now"])


@cache
def _renamed() -> re.Pattern[str]:
    names = [name for entry in organ_table()["renamed"] for name in entry["names"]]
    plain = [*names, *(name for many in organ_table()["functions"].values() for name in many)]
    return re.compile(rf"({'|'.join(sorted(set(plain), key=len, reverse=True))})$")


def kind_of(rest: str) -> OrganizationKind:
    """The kind of an organ from its name without its government (委组织部, 交通局, 经开区)."""
    table = organ_table()
    plain = _PARTY_WORDS.sub("", rest)
    if plain in table["party"] or plain.startswith(("委办公", "纪委")):
        return OrganizationKind.PARTY
    if rest.endswith(tuple(table["companies"])):
        return OrganizationKind.COMPANY
    if rest.endswith(tuple(table["parks"])):
        return OrganizationKind.PARK
    if rest.endswith(tuple(table["lower_governments"])):
        return OrganizationKind.LOWER_GOVERNMENT
    return OrganizationKind.GOVERNMENT


def is_organ(rest: str) -> bool:
    """Whether the words are formed like an organ's name (they end in 局, 委, 办 …)."""
    plain = without_bracket(rest)
    return plain.endswith(tuple(organ_table()["endings"])) or plain in organ_table()["whole"]


@cache
def _groups() -> re.Pattern[str]:
    return re.compile("|".join(organ_table()["groups"]))


def is_group(printed: str) -> bool:
    """Whether the words stand for several unnamed organs (有关部门, 各镇乡)."""
    return _groups().search(printed) is not None


def named_organization(printed: str) -> OrganizationName | None:
    """An organ the table knows whole: parks, towns, institutes without a plain form."""
    for entry in organ_table()["named"]:
        if printed in entry["names"]:
            home = known_registry().find(entry["jurisdiction"])
            kind, short = OrganizationKind(entry["kind"]), home.short if home else None
            return OrganizationName(printed, entry["name"], short, kind, None, entry["code"])
    return None
