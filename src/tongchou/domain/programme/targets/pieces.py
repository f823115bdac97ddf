"""A target cell in single promises: with its figures, its undertaking, its named items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.projects.read import Projects
from tongchou.domain.programme.projects.words import project_words
from tongchou.domain.programme.reading.vocabulary import vocabulary
from tongchou.domain.programme.target import Checklist, Quantity, QuantityRole
from tongchou.domain.programme.targets.checklists import checklist_in
from tongchou.domain.programme.targets.cutting import between, cut, offset_in, spans_of
from tongchou.domain.programme.targets.division import Part, divided
from tongchou.domain.programme.targets.ladders import climbs_works, template_for
from tongchou.domain.programme.targets.phrases import only_leads_in, phrases_of, results
from tongchou.domain.programme.targets.segments import (
    Segment,
    says_something,
    segments_of,
    stands_in,
)
from tongchou.domain.programme.targets.wording import alternatives, begins_with_verb, is_date_alone
from tongchou.domain.shared.quantities import Measure

_NEAR = 20
_PHASE = re.compile("[一二三四五六]期")
_FULL_STOPS = "。！？!?\n"
_STAGED = re.compile("^(.*(?:开工|动工|竣工|完工|投用|建成|通车|投产).*?)并[^并]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One promise; `before` are the words of its sentence that stand earlier, `leads` whether
    its undertaking is its subject (青龙水库开展…) and so that of what follows, `opening` the
    words its whole sentence begins with, `dated` a date alone before it (6月底前，…)."""

    text: str
    spans: tuple[Span, ...]
    before: str = ""
    project: str | None = None
    sort: str | None = None
    quantities: tuple[Quantity, ...] = ()
    checklist: Checklist | None = None
    opening: str = ""
    dated: str = ""
    leads: bool = False

    @property
    def staged(self) -> bool:
        """A promise of stages: neither figures nor items."""
        return not self.quantities and self.checklist is None


def pieces_of(
    cell: Line, quantities: Sequence[Quantity], projects: Projects, task: int
) -> list[Piece]:
    """The promises in printed order. Stages of one undertaking that follow one another are one."""
    found: list[Piece] = []
    of_task, dated = projects.of_task(task), ""
    for sentence in cut(cell, _FULL_STOPS):
        if is_date_alone(sentence.text):
            dated = sentence.text
            continue
        earlier: list[Piece] = []
        places = spans_of(sentence)
        inside = [q for q in quantities if stands_in(q.spans[0], places)]
        segments = segments_of(sentence, inside)
        for segment in segments:
            for found_piece in _of_segment(segment, projects):
                opened = replace(
                    found_piece,
                    opening=segments[0].line.text,
                    dated=_date_before(found_piece) or dated,
                )
                piece = _with_project(opened, earlier, projects, of_task)
                if not _merged(earlier, piece, sentence):
                    earlier.append(piece)
        found.extend(earlier)
    return found


def _date_before(piece: Piece) -> str:
    fragment = piece.before.rstrip("，,").rpartition("，")[2]
    return fragment if fragment and is_date_alone(fragment) else ""


def _of_segment(segment: Segment, projects: Projects) -> Iterator[Piece]:
    line, before = segment.line, segment.before
    if segment.quantities:
        yield from _stage_before_figure(segment, projects)
        yield from _counted_works(segment, projects)
        figures = replace(_on_one(line, before, projects), leads=_leads(line, projects))
        items = checklist_in(line, segment.quantities)
        yield replace(figures, quantities=segment.quantities, checklist=items)
        return
    if not says_something(segment) or only_leads_in(line):
        return
    if before and results(line):
        return
    for phrase in phrases_of(line) or [line]:
        parts = divided(phrase, projects)
        items = None if any(part.project for part in parts) else checklist_in(phrase)
        before = segment.before + line.text[: offset_in(line, phrase)]
        for part in parts:
            piece = _piece(part, before)
            if items:
                yield replace(piece, checklist=items)
            else:
                yield replace(piece, leads=len(parts) == 1 and _leads(phrase, projects))


def _on_one(line: Line, before: str, projects: Projects) -> Piece:
    """A piece on the one undertaking it names, or on none of several."""
    named = {name: mention.sort for mention, name in projects.named_in(line)}
    project, sort = next(iter(named.items())) if len(named) == 1 else (None, None)
    return Piece(line.text, spans_of(line), before, project, sort)


def _counted_works(segment: Segment, projects: Projects) -> Iterator[Piece]:
    """推进三座水库（甲、乙、丙）建设 counts them, and promises something of each."""
    if all(quantity.measure is Measure.COUNT for quantity in segment.quantities):
        parts = [part for part in divided(segment.line, projects) if part.project]
        if len(parts) > 1:
            yield from (_piece(part, segment.before) for part in parts)


def _stage_before_figure(segment: Segment, projects: Projects) -> Iterator[Piece]:
    """争取开工甲项目并完成投资1亿元 promises a stage as well."""
    staged = _STAGED.match(segment.line.text)
    if not staged:
        return
    line = segment.line.part(0, staged.end(1))
    if not any(stands_in(q.spans[0], spans_of(line)) for q in segment.quantities):
        for part in divided(line, projects):
            if part.project:
                yield _piece(part, segment.before)


def _piece(part: Part, before: str) -> Piece:
    return Piece(part.text, part.spans, before, part.project, part.sort)


def _with_project(
    piece: Piece, earlier: Sequence[Piece], projects: Projects, of_task: str | None
) -> Piece:
    """Works and money without an undertaking of their own are of the one named before them in the
    sentence; so is all that follows it as its subject. Else works are of the task's."""
    if piece.project:
        return piece
    works = _is_works(piece)
    if earlier and earlier[-1].project and begins_with_verb(piece.text) and _alone(earlier, piece):
        last = earlier[-1]
        if works or last.leads:
            return replace(piece, project=last.project, sort=last.sort)
    if of_task is None or not works:
        return piece
    return replace(piece, project=of_task, sort=projects.record(of_task).sort)


def _is_works(piece: Piece) -> bool:
    if piece.quantities:
        shares = any(q.role is QuantityRole.PROGRESS for q in piece.quantities)
        return shares or _money().search(piece.text) is not None
    named = _works().search(piece.text) is not None
    return piece.staged and (named or climbs_works(template_for(piece.text)))


def _alone(earlier: Sequence[Piece], piece: Piece) -> bool:
    """Whether the earlier words between the same ； name one undertaking, not a list."""
    start = piece.spans[0].start - len(piece.before)
    return len({p.project for p in earlier[-_NEAR:] if p.spans[0].start >= start and p.project}) < 2


def _leads(line: Line, projects: Projects) -> bool:
    """Whether an undertaking stands first, as the subject."""
    named = projects.named_in(line)
    return bool(named) and named[0][0].line.span.start == line.span.start


@cache
def _works() -> re.Pattern[str]:
    return re.compile(alternatives(project_words()["places_of_work"]))


@cache
def _money() -> re.Pattern[str]:
    return re.compile(vocabulary()["project_money"])


def _merged(found: list[Piece], piece: Piece, sentence: Line) -> bool:
    """Join a stage to the one right before it where both are of one undertaking."""
    last = found[-1] if found else None
    if not (last and piece.staged and last.staged and piece.project == last.project is not None):
        return False
    if _PHASE.match(last.text) and _PHASE.match(piece.text):
        return False
    if len(last.spans) > 1 or len(piece.spans) > 1 or not climbs_works(template_for(piece.text)):
        return False
    first, second = (Line(p.text, p.spans[0]) for p in (last, piece))
    line = between(sentence, first, second)
    found[-1] = replace(last, text=line.text, spans=spans_of(line))
    return True
