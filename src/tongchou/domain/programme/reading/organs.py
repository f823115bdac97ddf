"""The organizations of a task: each line names its government once, later organs inherit it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.reading.organ_lists import Named, names_in
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.programme.task import Organization, Role
from tongchou.domain.shared.jurisdictions import JurisdictionName
from tongchou.domain.shared.organizations import (
    OrganizationKind,
    OrganizationName,
    function_of,
    is_group,
    is_organ,
    kind_of,
    named_organization,
    organ_table,
)

_LONG_BARES = ("自治区", "自治州", "自治县", "自治旗", "地区", "高新区", "经开区", "新区", "开发区")


@dataclass
class _State:
    """What later organs inherit: `home` on the same line, `above` from the line before."""

    line: tuple[int, int] = (-1, -1)
    home: JurisdictionName | None = None
    above: JurisdictionName | None = None

    def reach(self, named: Named, cell: int) -> None:
        if (cell, named.line_number) != self.line:
            self.line = (cell, named.line_number)
            self.above = self.home if self.home else self.above
            self.home = None
        elif named.fresh:
            self.home = None


def read_organizations(
    cells: Sequence[tuple[str, Line]], places: Places
) -> tuple[Organization, ...]:
    """All organizations of a task, from (role of the column, cell) pairs.

    A line without a government of its own takes that of the line or the cell before it.
    """
    organizations: list[Organization] = []
    state = _State()
    for number, (column, cell) in enumerate(cells):
        for named in names_in(cell, Role(column)):
            state.reach(named, number)
            home = _heading(named, places)
            if home:
                state.home = home
            elif not _is_person(named.line.text):
                organizations.append(_organization(named, state, places))
    return tuple(organizations)


def _heading(named: Named, places: Places) -> JurisdictionName | None:
    """The government of 万州区：区林业局, which is a heading and no organization."""
    if not named.heads:
        return None
    place = places.registry.find(named.line.text)
    return places.participating(place) if place else None


def _organization(named: Named, state: _State, places: Places) -> Organization:
    printed = named.line.text
    found = _by_table(printed, places) or _by_name(printed, state, places)
    home = places.registry.find(found.jurisdiction) if found.jurisdiction else None
    state.home = home or state.home
    return Organization(
        name=found.name,
        jurisdiction=found.jurisdiction,
        role=named.role,
        printed=printed,
        kind=found.kind,
        function=found.function,
        spans=(named.line.span,),
        code=found.code,
    )


def _is_person(words: str) -> bool:
    """王小明, 李  强: two to three characters that open with a surname and name no organ."""
    plain = "".join(words.split())
    known = is_organ(plain) or is_group(plain) or function_of(plain)
    return 2 <= len(plain) <= 3 and plain[0] in organ_table()["surnames"] and not known


def _by_table(printed: str, places: Places) -> OrganizationName | None:
    """A park or institute the table knows, if its government takes part in this notice."""
    found = named_organization(printed)
    shorts = {p.short for p in places.participants}
    return found if found and found.jurisdiction in shorts else None


def _by_name(printed: str, state: _State, places: Places) -> OrganizationName:
    plain = printed.removeprefix("中共").removeprefix("中国共产党")
    leading = places.registry.leading(plain)
    if leading:
        home, words = leading
        rest = plain[len(words) :]
        known = places.is_near(home) or len(words) > len(home.short) or bool(function_of(rest))
        if (known and (is_organ(rest) if rest else words != home.short)) or is_group(rest):
            return _formed(printed, printed, home, rest, places)
    bare = _bare(plain, places)
    if bare and not is_group(plain):
        home_of_bare = _home_of_bare(bare, state, places)
        if home_of_bare:
            rest = plain[len(bare) :]
            return _formed(printed, home_of_bare.name + rest, home_of_bare, rest, places)
        return _formed(printed, printed, None, plain[len(bare) :], places)
    return _unprefixed(printed, state, places)


def _unprefixed(printed: str, state: _State, places: Places) -> OrganizationName:
    """教育局 is the line's or the only signatory's; 某集团 keeps its own name."""
    home = _named_inside(printed, places) or state.home or places.single
    if home is None or is_group(printed):
        return _formed(printed, printed, home, printed, places)
    if printed.startswith(tuple(organ_table()["party_departments"])):
        return _formed(printed, f"{home.name}委{printed}", home, f"委{printed}", places)
    if function_of(printed) and not places.is_national:
        return _formed(printed, home.name + printed, home, printed, places)
    return _formed(printed, printed, home, printed, places)


def _named_inside(printed: str, places: Places) -> JurisdictionName | None:
    """国家税务总局万州区税务局 and 国网万州供电公司 serve the place they name."""
    if not printed.endswith(tuple(organ_table()["branches"])):
        return None
    for participant in places.participants:
        if participant.short in printed:
            return places.registry.find(participant.short)
    return None


def _bare(plain: str, places: Places) -> str | None:
    """The 区 of 区交通局; none in 市场监管局."""
    if plain.startswith(tuple(organ_table()["not_bare"])) and not function_of(plain[1:]):
        return None
    for long in _LONG_BARES:
        if plain.startswith(long) and is_organ(plain[len(long) :]) and len(plain) > len(long) + 1:
            return long if places.of_bare(long) else None
    if plain[0] in "省市区县州盟旗" and len(plain) > 1 and not function_of(plain):
        return plain[0]
    return None


def _home_of_bare(bare: str, state: _State, places: Places) -> JurisdictionName | None:
    """The government of the line, of the line before, the only signatory, or its superior."""
    for home in (state.home, state.above):
        if home and bare in home.bares:
            return home
    if (state.home or state.above) and not places.single:
        return None
    return places.of_bare(bare)


def _formed(
    printed: str, name: str, place: JurisdictionName | None, rest: str, places: Places
) -> OrganizationName:
    home = places.participating(place) if place else None
    kind = kind_of(rest) if is_organ(rest) else OrganizationKind.GOVERNMENT
    code = place.code if place else None
    return OrganizationName(
        printed, name, home.short if home else None, kind, function_of(rest), code
    )
