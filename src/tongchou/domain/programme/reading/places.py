"""Which governments a text speaks of: by name, by compound (万达开云), by count (三地)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tongchou.domain.programme.programme import Participant
from tongchou.domain.shared.jurisdictions import (
    NATION,
    JurisdictionName,
    Registry,
    abbreviation_of,
    common_words,
    jurisdiction_by_form,
    known_registry,
    short_of,
)
from tongchou.domain.shared.organizations import jurisdiction_served, organ_table

_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_COUNTED = re.compile(
    r"([两二三四五六七八九])(?:地|方(?!面|案|式|向)|省市|省(?!级)|区(?!域)|市县?|县(?!级)|州)"
)
_BEHIND_PAIR = re.compile(r"地区|一体化|同城化|协同|合作|毗邻|共建|新区|通办")
_LEAST_COMPOUND = 3
_TOWARDS = {"至", "到", "往", "赴"}
_TITLE_WORDS = re.compile("任务|要点|方案|清单|分解|计划|台账|安排|目标|项目|指标|分工|措施")
_TITLE_PLACE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,3}(?P<suffix>[省市区县州盟旗])"
    r"|[\u4e00-\u9fff]{4,10}?(?P<long>旗|自治[州县旗]))(?!级)"
)
_TITLE_OPENING = re.compile(r"(?:附[件表]\s*\d*\s*[:：]?\s*)?(?:20\d\d年度?)?")
_NO_PLACE = re.compile(
    "(?:[小社园片景灌城山库地学全我郊矿牧农林街商厂港院校市开圈湖保护能假范特合工]区"
    "|[全我城都集超门股上]市|[全我]县|[全我]省)$"
)
_TITLE_LINES = 40
_WORDS = re.compile(r"[\s、，,；;：:]+")


@dataclass(frozen=True)
class Places:
    """The governments of one notice, and how its texts name them."""

    participants: tuple[Participant, ...]
    registry: Registry

    def named_in(self, text: str) -> tuple[str, ...]:
        """Short names of the participants a text names, in their order; () for none.

        A place that is only a destination (开通至达州的班轮) is not named.
        """
        names = [(self._words[m.group()], m.start()) for m in self._names.finditer(text)]
        found = {short for short, start in names if text[start - 1 : start] not in _TOWARDS}
        if found:
            found |= {short for short, _ in names}
        rest = self._names.sub("□", text)
        return self.ordered(found | self._compounds(rest) | self._counted(rest))

    def ordered(self, shorts: set[str]) -> tuple[str, ...]:
        known = [p.short for p in self.participants]
        return tuple([s for s in known if s in shorts] + sorted(shorts - set(known)))

    @property
    def single(self) -> JurisdictionName | None:
        """The only government that signed, whose own organs need no name before them."""
        return self.registry.find(self._signatories[0].name) if self._is_single else None

    @property
    def _is_single(self) -> bool:
        return len(self._signatories) == 1

    @property
    def _signatories(self) -> list[Participant]:
        return [p for p in self.participants if p.signed]

    @property
    def is_national(self) -> bool:
        """Whether the State Council is the only signatory."""
        return self._is_single and self._signatories[0].code == NATION

    def is_near(self, place: JurisdictionName) -> bool:
        """Whether a place is known here by its short name alone: it takes part, lies in a
        participant or beside one, or is a province or a prefecture."""
        if place.level < 2 and place.short not in common_words():
            return True
        names = {p.name for p in self.participants}
        beside = {p.parent for p in self.participants if p.parent}
        parents = {found.name for found in self.registry.above(place)}
        return place.name in names or bool(parents & names) or place.parent in beside

    def participating(self, place: JurisdictionName) -> JurisdictionName | None:
        """The participant a place is or belongs to: 大竹县's organs answer for 达州市."""
        names = {p.name for p in self.participants}
        return next((p for p in (place, *self.registry.above(place)) if p.name in names), None)

    def of_bare(self, bare: str) -> JurisdictionName | None:
        """Whom a bare 区 or 市 means where no line says it: the only signatory or a government
        over it, else the only participant so called."""
        single = self.single
        if single:
            line = (single, *self.registry.above(single))
            return next((place for place in line if bare in place.bares), None)
        found = [self.registry.find(p.name) for p in self.participants]
        over = [place for p in found if p for place in (p, *self.registry.above(p))]
        named = {place.name: place for place in over if bare in place.bares}
        return next(iter(named.values())) if len(named) == 1 else None

    @property
    def signed(self) -> tuple[str, ...]:
        return tuple(p.short for p in self.participants if p.signed)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any way a participant is named: its name, a compound of initials, a count of all."""
        initials = "".join(map(re.escape, self._initials))
        compound = [f"[{initials}]{{3,}}"] if initials else []
        return re.compile("|".join([self._names.pattern, *compound, _COUNTED.pattern]))

    @cached_property
    def _names(self) -> re.Pattern[str]:
        words = sorted(self._words, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)) or r"(?!)")

    @cached_property
    def _words(self) -> dict[str, str]:
        """Participants, their lower governments and their parks, each with the short name."""
        words = {name: p.short for p in self.participants for name in (p.name, p.short)}
        homes = {p.name: p.short for p in self.participants}
        for entry in self.registry.jurisdictions:
            if entry.parent in homes and entry.name not in homes:
                words.setdefault(entry.name, homes[entry.parent])
                if len(entry.short) > 1 and entry.short not in common_words():
                    words.setdefault(entry.short, homes[entry.parent])
        for organ in organ_table()["named"]:
            if organ["jurisdiction"] in homes:
                words.update(dict.fromkeys(organ["names"], homes[organ["jurisdiction"]]))
        return words

    @cached_property
    def _initials(self) -> dict[str, str]:
        """First characters of short names, and 渝 or 川; one that two share names neither."""
        found: dict[str, set[str]] = {}
        for p in self.participants:
            for initial in {p.short[0], abbreviation_of(p.code) or p.short[0]}:
                found.setdefault(initial, set()).add(p.short)
        return {initial: next(iter(s)) for initial, s in found.items() if len(s) == 1}

    def _compounds(self, text: str) -> set[str]:
        initials = self._initials
        found: set[str] = set()
        for match in re.finditer(f"[{''.join(initials)}]{{2,}}", text) if initials else ():
            run = match.group()
            counted = _COUNTED.match(text, match.end())
            long_enough = len(run) >= min(_LEAST_COMPOUND, len(initials)) and len(run) > 2
            two = counted is not None and _COUNTS[counted[1]] == len(run)
            if len(set(run)) == len(run) and (long_enough or two or self._is_pair(match)):
                found |= {initials[c] for c in run}
        return found

    def _is_pair(self, match: re.Match[str]) -> bool:
        """川渝, or 遂潼 of a notice of two before 一体化: nothing but the two signatories."""
        shorts = {self._initials[c] for c in match.group()}
        if len(match.group()) != 2 or shorts != set(self.signed):
            return False
        own = {p.short[0] for p in self.participants}
        provinces = not set(match.group()) & own
        return provinces or _BEHIND_PAIR.match(match.string, match.end()) is not None

    def _counted(self, text: str) -> set[str]:
        for match in _COUNTED.finditer(text):
            count = _COUNTS[match[1]]
            if count == len(self.participants):
                return {p.short for p in self.participants}
            if count == len(self.signed):
                return set(self.signed)
        return set()


def issuer_jurisdiction(issuer: str, registry: Registry) -> JurisdictionName | None:
    """The government an issuing office signs for: 重庆市万州区人民政府办公室 is 万州区's."""
    issuer = issuer.removeprefix("中国共产党").removeprefix("中共")
    leading = registry.leading(issuer)
    by_form = jurisdiction_by_form(issuer)
    if leading and (by_form is None or len(leading[1]) >= len(by_form.name)):
        found, words = leading
        deeper = jurisdiction_by_form(issuer[len(words) :])
        return deeper or found
    return by_form or jurisdiction_served(issuer)


def places_of(issuers: Sequence[str], organization_cells: str, text: str) -> Places:
    """The participants of a notice: those who sign, those whose organs stand in the annex,
    and those a compound adds (万达开云 where 万州, 达州 and 开州 sign and 云阳 is named).

    A list without a letter is its title's government's.
    """
    known = known_registry()
    signed = [place for issuer in issuers if (place := issuer_jurisdiction(issuer, known))]
    signed = signed or list(_titled(text, known))
    registry = known.extended(signed)
    participants = {place.name: _participant(place, True) for place in signed}
    homes = _homes_of_organs(organization_cells, registry)
    over = {above.name for place in signed for above in registry.above(place)}
    for place in homes:
        within = any(above.name in participants for above in registry.above(place))
        if place.name not in participants and not within and place.name not in over:
            participants[place.name] = _participant(place, False)
    joining = _joining(tuple(participants.values()), text, registry)
    for place in joining:
        participants.setdefault(place.name, _participant(place, False))
    more = [place for place in (*homes, *joining) if place.name in participants]
    return Places(tuple(participants.values()), registry.extended(more))


def _participant(place: JurisdictionName, signed: bool) -> Participant:
    return Participant(place.name, place.short, place.code, place.parent, signed)


def _titled(text: str, registry: Registry) -> Iterator[JurisdictionName]:
    """The government whose name opens a title line (清河市2023年重点任务分解表)."""
    for line in text.split("\n", _TITLE_LINES)[:_TITLE_LINES]:
        words = _TITLE_OPENING.sub("", line.strip(), count=1)
        if len(words) > _TITLE_LINES or not _TITLE_WORDS.search(words):
            continue
        leading = registry.leading(words)
        if leading and leading[1].endswith(leading[0].name):
            yield leading[0]
            return
        match = _TITLE_PLACE.match(words)
        if match and not _NO_PLACE.search(match.group()) and _is_titled(match, text):
            yield JurisdictionName(match.group(), short_of(match.group()))
            return


def _is_titled(match: re.Match[str], text: str) -> bool:
    """Whether the words are a place's: a new district's, or one whose organs the text calls 市…"""
    bare = match["suffix"] or match["long"][-1]
    if match.group().endswith(("新区", "高新区", "经开区")):
        return True
    return re.search(rf"(?:^|[\s、，；：（]){bare}[\u4e00-\u9fff]{{1,9}}[局委办]", text) is not None


def _homes_of_organs(cells: str, registry: Registry) -> list[JurisdictionName]:
    """Governments whose full name leads an organ of the annex."""
    found: dict[str, JurisdictionName] = {}
    for word in set(_WORDS.split(cells)):
        leading = registry.leading(word)
        if leading and leading[1].endswith(leading[0].name) and leading[0].parent:
            found.setdefault(leading[0].name, leading[0])
    order = {name: cells.find(name) for name in found}
    return sorted(found.values(), key=lambda place: order[place.name])


def _joining(
    participants: Sequence[Participant], text: str, registry: Registry
) -> list[JurisdictionName]:
    """Governments that a compound of all signatories' initials adds (万达开云), if a known place
    of that initial is named elsewhere, or one by its form where the compound is counted (四地)."""
    signed = [p for p in participants if p.signed]
    if len(signed) < 2:
        return []
    initials = "".join(re.escape(p.short[0]) for p in signed)
    run = re.compile(rf"(?=([{initials}]{{{len(signed)}}})([\u4e00-\u9fff]))")
    added = Counter(
        m[2] for m in run.finditer(text) if len(set(m[1])) == len(signed) and m[2] not in m[1]
    )
    places = (_place_by_initial(c, text, signed, registry) for c, n in added.items() if n > 1)
    return [place for place in places if place]


def _place_by_initial(
    initial: str, text: str, signed: Sequence[Participant], registry: Registry
) -> JurisdictionName | None:
    homes = {p.name for p in signed}
    provinces = {p.code[:2] for p in signed if p.code}
    for entry in registry.jurisdictions:
        if not entry.short.startswith(initial) or not entry.parent or entry.parent in homes:
            continue
        near = entry.code is None or entry.code[:2] in provinces
        by_short = near and entry.short in text and entry.short not in common_words()
        if entry.name not in homes and near and (entry.name in text or by_short):
            return entry
    count = next((c for c, n in _COUNTS.items() if n == len(signed) + 1 and c not in "两"), "")
    if not re.search(rf"{initial}{count}地", text):
        return None
    names = "|".join(re.escape(p.short) for p in signed)
    form = re.search(rf"{initial}(?!{names})[\u4e00-\u9fff]{{1,2}}[县市区](?!域)", text)
    return jurisdiction_by_form(form.group()) if form else None
