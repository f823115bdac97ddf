"""One action on several undertakings as several: 推进甲、乙建设 is 推进甲建设, 推进乙建设."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.projects.mentions import Mention
from tongchou.domain.programme.projects.read import Projects
from tongchou.domain.programme.projects.words import list_of_works
from tongchou.domain.programme.targets.cutting import spans_of
from tongchou.domain.programme.targets.wording import weight

_BETWEEN = re.compile("^(?:[、，,]|以及|和|及)+|(?:[、，,]|以及|和|及)+$")


@dataclass(frozen=True, slots=True)
class Part:
    """An action on at most one undertaking (`project` by its record's name, `sort` of that);
    `text` is the words at its spans, one behind the other."""

    text: str
    spans: tuple[Span, ...]
    project: str | None = None
    sort: str | None = None


def divided(phrase: Line, projects: Projects) -> list[Part]:
    """A part for each undertaking of a list; else one part, on the one undertaking it names."""
    named = projects.named_in(phrase)
    listed = [] if phrase.pieces else _listed(named)
    if listed:
        return list(_divided(phrase, listed))
    distinct = {name: mention for mention, name in named}
    if len(distinct) == 1:
        ((name, mention),) = distinct.items()
        return [Part(phrase.text, spans_of(phrase), name, mention.sort)]
    return [Part(phrase.text, spans_of(phrase))]


def _listed(named: Sequence[tuple[Mention, str]]) -> list[tuple[Mention, str]]:
    """The first list of several undertakings."""
    for first, _ in named:
        same = [item for item in named if item[0].group == first.group]
        if len({name for _, name in same}) > 1:
            return same
    return []


def _divided(phrase: Line, listed: Sequence[tuple[Mention, str]]) -> Iterator[Part]:
    base, group = phrase.span.start, listed[0][0].group
    prefix = phrase.part(0, min(listed[0][0].line.span.start, group.end) - base)
    if listed[0][0].counted:
        prefix = phrase.part(0, max(group.start - base, 0))
    end = max(group.end, listed[-1][0].line.span.end) - base
    suffix = phrase.part(end, len(phrase.text))
    works = list_of_works().match(suffix.text)
    suffix = suffix.part(works.end() if works else 0, len(suffix.text))
    at = listed[0][0].line.span.start
    for mention, name in listed:
        if not mention.counted:
            yield from _left_out(phrase, at, mention.line.span.start, prefix, suffix)
        yield _part((prefix, mention.line, mention.tail, suffix), name, mention.sort)
        at = mention.line.span.end
    if not listed[0][0].counted:
        last = listed[-1][0].tail
        at = max(at, last.span.end) if last else at
        yield from _left_out(phrase, at, group.end, prefix, suffix)


def _left_out(phrase: Line, start: int, end: int, prefix: Line, suffix: Line) -> Iterator[Part]:
    """What stands in the list and is no undertaking of its own."""
    base = phrase.span.start
    gap = phrase.part(start - base, max(end - base, start - base))
    lead = _BETWEEN.match(gap.text)
    gap = gap.part(lead.end() if lead else 0, len(gap.text))
    gap = gap.part(0, len(_BETWEEN.sub("", gap.text)))
    if weight(gap.text) > 1:
        yield _part((prefix, gap, suffix), None, None)


def _part(lines: Sequence[Line | None], project: str | None, sort: str | None) -> Part:
    pieces = [line for line in lines if line and line.text]
    text = "".join(piece.text for piece in pieces)
    return Part(text, tuple(piece.span for piece in pieces), project, sort)
