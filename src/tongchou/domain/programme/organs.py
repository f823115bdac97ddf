"""The organizations of a task: each line names its government once, later organs inherit it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.findings import GroupOfOrganizations, UnknownOrganization
from tongchou.domain.programme.places import Places
from tongchou.domain.programme.task import Organization, Role
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.organizations import (
    JurisdictionName,
    OrganizationKind,
    OrganizationName,
    function_of,
    is_group,
    is_organ,
    kind_of,
    named_organization,
)

_LABEL = re.compile(
    r"(牵头|主办|责任|承办|配合|协办|参与|督导|督办)(?:责任)?(?:单位|部门|地区)?[:：]"
)
_MARK = re.compile(r"[（(](牵头|主办|责任|配合|协办|督导)(?:单位|部门)?[）)]$")
_PIECE = re.compile(r"[^、，,；;。\u3000]+?(?=[、，,；;。\u3000]|\s{2,}|$)")
_ROLES = {
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "责任": Role.RESPONSIBLE,
    "承办": Role.RESPONSIBLE,
    "配合": Role.ASSISTING,
    "协办": Role.ASSISTING,
    "参与": Role.ASSISTING,
    "督导": Role.SUPERVISING,
    "督办": Role.SUPERVISING,
}
_BARE = "区县市州"


@dataclass
class _State:
    """What later organs inherit: `home` on the same line, `above` from the line before."""

    role: Role
    home: JurisdictionName | None = None
    above: JurisdictionName | None = None

    def next_line(self) -> "_State":
        return _State(self.role, None, self.home or self.above)

    def bare(self, c: str) -> JurisdictionName | None:
        """The government a bare 区 or 市 stands for."""
        return next((h for h in (self.home, self.above) if h and h.bare == c), None)


def read_organizations(
    cells: Sequence[tuple[str, Line]], places: Places
) -> tuple[tuple[Organization, ...], tuple[Finding, ...]]:
    """All organizations of a task, from (role of the column, cell) pairs."""
    organizations: list[Organization] = []
    findings: list[Finding] = []
    for column, cell in cells:
        state = _State(Role(column))
        for line in _lines(cell):
            state = state.next_line()
            for piece in _pieces(line, state):
                organization = _organization(piece, state, places)
                organizations.append(organization)
                findings.extend(_doubts(organization))
    return tuple(organizations), tuple(findings)


def _lines(cell: Line) -> Iterator[Line]:
    start = 0
    for end in [i for i, c in enumerate(cell.text) if c == "\n"] + [len(cell.text)]:
        line = cell.part(start, end)
        if line.text:
            yield line
        start = end + 1


def _pieces(line: Line, state: _State) -> Iterator[Line]:
    """The names of one line; a label (牵头单位：) sets the role of those behind it."""
    at = 0
    for match in [*_LABEL.finditer(line.text), None]:
        end = match.start() if match else len(line.text)
        for piece in _PIECE.finditer(line.text, at, end):
            part = line.part(piece.start(), piece.end())
            if part.text:
                yield part
        if match:
            state.role, state.home, at = _ROLES[match[1]], None, match.end()


def _organization(piece: Line, state: _State, places: Places) -> Organization:
    printed, role = piece.text, state.role
    mark = _MARK.search(printed)
    if mark:
        printed, role = printed[: mark.start()], _ROLES[mark[1]]
    printed = printed[:-1] if printed.endswith("等") and len(printed) > 3 else printed
    found = _by_table(printed, places) or _by_name(printed, state, places)
    home = places.registry.find(found.jurisdiction) if found.jurisdiction else None
    state.home = home or state.home
    span = Span(piece.span.block, piece.span.start, piece.span.start + len(printed))
    return Organization(
        name=found.name,
        jurisdiction=found.jurisdiction,
        role=role,
        printed=printed,
        kind=found.kind,
        function=found.function,
        spans=(span,),
    )


def _by_table(printed: str, places: Places) -> OrganizationName | None:
    """A park or institute the table knows, if its government takes part in this notice."""
    found = named_organization(printed)
    shorts = {p.short for p in places.participants}
    return found if found and found.jurisdiction in shorts else None


def _by_name(printed: str, state: _State, places: Places) -> OrganizationName:
    leading = places.registry.leading(printed)
    if leading:
        home, words = leading
        rest = printed[len(words) :]
        if rest and (is_organ(rest) or len(words) > len(home.short)):
            return _formed(printed, printed, _participating(home, places), rest)
    if function_of(printed) and state.home:
        return _formed(printed, state.home.name + printed, state.home, printed)
    bare = state.bare(printed[0])
    if bare:
        return _formed(printed, bare.name + printed[1:], bare, printed[1:])
    if printed[0] in _BARE and function_of(printed[1:]):
        return _formed(printed, printed, None, printed[1:])
    return _formed(printed, printed, state.home, printed)


def _participating(home: JurisdictionName, places: Places) -> JurisdictionName:
    """The participant a place belongs to: 大竹县's organs answer for 达州市."""
    names = {p.name for p in places.participants}
    if home.name not in names and home.parent in names:
        return places.registry.find(home.parent) or home
    return home


def _formed(printed: str, name: str, home: JurisdictionName | None, rest: str) -> OrganizationName:
    kind = kind_of(rest) if is_organ(rest) else OrganizationKind.GOVERNMENT
    return OrganizationName(printed, name, home.short if home else None, kind, function_of(rest))


def _doubts(organization: Organization) -> Iterator[Finding]:
    position = organization.spans[0].position("责任单位")
    if is_group(organization.printed):
        yield GroupOfOrganizations(position, name=organization.printed)
    elif organization.jurisdiction is None or not is_organ(organization.printed):
        yield UnknownOrganization(position, name=organization.printed)
