"""The cells of one task as printed, with the words that each reading came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongchou.apps.notices.queries import Piece, pieces
from tongchou.domain.notice.document import Document, Span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Origin, Task
from tongchou.domain.shared.text import Text

LABELS = {
    "name": Text("项目名称", "Task"),
    "period": Text("时限", "Period"),
    "scope": Text("主要内容", "Scope"),
    "target": Text("目标任务", "Target"),
    "lead": Text("牵头单位", "Lead"),
    "responsible": Text("责任单位", "Organizations"),
    "assisting": Text("配合单位", "Assisting"),
    "supervising": Text("督导单位", "Supervising"),
    "remark": Text("备注", "Remark"),
}
PROSE = Text("正文", "Prose")
_LEAST = 2
"""Letters that a stage's name and its promise must share to be called the same words."""


@dataclass(frozen=True, slots=True)
class SourcePiece:
    """A run of a cell's text: the marks of the readings from it, the numbers of the targets

    that begin with it.
    """

    text: str
    marks: tuple[str, ...]
    begins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceCell:
    role: str
    label: Text
    block: int
    pieces: tuple[SourcePiece, ...]


def source_cells(document: Document, reading: Programme, number: int) -> list[SourceCell]:
    """The cells in the order of the labels; marks: o<i> an organization, t<i> a target, q<i> its

    figure, r<i>-<j> a stage, i<i>-<j> an item, and the role itself for the whole cell of name and
    period. Of an adopted promise, its words in the prose.
    """
    task = reading.task(number)
    named = _marks(reading, task, document)
    cells: list[SourceCell] = []
    begun: set[str] = set()
    labels = {"target": PROSE} if task.origin is Origin.PROSE else LABELS
    for role, label in labels.items():
        span = task.cells.get(role)
        text = document.blocks[span.block].text if span else ""
        if span is None or not text[span.start : span.end].strip():
            continue
        here = {
            name: [found for found in spans if found.block == span.block]
            for name, spans in named.items()
        }
        shown = pieces(text, {n: s for n, s in here.items() if s}, span.start, span.end)
        cells.append(SourceCell(role, label, span.block, _numbered(shown, begun)))
    return cells


def _numbered(shown: tuple[Piece, ...], begun: set[str]) -> tuple[SourcePiece, ...]:
    """Gives each target's number to the first piece of it; `begun` grows with those given."""
    numbered = []
    for piece in shown:
        new = [name for name in piece.names if name.startswith("t") and name not in begun]
        begun.update(new)
        numbers = tuple(int(name[1:]) for name in new)
        numbered.append(SourcePiece(piece.text, piece.names, numbers))
    return tuple(numbered)


def _marks(reading: Programme, task: Task, document: Document) -> dict[str, list[Span]]:
    marks: dict[str, list[Span]] = {}
    for role in ("name", "period"):
        if role in task.cells:
            marks[role] = [task.cells[role]]
    for i, organization in enumerate(task.organizations):
        marks[f"o{i}"] = list(organization.spans)
    for i, target in enumerate(reading.targets_of(task.number), start=1):
        marks[f"t{i}"] = list(target.spans)
        if target.quantity:
            marks[f"q{i}"] = list(target.quantity.spans)
        for j, item in enumerate(target.checklist.items if target.checklist else ()):
            marks[f"i{i}-{j}"] = list(item.spans)
        for j, rung in enumerate(target.ladder.rungs if target.ladder else ()):
            marks[f"r{i}-{j}"] = _said(rung.name, target.spans, document)
    return marks


def _said(name: str, spans: Sequence[Span], document: Document) -> list[Span]:
    """Where the words of a target say a stage: the longest run that they share with its name."""
    for length in range(len(name), _LEAST - 1, -1):
        for span in spans:
            words = document.blocks[span.block].text[span.start : span.end]
            for start in range(len(name) - length + 1):
                at = words.find(name[start : start + length])
                if at >= 0:
                    return [Span(span.block, span.start + at, span.start + at + length)]
    return []
