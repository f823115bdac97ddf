"""Governments by name: every division of the country, and the form of those no table knows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from tongchou.domain.shared.data import load

PACKAGE = "tongchou.domain.shared"
SUFFIXES = "自治州|自治县|自治旗|地区|新区|林区|特区|区|县|市|州|盟|旗"
NATION = "100000"
"""The State Council's code in the standard; it governs every other place."""
PARKS = (
    "(?:高新|经开|经济技术开发|经济开发|高新技术产业开发|示范|度假|保税|综保)区|开发区|工业园区?"
)
_LONGEST_NAME = 24
_PLACE = (
    r"(?:(?P<parent>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市)))?"
    r"(?P<name>(?P<stem>[\u4e00-\u9fff]{1,8}?)(?P<suffix>%s))"
)
_FORM = re.compile(
    _PLACE % f"(?:{PARKS})|{SUFFIXES}|自治区|省"
    + r"(?=\Z|人民政府|党?委|政府|管委会|管理委员会|行政公署|党工委)"
)
_SERVED = re.compile(_PLACE % f"{SUFFIXES}|自治区|省")
_SUFFIX = re.compile(
    r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$|自治[州县旗]$|地区$|[新林特]区$|[省市区县盟旗]$"
)
_ENDINGS = frozenset("省市区县州盟旗")
_DIVISION = re.compile(r"(\d{4})(\D+)")


@dataclass(frozen=True, slots=True)
class JurisdictionName:
    """A government that can take part: 万州区, in short 万州, GB/T 2260 code 500101.

    `until` is the day a former name ended.
    """

    name: str
    short: str
    code: str | None = None
    parent: str | None = None
    until: date | None = None

    @property
    def bare(self) -> str:
        """How its own organs are abbreviated: the 区 of 区交通局."""
        return self.bares[0]

    @property
    def bares(self) -> tuple[str, ...]:
        """Every such abbreviation: 自治州 is 州 or 自治州."""
        for long in ("自治州", "自治县", "自治旗"):
            if self.name.endswith(long):
                return long[-1], long
        if self.name.endswith("自治区"):
            return "区", "自治区"
        for park in ("高新区", "经开区", "新区", "开发区", "园区"):
            if self.name.endswith(park):
                return "区", park
        return ("地区", "区") if self.name.endswith("地区") else (self.name[-1],)

    @property
    def level(self) -> int:
        """0 for a province, 1 for a prefecture, 2 for a county or a place without a code."""
        if self.code is None or not self.code.endswith("00"):
            return 2
        return 0 if self.code.endswith("0000") else 1


@dataclass(frozen=True, slots=True)
class Registry:
    """Known governments; a notice adds those it names (`extended`), which then come first.

    A name that several places bear (朝阳区) is found only behind its parent's.
    """

    jurisdictions: tuple[JurisdictionName, ...]
    _known: Mapping[str, JurisdictionName]
    _own: Mapping[str, JurisdictionName] = field(default_factory=dict)

    def find(self, word: str) -> JurisdictionName | None:
        """By full name, short name, or full name behind its parent's (重庆市万州区)."""
        return self._own.get(word) or self._known.get(word)

    def leading(self, text: str) -> tuple[JurisdictionName, str] | None:
        """The government whose name stands first in a text, and the words that name it."""
        for length in range(min(len(text), _LONGEST_NAME), 1, -1):
            entry = self.find(text[:length])
            if entry and not _is_cut(entry, text, length):
                return entry, text[:length]
        return None

    def above(self, place: JurisdictionName) -> Iterator[JurisdictionName]:
        """The governments over a place, the nearest first; the State Council is over all."""
        code = place.code or ""
        parent = self.find(place.parent) if place.parent else None
        seen = {place.name}
        codes = [c for c in (code[:4] + "00", code[:2] + "0000", NATION) if code and c != code]
        for found in (parent, *(self._known.get(f"#{c}") for c in codes)):
            if found and found.name not in seen:
                seen.add(found.name)
                yield found

    def extended(self, more: Iterable[JurisdictionName]) -> "Registry":
        fresh = [entry for entry in more if self._own.get(entry.name) != entry]
        if not fresh:
            return self
        own = dict(self._own)
        for entry in fresh:
            words = [entry.name, entry.short, (entry.parent or "") + entry.name]
            words += [entry.short + entry.name[-1]] * (entry.name[-3:-1] == "自治")
            own.update({word: entry for word in words if word not in own})
        unlisted = tuple(entry for entry in fresh if self._known.get(entry.name) != entry)
        listed = {entry.code for entry in self.jurisdictions}
        new = tuple(entry for entry in unlisted if entry.code is None or entry.code not in listed)
        return Registry((*self.jurisdictions, *new), self._known, own)


def _is_cut(entry: JurisdictionName, text: str, length: int) -> bool:
    """Whether a short name only begins another place's name: 朝阳 of 朝阳区."""
    return text[:length] == entry.short != entry.name and text[length : length + 1] in _ENDINGS


@cache
def known_registry() -> Registry:
    """Every division of the country at or above the county (jurisdictions.json)."""
    entries = tuple(_divisions())
    words: dict[str, list[JurisdictionName]] = defaultdict(list)
    names = {entry.code: entry.name for entry in entries}
    for entry in entries:
        for word in {f"#{entry.code}", entry.name, entry.short, *_other_names(entry, names)}:
            words[word].append(entry)
    known = {word: found for word, many in words.items() if (found := _only(many))}
    return Registry(entries, known)


def _divisions() -> Iterator[JurisdictionName]:
    table = load(PACKAGE, "jurisdictions.json")
    names = {
        province + match[1]: match[2]
        for province, divisions in table["divisions"].items()
        for match in _DIVISION.finditer(divisions.replace(" ", ""))
    }
    for code, name in names.items():
        yield JurisdictionName(name, short_of(name), code, _parent(code, names))
    for old in table["former"]:
        name, until = old["name"], date.fromisoformat(old["until"])
        parent = _parent(old["code"], names)
        yield JurisdictionName(name, short_of(name), old["code"], parent, until)


def _parent(code: str, names: Mapping[str, str]) -> str | None:
    """The prefecture of a county where there is one, else the province."""
    for above in (code[:4] + "00", code[:2] + "0000"):
        if above != code and above in names:
            return names[above]
    return None


def _other_names(entry: JurisdictionName, names: Mapping[str | None, str]) -> Iterator[str]:
    """万州区 is also 重庆市万州区, 凉山彝族自治州 also 凉山州."""
    if entry.name[-3:-1] == "自治" and entry.level > 0:
        yield entry.short + entry.name[-1]
    if entry.parent and entry.code:
        province = names.get(entry.code[:2] + "0000", "")
        yield entry.parent + entry.name
        yield province + entry.name
        yield province + entry.parent + entry.name


def _only(entries: list[JurisdictionName]) -> JurisdictionName | None:
    """The one of the highest level; None where several bear the word."""
    if len(entries) == 1:
        return entries[0]
    current = [entry for entry in entries if entry.until is None] or entries
    level = min(entry.level for entry in current)
    highest = [entry for entry in current if entry.level == level]
    return highest[0] if len(highest) == 1 else None


@cache
def short_of(name: str) -> str:
    """万州区 is 万州, 石柱土家族自治县 石柱, 内蒙古自治区 内蒙古; 渠县 stays whole."""
    stem = _SUFFIX.sub("", name)
    if name.endswith(("自治州", "自治县", "自治旗")):
        stem = _nations().sub("", stem) or stem.removesuffix("族")
    return stem if len(stem) > 1 else name


@cache
def _nations() -> re.Pattern[str]:
    names = sorted(load(PACKAGE, "jurisdictions.json")["nations"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(names)})+$")


@cache
def abbreviation_of(code: str | None) -> str | None:
    """渝 for 500000; only provinces have one."""
    short: dict[str, str] = load(PACKAGE, "jurisdictions.json")["abbreviations"]
    return short.get(code[:2]) if code and code.endswith("0000") else None


@cache
def common_words() -> frozenset[str]:
    """Short names of places that are also ordinary words (和平, 新城)."""
    return frozenset(load(PACKAGE, "jurisdictions.json")["common_words"])


def jurisdiction_by_form(text: str) -> JurisdictionName | None:
    """Read a place that no table knows by its form: 云岭省清河市(人民政府…) is 清河市; a park
    (东湖高新区管委会) is its own."""
    match = _FORM.match(text)
    return _place_of(match) if match else None


def place_opening(text: str) -> tuple[JurisdictionName, str] | None:
    """The place whose form opens a name, and the rest: 清河市能源局 is 清河市 and 能源局."""
    match = _SERVED.match(text)
    return (_place_of(match), text[match.end() :]) if match else None


def _place_of(match: re.Match[str]) -> JurisdictionName:
    name = match["name"]
    short = name if re.search(f"(?:{PARKS}|新区)$", name) else short_of(name)
    return JurisdictionName(name, short, None, match["parent"])
