"""What was read and found, as text: a line a task, and findings like a compiler's."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "note"),
}
NAME_WIDTH = 44
COLUMNS = (
    (Text("序号", "no."), 5),
    (Text("任务", "task"), NAME_WIDTH + 2),
    (Text("时限", "period"), 24),
    (Text("单位", "organs"), 8),
    (Text("数量", "figures"), 9),
    (Text("目标", "targets"), 8),
)


def width(text: str) -> int:
    """Columns of a terminal: a wide character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def fitted(text: str, columns: int) -> str:
    """The text cut (with …) or filled up to a width."""
    if width(text) <= columns:
        return text + " " * (columns - width(text))
    kept = ""
    for letter in text:
        if width(kept) + width(letter) > columns - 1:
            break
        kept += letter
    return fitted(f"{kept}…", columns)


def summary(programme: Programme, language: str) -> list[str]:
    """The header and one line a task."""
    header = programme.header
    lines = [header.annex_title or header.title]
    lines.append(f"{header.document_number}  {header.date or ''}  {'、'.join(header.issuers)}")
    lines.append("".join(fitted(title.in_language(language), size) for title, size in COLUMNS))
    names = {area.number: area.name for area in programme.areas}
    shown: int | None = None
    for task in programme.tasks:
        if task.area is not None and task.area != shown:
            lines.append(f"[{task.area}] {names.get(task.area, '')}")
            shown = task.area
        lines.append(_row(programme, task))
    counts = Text(
        "{areas} 个领域，{tasks} 项任务，{targets} 个目标，{figures} 个数量，{clauses} 条正文事项",
        "{areas} areas, {tasks} tasks, {targets} targets, {figures} figures, {clauses} clauses",
    )
    figures = sum(len(task.quantities) for task in programme.tasks)
    lines.append(
        counts.in_language(language).format(
            areas=len(programme.areas),
            tasks=len(programme.tasks),
            targets=len(programme.targets),
            figures=figures,
            clauses=len(programme.clauses),
        )
    )
    return [line.rstrip() for line in lines]


def _row(programme: Programme, task: Task) -> str:
    cells: Sequence[object] = (
        task.number,
        fitted(" ".join(task.name.split()), NAME_WIDTH),
        task.period.text,
        len(task.organizations),
        len(task.quantities),
        len(programme.targets_of(task.number)),
    )
    return "".join(fitted(str(cell), size) for cell, (_, size) in zip(cells, COLUMNS, strict=True))


def place(name: str, position: Position) -> str:
    """`notice.docx:任务 9 目标任务:3-9`; 第12段 where only the block is known. Counts from 1."""
    parts = [name]
    if position.where or position.block is not None:
        parts.append(position.where or f"第{(position.block or 0) + 1}段")
    if position.start is not None and position.end is not None:
        parts.append(f"{position.start + 1}-{position.end}")
    return ":".join(parts)


def finding_lines(name: str, findings: Iterable[Finding], language: str) -> list[str]:
    """Two lines a finding, what is the matter and what to do; errors first, then by place."""
    order = list(Severity)
    ranked = sorted(
        findings,
        key=lambda f: (order.index(f.severity), f.position.block or 0, f.position.start or 0),
    )
    remedy = Text("改法", "remedy").in_language(language)
    lines: list[str] = []
    for finding in ranked:
        severity = SEVERITIES[finding.severity].in_language(language)
        said = f"{severity} {finding.code}: {finding.message(language)}"
        lines.append(f"{place(name, finding.position)}: {said}")
        lines.append(f"    {remedy}: {finding.advice.in_language(language)}")
    return lines


def tally(findings: Iterable[Finding], language: str) -> str:
    """How many findings of each severity."""
    counts = Counter(finding.severity for finding in findings)
    words = Text("{error} 个错误，{warning} 个警告，{info} 条提示",
                 "{error} errors, {warning} warnings, {info} notes")  # fmt: skip
    numbers = {str(severity): counts[severity] for severity in Severity}
    return words.in_language(language).format(**numbers)
