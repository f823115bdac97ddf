"""Governments and their organs by name: the table of known ones, and the form of the rest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from tongchou.domain.shared.data import load

PACKAGE = "tongchou.domain.shared"
SUFFIXES = "自治州|自治县|自治旗|地区|区|县|市|州|盟|旗"
_FORM = re.compile(
    r"(?:(?P<parent>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市)))?"
    rf"(?P<name>(?P<stem>[\u4e00-\u9fff]{{1,8}}?)(?P<suffix>{SUFFIXES}))(?=\Z|人民政府|委|政府)"
)


class OrganizationKind(StrEnum):
    GOVERNMENT = "government"
    LOWER_GOVERNMENT = "lower_government"
    PARTY = "party"
    PARK = "park"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class JurisdictionName:
    """A government that can take part: 万州区, in short 万州, GB/T 2260 code 500101."""

    name: str
    short: str
    code: str | None = None
    parent: str | None = None

    @property
    def bare(self) -> str:
        """How its own organs are abbreviated: the 区 of 区交通局."""
        return "州" if self.name.endswith("自治州") else self.name[-1]


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """An organ as one line of a notice names it; `jurisdiction` is the short name."""

    printed: str
    name: str
    jurisdiction: str | None
    kind: OrganizationKind
    function: str | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Registry:
    """Known governments; a notice adds those it names (`extended`)."""

    jurisdictions: tuple[JurisdictionName, ...]
    _by_word: dict[str, JurisdictionName] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words: dict[str, JurisdictionName] = {}
        for entry in self.jurisdictions:
            words.setdefault(entry.name, entry)
            words.setdefault(entry.short, entry)
            if entry.parent:
                words.setdefault(entry.parent + entry.name, entry)
        object.__setattr__(self, "_by_word", words)

    def find(self, word: str) -> JurisdictionName | None:
        """By full name, short name, or full name behind its parent's (重庆市万州区)."""
        return self._by_word.get(word)

    def leading(self, text: str) -> tuple[JurisdictionName, str] | None:
        """The government whose name stands first in a text, and the words that name it."""
        for length in range(min(len(text), 16), 1, -1):
            entry = self._by_word.get(text[:length])
            if entry:
                return entry, text[:length]
        return None

    def extended(self, more: Iterable[JurisdictionName]) -> "Registry":
        new = tuple(entry for entry in more if entry.name not in self._by_word)
        return Registry((*self.jurisdictions, *new)) if new else self


@cache
def known_registry() -> Registry:
    table = load(PACKAGE, "jurisdictions.json")["jurisdictions"]
    return Registry(
        tuple(JurisdictionName(e["name"], e["short"], e["code"], e["parent"]) for e in table)
    )


@cache
def organ_table() -> dict[str, Any]:
    """The vocabulary of organs (organs.json)."""
    table: dict[str, Any] = load(PACKAGE, "organs.json")
    return table


@cache
def _functions() -> dict[str, str]:
    table = organ_table()["functions"]
    return {name: function for function, names in table.items() for name in names}


def jurisdiction_by_form(text: str) -> JurisdictionName | None:
    """Read a place that no table knows by its form: 云岭省清河市(人民政府…) is 清河市."""
    match = _FORM.match(text)
    if not match:
        return None
    stem, name = match["stem"], match["name"]
    return JurisdictionName(name, stem if len(stem) > 1 else name, None, match["parent"])


def function_of(organ: str) -> str | None:
    """The function key of an organ's name without its government: 水务局 is water."""
    return _functions().get(organ)


def kind_of(rest: str) -> OrganizationKind:
    """The kind of an organ from its name without its government (委组织部, 交通局, 经开区)."""
    table = organ_table()
    if rest in table["party"]:
        return OrganizationKind.PARTY
    if rest.endswith(tuple(table["companies"])):
        return OrganizationKind.COMPANY
    if rest.endswith(tuple(table["parks"])):
        return OrganizationKind.PARK
    if rest.endswith(("人民政府", "街道", "镇", "乡", "街道办事处")):
        return OrganizationKind.LOWER_GOVERNMENT
    return OrganizationKind.GOVERNMENT


def is_organ(rest: str) -> bool:
    """Whether the words are formed like an organ's name (they end in 局, 委, 办 …)."""
    return rest.endswith(tuple(organ_table()["endings"]))


def is_group(printed: str) -> bool:
    """Whether the words stand for several unnamed organs (有关部门, 各镇乡)."""
    return any(word in printed for word in organ_table()["groups"])


def named_organization(printed: str) -> OrganizationName | None:
    """An organ the table knows whole: parks, towns, institutes without a plain form."""
    for entry in organ_table()["named"]:
        if printed in entry["names"]:
            home = known_registry().find(entry["jurisdiction"])
            kind = OrganizationKind(entry["kind"])
            return OrganizationName(printed, entry["name"], home.short if home else None, kind)
    return None
