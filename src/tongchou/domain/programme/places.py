"""Which governments a text speaks of: by name, by compound (万达开云), by count (三地)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tongchou.domain.programme.programme import Participant
from tongchou.domain.shared.organizations import (
    JurisdictionName,
    Registry,
    jurisdiction_by_form,
    known_registry,
    organ_table,
)

_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_COUNTED = re.compile(r"([两二三四五六七八])(?:地|方(?!面|案|式|向)|区|市县?)")
_LEAST_COMPOUND = 3
_TOWARDS = {"至", "到", "往", "赴"}


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
    def signed(self) -> tuple[str, ...]:
        return tuple(p.short for p in self.participants if p.signed)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any way a participant is named: its name, a compound of initials, a count of all."""
        initials = "".join(re.escape(p.short[0]) for p in self.participants)
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
            if entry.parent in homes and len(entry.short) > 1:
                words.setdefault(entry.short, homes[entry.parent])
        for organ in organ_table()["named"]:
            if organ["jurisdiction"] in homes:
                words.update(dict.fromkeys(organ["names"], homes[organ["jurisdiction"]]))
        return words

    def _compounds(self, text: str) -> set[str]:
        initials = {p.short[0]: p.short for p in self.participants}
        found: set[str] = set()
        for match in re.finditer(f"[{''.join(initials)}]{{2,}}", text) if initials else ():
            run = match.group()
            counted = _COUNTED.match(text, match.end())
            long_enough = len(run) >= min(_LEAST_COMPOUND, len(initials)) and len(run) > 2
            two = counted is not None and _COUNTS[counted[1]] == len(run)
            if len(set(run)) == len(run) and (long_enough or two):
                found |= {initials[c] for c in run}
        return found

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
    leading = registry.leading(issuer)
    by_form = jurisdiction_by_form(issuer)
    if leading and (by_form is None or len(leading[1]) >= len(by_form.name)):
        found, words = leading
        deeper = jurisdiction_by_form(issuer[len(words) :])
        return deeper or found
    return by_form


def places_of(issuers: Sequence[str], organization_cells: str, text: str) -> Places:
    """The participants of a notice: those who sign, those whose organs stand in the annex,
    and those a compound adds (万达开云 where 万州, 达州 and 开州 sign and 云阳 is named)."""
    known = known_registry()
    signed = [place for issuer in issuers if (place := issuer_jurisdiction(issuer, known))]
    registry = known.extended(signed)
    participants = {place.name: _participant(place, True) for place in signed}
    for place in _homes_of_organs(organization_cells, registry):
        if place.name not in participants and place.parent not in participants:
            participants[place.name] = _participant(place, False)
    for place in _joining(tuple(participants.values()), text, registry):
        participants.setdefault(place.name, _participant(place, False))
    names = {p.name for p in participants.values()}
    more = [p for p in _homes_of_organs(organization_cells, registry) if p.name in names]
    more += _joining(tuple(participants.values())[: len(signed)], text, registry)
    return Places(tuple(participants.values()), registry.extended(more))


def _participant(place: JurisdictionName, signed: bool) -> Participant:
    return Participant(place.name, place.short, place.code, place.parent, signed)


def _homes_of_organs(cells: str, registry: Registry) -> list[JurisdictionName]:
    """Governments whose full name leads an organ of the annex."""
    found: dict[str, JurisdictionName] = {}
    for word in re.split(r"[\s、，,；;：:]+", cells):
        leading = registry.leading(word)
        if leading and leading[1].endswith(leading[0].name) and leading[0].parent:
            found.setdefault(leading[0].name, leading[0])
    return list(found.values())


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
    for entry in registry.jurisdictions:
        counts = entry.short.startswith(initial) and entry.parent and entry.parent not in homes
        if counts and entry.short in text:
            return entry
    count = next((c for c, n in _COUNTS.items() if n == len(signed) + 1 and c not in "两"), "")
    if not re.search(rf"{initial}{count}地", text):
        return None
    names = "|".join(re.escape(p.short) for p in signed)
    form = re.search(rf"{initial}(?!{names})[\u4e00-\u9fff]{{1,2}}[县市区](?!域)", text)
    return jurisdiction_by_form(form.group()) if form else None
