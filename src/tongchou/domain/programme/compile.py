"""From a document to a programme: every reading keeps the span it came from."""

from collections.abc import Sequence

from tongchou.domain.notice.annex import TaskRow
from tongchou.domain.notice.document import Document, Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.notice.outline import Outline, outline_of
from tongchou.domain.programme.clauses import read_clauses
from tongchou.domain.programme.figures import scan
from tongchou.domain.programme.findings import (
    LeadNotDistinguished,
    NoOrganization,
    SoftDeadline,
    UnreadPeriod,
)
from tongchou.domain.programme.organs import read_organizations
from tongchou.domain.programme.places import Places, places_of
from tongchou.domain.programme.programme import Header, Programme
from tongchou.domain.programme.target import QuantityField, Target
from tongchou.domain.programme.targets import Context, read_targets
from tongchou.domain.programme.task import Area, Task
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.periods import PeriodKind, parse_period

_QUANTITY_CELLS = (
    ("name", QuantityField.NAME),
    ("scope", QuantityField.SCOPE),
    ("target", QuantityField.TARGET),
)


def compile_document(document: Document) -> Programme:
    """Read a notice. Whatever is unclear becomes a finding; nothing is guessed silently."""
    if not document.readable:
        return Programme(Header(), findings=document.findings)
    outline = outline_of(document)
    places = _places(outline, document)
    findings: list[Finding] = [*document.findings, *outline.findings]
    tasks: list[Task] = []
    targets: list[Target] = []
    for row in outline.annex.tasks:
        task, doubts = _task(row, places, outline.year)
        found, more = read_targets(row.cells.get("target"), Context(task, places, outline.year))
        tasks.append(task)
        targets.extend(found)
        findings += [*doubts, *more]
    clauses, uncarried = read_clauses(outline.sentences, tasks, places)
    return Programme(
        header=_header(outline),
        participants=places.participants,
        areas=tuple(Area(a.number, a.name.text, (a.name.span,)) for a in outline.annex.areas),
        tasks=tuple(tasks),
        targets=tuple(targets),
        clauses=clauses,
        findings=(*findings, *_leads(outline, tasks), *uncarried),
        year=outline.year,
    )


def _places(outline: Outline, document: Document) -> Places:
    cells = [cell.text for row in outline.annex.tasks for _, cell in row.organizations]
    text = "\n".join(block.text for block in document.blocks)
    return places_of(outline.letter.issuers, "\n".join(cells), text)


def _header(outline: Outline) -> Header:
    letter = outline.letter
    annex = {"annex_title": outline.annex_title_spans} if outline.annex_title_spans else {}
    return Header(
        document_number=letter.document_number,
        issuers=letter.issuers,
        date=letter.day,
        title=letter.title,
        annex_title=outline.annex_title,
        addressees=letter.addressees,
        publicity=letter.publicity,
        fields={**letter.spans, **annex},
    )


def _task(row: TaskRow, places: Places, year: int | None) -> tuple[Task, list[Finding]]:
    organizations, findings = read_organizations(row.organizations, places)
    name = row.cells["name"]
    period = parse_period(_text(row, "period"), year)
    task = Task(
        number=row.number,
        printed_number=_text(row, "number"),
        area=row.area,
        name=name.text,
        period=period,
        scope=_text(row, "scope"),
        target=_text(row, "target"),
        remark=_text(row, "remark"),
        organizations=organizations,
        quantities=tuple(
            quantity
            for cell, field in _QUANTITY_CELLS
            if cell in row.cells
            for quantity in scan(row.cells[cell], field)
        ),
        cells=_spans(row),
    )
    return task, [*findings, *_task_doubts(task, row)]


def _text(row: TaskRow, cell: str) -> str:
    line = row.cells.get(cell)
    return line.text if line else ""


def _spans(row: TaskRow) -> dict[str, Span]:
    """The span of the name and of each filled cell, organizations under their column's role."""
    cells: dict[str, Line] = {**row.cells, **dict(row.organizations)}
    return {name: line.span for name, line in cells.items() if line.text or name == "name"}


def _task_doubts(task: Task, row: TaskRow) -> list[Finding]:
    names = {"number": task.number, "name": task.name}
    findings: list[Finding] = []
    where = task.cells.get("period", task.cells["name"]).position("时限")
    if task.period.kind is PeriodKind.SOFT:
        findings.append(SoftDeadline(where, period=task.period.text, **names))
    if task.period.kind is PeriodKind.UNKNOWN and "period" in row.cells:
        findings.append(UnreadPeriod(where, period=task.period.text, **names))
    if not task.organizations:
        findings.append(NoOrganization(row.cells["name"].span.position("责任单位"), **names))
    return findings


def _leads(outline: Outline, tasks: Sequence[Task]) -> list[Finding]:
    """One finding for the notice when its annex has responsible organizations but no lead."""
    heading = outline.annex.headings.get("responsible")
    roles = {str(o.role) for task in tasks for o in task.organizations}
    if heading is None or "lead" in roles or "responsible" not in roles:
        return []
    where = heading.span.position("责任单位")
    return [LeadNotDistinguished(where, column=heading.text, count=len(tasks))]
