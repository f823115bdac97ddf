"""A cell of organizations as single names, each with its role: separators, labels (牵头单位：),
marks (（牵头）) and verbs (A牵头，B、C配合; A会同B)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.task import Role
from tongchou.domain.shared.organizations import function_of, is_group, is_organ, organ_table

ROLES = {
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "主责": Role.LEAD,
    "责任": Role.RESPONSIBLE,
    "承办": Role.RESPONSIBLE,
    "负责": Role.RESPONSIBLE,
    "落实": Role.RESPONSIBLE,
    "实施": Role.RESPONSIBLE,
    "配合": Role.ASSISTING,
    "协办": Role.ASSISTING,
    "会办": Role.ASSISTING,
    "协助": Role.ASSISTING,
    "参与": Role.ASSISTING,
    "参加": Role.ASSISTING,
    "支持": Role.ASSISTING,
    "督导": Role.SUPERVISING,
    "督办": Role.SUPERVISING,
    "指导": Role.SUPERVISING,
    "监督": Role.SUPERVISING,
}
_NAMES = "|".join(ROLES)
_LABEL = re.compile(
    rf"(?:[省市区县州镇]{{1,2}}级?|主要)?(?P<role>{_NAMES})(?:及责任|责任|及配合|和责任)?"
    r"(?:单位|部门|地区|区县|主体|科室|企业)?[:：]"
)
_PERSON_LABEL = re.compile(
    r"(?:责任|牵头|分管|包保|主管|联系|市级|区级|县级)*(?:领导|人|负责人|联络员)[:：]"
)
_HEAD = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12})\s*[:：]")
_MARK = re.compile(rf"[（(](?P<role>{_NAMES})(?:单位|部门|责任单位)?[）)]$")
_PERSON = re.compile(r"[（(](?P<name>[\u4e00-\u9fff]\s*[\u4e00-\u9fff]{1,2})[）)]$")
_VERB = re.compile(
    r"(?:共同|联合|具体|分别|各自|积极|密切|协同|按照?(?:各自)?(?:职责|职能)(?:分工|任务)?)*"
    rf"(?P<role>{_NAMES})(?:单位|负责|落实|抓好落实|办理|实施|推进|配合|推动|开展|抓)*$"
)
_BY_DUTY = re.compile(r"按照?(?:各自)?(?:职责|职能)|各司其职")
_TOGETHER = re.compile(r"(?:会同|联同|协同|牵头[，,]?会同)")
_OPENING = re.compile(r"^(?:由|并由|以及|和|与|及|同时|其中|其他|包括)")
_NUMBER = re.compile(r"^\s*(?:[（(]?\d{1,2}[)）.．、]|[①-⑳]|[一二三四五六七八九十]{1,2}、)\s*")
_ETC = re.compile(r"等(?:部门|单位|有关方面)?$")
_ETC_GROUP = re.compile(r"等(?P<group>(?:[市区县省]级)?(?:有关|相关|责任|成员)(?:部门|单位))$")
_JOIN = re.compile("和|与|及|以及")
_REACH = 20
_HARD, _SOFT, _BLANK = "；;。\n", "、，,／/", "\u3000\t"


@dataclass
class Named:
    """One name of a cell; `fresh` tells that it opens a line or stands behind a label, `heads`
    that a colon stands behind it (万州区：区林业局、区水利局)."""

    line: Line
    role: Role
    line_number: int
    fresh: bool
    heads: bool = False


def names_in(cell: Line, role: Role) -> list[Named]:
    """The names of a cell in printed order; `role` is that of its column."""
    found: list[Named] = []
    start = 0
    for number, text in enumerate(cell.text.split("\n")):
        line = cell.part(start, start + len(text))
        if line.text:
            role = _read_line(line, role, number, found)
        start += len(text) + 1
    return found


def _read_line(line: Line, role: Role, number: int, found: list[Named]) -> Role:
    """Add the names of one line; the role of a label holds for the lines that follow."""
    default = current = role
    first, fresh, person = len(found), True, False
    for token in _tokens(line):
        piece = token
        label = _LABEL.match(piece.text)
        head = None if label else _HEAD.match(piece.text)
        if label:
            default = current = ROLES[label["role"]]
            first, fresh, person = len(found), True, False
            piece = piece.part(label.end(), len(piece.text))
        elif _PERSON_LABEL.match(piece.text):
            person = True
        elif head:
            found.append(Named(piece.part(0, head.end("name")), current, number, fresh, heads=True))
            piece = piece.part(head.end(), len(piece.text))
            first, fresh = len(found), False
        if piece.text in tuple(_HARD):
            first, current = len(found), default
        elif piece.text and not person:
            first, current = _read_piece(piece, (first, current, default), number, fresh, found)
            fresh = False
    return default


def _read_piece(
    piece: Line, state: tuple[int, Role, Role], number: int, fresh: bool, found: list[Named]
) -> tuple[int, Role]:
    """Add one token's names; a verb at its end gives the role of all since the last one."""
    first, current, default = state
    together = _TOGETHER.search(piece.text)
    if together and together.start():
        for name in _split(piece.part(0, together.start())):
            found.append(Named(_without_verb(name)[0], current, number, fresh))
        for named in found[first:]:
            named.role = Role.LEAD
        first, current = len(found), Role.ASSISTING
        piece = piece.part(together.end(), len(piece.text))
    plain, verb = _without_verb(piece)
    for name in _split(plain):
        marked, own = _without_mark(name)
        found.append(Named(marked, own or current, number, fresh))
        fresh = False
    if verb is None:
        return first, current
    if verb is not Role.RESPONSIBLE:
        for named in found[first:]:
            named.role = verb
    return len(found), default


def _tokens(line: Line) -> Iterator[Line]:
    """Words between separators outside brackets; ； and 。 come as tokens of their own."""
    opening = _NUMBER.match(line.text)
    start = opening.end() if opening and opening.end() < len(line.text) else 0
    text, depth, i = line.text, 0, start
    while i < len(text):
        c = text[i]
        depth = max(depth + (c in "（(〔【") - (c in "）)〕】"), 0)
        width = _separator(text, i) if depth == 0 else 0
        if width:
            yield from _nonempty(line.part(start, i))
            if c in _HARD:
                yield line.part(i, i + 1)
            start = i + width
        label = _LABEL.match(text, i) if depth == 0 and i > start else None
        if label and not _LABEL.match(text, start):
            yield from _nonempty(line.part(start, i))
            start = i
        i += width or 1
    yield from _nonempty(line.part(start, len(text)))


def _separator(text: str, i: int) -> int:
    """How many characters divide two names here; 0 for none."""
    c = text[i]
    if c in _HARD or c in _SOFT or c in _BLANK:
        return 1
    if c == " ":
        width = 2 if text.startswith("  ", i) else 1
        return width if width > 1 or is_organ(text[max(i - _REACH, 0) : i]) else 0
    return 0


def _nonempty(line: Line) -> Iterator[Line]:
    if line.text and not line.text.isdigit():
        yield line


def _split(piece: Line) -> Iterator[Line]:
    """A和B as two names where both are organs; opening words and 等 are left off."""
    opening = _OPENING.match(piece.text)
    if opening and len(piece.text) > opening.end() + 1:
        piece = piece.part(opening.end(), len(piece.text))
    group = _ETC_GROUP.search(piece.text)
    if group and group.start():
        yield from _split(piece.part(0, group.start()))
        yield piece.part(group.start("group"), len(piece.text))
        return
    for join in _JOIN.finditer(piece.text):
        if _are_two(piece.text, join):
            yield from _split(piece.part(0, join.start()))
            yield from _split(piece.part(join.end(), len(piece.text)))
            return
    etc = _ETC.search(piece.text)
    if etc and etc.start() > 1 and not is_group(piece.text[: etc.start()]):
        piece = piece.part(0, etc.start())
    if piece.text:
        yield piece


def _are_two(words: str, join: re.Match[str]) -> bool:
    """Whether 和 stands between two organs, not inside one (住房和城乡建设局)."""
    left, right = words[: join.start()], words[join.end() :]
    if not (is_organ(left) and is_organ(right) and len(left) > 2 and len(right) > 2):
        return False
    return not any(function_of(words[i:]) for i in range(min(len(left), 6)))


def _without_verb(piece: Line) -> tuple[Line, Role | None]:
    verb = _VERB.search(piece.text)
    if not verb or is_organ(piece.text) or is_group(piece.text[verb.start("role") :]):
        return piece, None
    duty = _BY_DUTY.search(verb.group()) is not None
    role = Role.RESPONSIBLE if duty and verb["role"] in {"负责", "落实"} else ROLES[verb["role"]]
    return piece.part(0, verb.start()), role


def _without_person(piece: Line) -> Line:
    """县教育局（张明） without the person."""
    person = _PERSON.search(piece.text)
    known = person and (is_organ(person["name"]) or is_group(person["name"]))
    if person is None or known or not is_organ(piece.text[: person.start()]):
        return piece
    surname = person["name"][0] in organ_table()["surnames"]
    return piece.part(0, person.start()) if surname else piece


def _without_mark(piece: Line) -> tuple[Line, Role | None]:
    mark = _MARK.search(piece.text)
    if not mark:
        return _without_person(piece), None
    return piece.part(0, mark.start()), ROLES[mark["role"]]
