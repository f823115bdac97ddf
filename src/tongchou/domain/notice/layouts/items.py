"""The items of a list as a tree: labels, headings, what each says, and who answers for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tongchou.domain.notice.columns import CONTENT_COLUMNS, column_of
from tongchou.domain.notice.labels import Label, label_of
from tongchou.domain.notice.layouts.duties import (
    Duty,
    brackets,
    duty_of,
    is_labelled,
    labelled_runs,
)
from tongchou.domain.notice.lines import Line

FIRM = "。；;！!？?"
_INLINE = re.compile(
    r"(?<=[。）)】〕])\s*(?=\d{1,3}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_DEEPEST = 4
_ANNEX = re.compile(r"附\s*件\s*\d{0,2}\s*[:：]?.{0,60}")
_BULLET = re.compile(r"[—–\-•·●■◆▪★☆＊*○◎]{1,3}\s*(?=[\u4e00-\u9fff“《])")
_FIELD = re.compile(r"([\u4e00-\u9fff]{2,8})\s*[:：]\s*(?=\S)")


@dataclass
class Segment:
    """A stretch of an item's text that ends with who answers for it; `cells` are fields that the
    item names (年度目标：…); `loose` says that who answers stands on a line of its own."""

    parts: list[Line] = field(default_factory=list)
    duty: Duty = field(default_factory=Duty)
    cells: dict[str, Line] = field(default_factory=dict)
    loose: bool = False

    @property
    def says(self) -> bool:
        return bool(self.parts or self.cells)


@dataclass
class Node:
    """A labelled line and what stands below it up to the next label."""

    depth: int
    label: Label | None
    number: Line | None
    heading: Line
    segments: list[Segment]
    parents: tuple["Node", ...] = ()
    leaf: bool = True

    @property
    def duty(self) -> Duty:
        """Who answers for all of it."""
        duty = Duty()
        for segment in self.segments:
            duty = duty.merged(segment.duty)
        return duty

    @property
    def family(self) -> tuple[int, int]:
        """Items of one level below one heading have the same."""
        return id(self.parents[-1]) if self.parents else 0, self.depth


def read_items(lines: Sequence[Line]) -> tuple[list[Node], dict[int, Node]]:
    """The items in order, each with the headings above it; and which line went to which item."""
    nodes: list[Node] = []
    places: dict[int, Node] = {}
    stack: list[Node] = []
    for i, whole_line in enumerate(lines):
        for line in _cut_inline(whole_line):
            label = label_of(line.text)
            if label and label.depth <= _DEEPEST and label.end < len(line.text):
                stack = [node for node in stack if node.depth < label.depth]
                for parent in stack:
                    parent.leaf = False
                stack.append(_node(line, label, tuple(stack)))
                nodes.append(stack[-1])
            elif nodes and _ANNEX.fullmatch(line.text):
                stack = []
                continue
            elif stack:
                _append(stack[-1].segments, line)
            elif line.text[-1] in FIRM + "）)" and any(True for _ in brackets(line)):
                nodes.append(_node(line, None, ()))
            else:
                continue
            places[i] = nodes[-1]
    for node in nodes:
        _rejoin(node.segments)
    _spread(nodes)
    return nodes, places


def _node(line: Line, label: Label | None, parents: tuple[Node, ...]) -> Node:
    start = label.end if label else 0
    body = line.part(start, len(line.text))
    digits = re.search(r"[^\s（()）、.．]+", line.text[:start])
    number = line.part(*digits.span()) if digits else None
    node = Node(label.depth if label else _DEEPEST + 1, label, number, body, [], parents)
    _append(node.segments, body)
    return node


def _cut_inline(line: Line) -> Iterator[Line]:
    """Items that follow each other in one paragraph."""
    start = 0
    for match in _INLINE.finditer(line.text):
        if match.start() > start:
            yield line.part(start, match.start())
            start = match.end()
    rest = line.part(start, len(line.text))
    if rest.text:
        yield rest


def _append(segments: list[Segment], line: Line) -> None:
    """Add a line to an item: words that only say who answers close the words above them."""
    if is_labelled(line.text):
        _close(segments, duty_of(line), loose=True)
        return
    named = _FIELD.match(line.text)
    role = column_of(named[1]) if named else None
    if named and role in CONTENT_COLUMNS:
        _open(segments).cells[role] = line.part(named.end(), len(line.text))
        return
    start = 0
    for first, last, duty in labelled_runs(line):
        _append_words(segments, line.part(start, first))
        _close(segments, duty, loose=False)
        start = last
    _append_words(segments, line.part(start, len(line.text)))


def _append_words(segments: list[Segment], line: Line) -> None:
    bullet = _BULLET.match(line.text)
    start = bullet.end() if bullet else 0
    for first, last, duty in brackets(line):
        words = line.part(start, first)
        if words.text.strip(FIRM):
            _open(segments).parts.append(words)
        _close(segments, duty, loose=not words.text and start == 0)
        start = last
    rest = line.part(start, len(line.text))
    if rest.text.strip(FIRM + "，、 "):
        _open(segments).parts.append(rest)


def _rejoin(segments: list[Segment]) -> None:
    """Words behind the last bracket of a paragraph, which name nobody, belong to what it closes."""
    if len(segments) < 2 or segments[-1].duty or segments[-1].cells or not segments[-2].parts:
        return
    before, last = segments[-2].parts[-1].span, segments[-1].parts
    same = [part for part in last if part.span.block == before.block]
    if len(same) == len(last):
        segments[-2].parts += segments.pop().parts


def _open(segments: list[Segment]) -> Segment:
    """The segment to which more words belong: a new one behind words that say who answers."""
    if not segments or segments[-1].duty:
        segments.append(Segment())
    return segments[-1]


def _close(segments: list[Segment], duty: Duty, *, loose: bool) -> None:
    if not segments:
        segments.append(Segment())
    last = segments[-1]
    last.loose = loose if not last.duty else last.loose
    last.duty = last.duty.merged(duty)


def _spread(nodes: Sequence[Node]) -> None:
    """Who answers on a line of its own below several items that name nobody answers for all."""
    groups: dict[tuple[int, int], list[Node]] = {}
    for node in nodes:
        if node.leaf and node.label:
            groups.setdefault(node.family, []).append(node)
    for group in groups.values():
        *before, last = group
        closing = last.segments[-1] if last.segments else None
        if not (before and last.parents and closing and closing.loose and len(last.segments) == 1):
            continue
        if not any(node.duty for node in before):
            for node in before:
                node.segments[-1].duty = closing.duty
