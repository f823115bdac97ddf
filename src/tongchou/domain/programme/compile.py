"""From a document to a programme: every reading keeps the span it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tongchou.domain.notice.annex import TaskRow
from tongchou.domain.notice.document import Document, Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.notice.outline import Outline, outline_of
from tongchou.domain.programme.lint import linted
from tongchou.domain.programme.programme import Header, Programme
from tongchou.domain.programme.projects.read import read_projects
from tongchou.domain.programme.prose.clauses import Annex, read_clauses
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.reading.measures import measure_of
from tongchou.domain.programme.reading.organs import read_organizations
from tongchou.domain.programme.reading.places import Places, places_of
from tongchou.domain.programme.target import Quantity, QuantityField, QuantityRole, Target
from tongchou.domain.programme.targets.binding import Context
from tongchou.domain.programme.targets.read import read_targets
from tongchou.domain.programme.task import Area, Task
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.periods import parse_period
from tongchou.domain.shared.quantities import Measure

_QUANTITY_CELLS = (
    ("name", QuantityField.NAME),
    ("total_investment", QuantityField.SCOPE),
    ("scope", QuantityField.SCOPE),
    ("investment", QuantityField.TARGET),
    ("target", QuantityField.TARGET),
)
_COLUMNS_OF_MONEY = {
    "total_investment": ("总投资", QuantityRole.TOTAL, Measure.STOCK),
    "investment": ("年度投资", QuantityRole.TARGET, Measure.FLOW),
}


def compile_document(document: Document) -> Programme:
    """Read a notice. Whatever is unclear becomes a finding; nothing is guessed silently."""
    if not document.readable:
        return Programme(Header(), findings=document.findings)
    outline = outline_of(document)
    places = _places(outline, document)
    findings: list[Finding] = [*document.findings, *outline.findings]
    targets: list[Target] = []
    tasks = [_task(row, places, outline) for row in outline.annex.tasks]
    prose = [Line(sentence.text, sentence.span) for sentence in outline.sentences]
    rows = [(task, row.cells) for task, row in zip(tasks, outline.annex.tasks, strict=True)]
    projects = read_projects(rows, prose, places)
    for task, cells in rows:
        context = Context(task, places, outline.year, projects)
        found, troubles = read_targets(cells.get("target"), context)
        targets.extend(found)
        findings.extend(troubles)
    areas = tuple(Area(a.number, a.name.text, (a.name.span,)) for a in outline.annex.areas)
    programme = Programme(
        header=_header(outline),
        participants=places.participants,
        areas=areas,
        tasks=tuple(tasks),
        projects=projects.with_targets(targets),
        targets=tuple(targets),
        clauses=read_clauses(outline.sentences, Annex(areas, tasks, targets, projects, places)),
        findings=tuple(findings),
        year=outline.year,
    )
    return linted(programme)


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


def _task(row: TaskRow, places: Places, outline: Outline) -> Task:
    name = row.cells["name"]
    period = parse_period(_text(row, "period"), outline.year, outline.letter.day)
    return Task(
        number=row.number,
        printed_number=_text(row, "number"),
        area=row.area,
        name=name.text,
        period=period,
        scope=_text(row, "scope"),
        target=_text(row, "target"),
        remark=_text(row, "remark"),
        organizations=read_organizations(row.organizations, places),
        quantities=tuple(_quantities(row, outline.annex.units)),
        cells=_spans(row),
    )


def _quantities(row: TaskRow, units: Mapping[str, str]) -> Iterator[Quantity]:
    """The figures of a row; bare numbers take the unit of their column or of the row.

    A cell that is cut from another one (a name from the target's words) has no figures of its own.
    """
    filled = [(cell, field) for cell, field in _QUANTITY_CELLS if cell in row.cells]
    for cell, field in filled:
        line = row.cells[cell]
        others = (row.cells[other] for other, _ in filled if other != cell)
        if any(_inside(line.span, other.span) for other in others):
            continue
        unit = units.get(cell) or (_text(row, "unit") if cell == "target" else None) or None
        found = scan(line, field, unit)
        if cell == "target":
            found = (_of_indicator(quantity, row.cells["name"].text) for quantity in found)
        yield from (_of_column(quantity, cell) for quantity in found)


def _of_indicator(quantity: Quantity, name: str) -> Quantity:
    """A bare figure with the unit of its column measures what the row is named after."""
    if quantity.subject or quantity.printed_unit in quantity.text:
        return quantity
    measure = measure_of(name, len(name), name, quantity.printed_unit, quantity.field)
    return replace(quantity, subject=name, measure=measure)


def _of_column(quantity: Quantity, cell: str) -> Quantity:
    """What the heading of a column of money says of the figures in it."""
    if cell not in _COLUMNS_OF_MONEY:
        return quantity
    subject, role, measure = _COLUMNS_OF_MONEY[cell]
    return replace(quantity, subject=subject, role=role, measure=measure)


def _inside(inner: Span, outer: Span) -> bool:
    return (
        inner != outer
        and inner.block == outer.block
        and outer.start <= inner.start
        and inner.end <= outer.end
    )


def _text(row: TaskRow, cell: str) -> str:
    line = row.cells.get(cell)
    return line.text if line else ""


def _spans(row: TaskRow) -> dict[str, Span]:
    """The span of the name and of each filled cell, organizations under their column's role."""
    cells: dict[str, Line] = {**row.cells, **dict(row.organizations)}
    return {name: line.span for name, line in cells.items() if line.text or name == "name"}
