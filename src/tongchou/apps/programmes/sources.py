"""The cells of one task as printed, with the words that each reading came from."""

from dataclasses import dataclass
from typing import Any

from tongchou.apps.notices.queries import Piece, pieces
from tongchou.domain.notice.document import Document, Span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Task
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

    figure, and the role itself for the whole cell of name and period.
    """
    task = reading.task(number)
    named = _marks(reading, task)
    cells: list[SourceCell] = []
    begun: set[str] = set()
    for role, label in LABELS.items():
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


def _marks(reading: Programme, task: Task) -> dict[str, list[Span]]:
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
    return marks


def findings_by_place(
    reading: Programme, task: Task, extra: list[dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """The findings of one task as JSON, by the form they belong to: period, organizations,

    a target's key, or "task" for the rest. `extra` are findings of the confirming itself.
    """
    placed: dict[str, list[dict[str, Any]]] = {}
    for finding in [*(f.to_json() for f in reading.findings), *extra]:
        place = _place(reading, task, finding["position"])
        if place:
            placed.setdefault(place, []).append(finding)
    return placed


def _place(reading: Programme, task: Task, position: dict[str, Any]) -> str | None:
    block, start = position["block"], position["start"]
    roles = {span.block: role for role, span in task.cells.items()}
    if block is None or block not in roles:
        return None
    if roles[block] == "period":
        return "period"
    if roles[block] in {"lead", "responsible", "assisting", "supervising"}:
        return "organizations"
    for target in reading.targets_of(task.number):
        for span in target.spans:
            if span.block == block and start is not None and span.start <= start < span.end:
                return target.key
    return "task"
