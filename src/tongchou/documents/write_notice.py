"""A joint key-task notice as an official .docx, written from its facts.

The layout is the one offices use: stacked red heads, number, title, addressees, order, date;
then the paper itself with its areas; then the annex, a landscape table with one row a task.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document
from docx.table import Table

from tongchou.documents import gongwen

NUMERALS = "一二三四五六七八九十"
WIDTHS = (11.0, 38.0, 22.0, 60.0, 60.0, 44.0, 12.0)


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """A promise of the prose behind its run-in heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class AreaFacts:
    name: str
    lead: str
    clauses: tuple[ClauseFacts, ...]


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """One row of the annex. `area` counts from 1; `organizations` holds one line a government."""

    area: int
    name: str
    period: str
    scope: str
    target: str
    organizations: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What a notice says. `subject` is its matter, broken where its printed title breaks.

    `note` stands at the top of every page (演示数据) and is no part of the notice's text.
    """

    document_number: str
    issuers: tuple[str, ...]
    date: date
    subject: tuple[str, ...]
    addressees: tuple[str, ...]
    order: str
    opening: str
    publicity: str
    areas: tuple[AreaFacts, ...]
    tasks: tuple[TaskFacts, ...]
    note: str = ""


def write_notice(facts: NoticeFacts) -> bytes:
    """The .docx. The same facts give the same bytes.

    Raises ValueError for a task whose area is not there, or more areas than the heading
    numerals reach.
    """
    _check(facts)
    paper = gongwen.new_paper(title=_title(facts), dated=facts.date)
    if facts.note:
        gongwen.running_head(paper.sections[0], facts.note)
    _cover(paper, facts)
    _paper(paper, facts)
    gongwen.landscape(paper)
    _annex(paper, facts)
    return gongwen.to_bytes(paper)


def _check(facts: NoticeFacts) -> None:
    if len(facts.areas) > len(NUMERALS):
        raise ValueError(f"{len(facts.areas)} areas, at most {len(NUMERALS)} have a numeral")
    for task in facts.tasks:
        if not 1 <= task.area <= len(facts.areas):
            raise ValueError(f"task {task.name!r} lies in area {task.area}, which is not there")


def _title(facts: NoticeFacts) -> str:
    return f"关于印发{''.join(facts.subject)}的通知"


def _cover(paper: Document, facts: NoticeFacts) -> None:
    gongwen.organ_mark(paper, facts.issuers)
    gongwen.document_number(paper, facts.document_number)
    gongwen.title(paper, _broken_title(facts.subject))
    gongwen.line(paper, "；".join(facts.addressees) + "：")
    gongwen.body(paper, facts.order)
    gongwen.signature(paper, facts.issuers, facts.date)
    gongwen.annotation(paper, f"（{facts.publicity}）")


def _broken_title(subject: Sequence[str]) -> list[str]:
    lines = list(subject)
    lines[0] = f"关于印发{lines[0]}"
    lines[-1] = f"{lines[-1]}的通知"
    return lines


def _paper(paper: Document, facts: NoticeFacts) -> None:
    before = len(paper.paragraphs)
    gongwen.title(paper, facts.subject)
    paper.paragraphs[before].paragraph_format.page_break_before = True
    gongwen.body(paper, facts.opening)
    for numeral, area in zip(NUMERALS, facts.areas, strict=False):
        gongwen.heading(paper, f"{numeral}、{area.name}")
        said = "".join(f"{clause.heading}。{clause.text}" for clause in area.clauses)
        gongwen.body(paper, area.lead + said)
    gongwen.line(paper)
    gongwen.body(paper, f"附件：{''.join(facts.subject)}")


def _annex(paper: Document, facts: NoticeFacts) -> None:
    gongwen.annex(paper, "附件", ["".join(facts.subject)])
    header = ("序号", "项目名称", "建设时限", "主要内容", f"{facts.date.year}年目标任务",
              "责任单位", "备注")  # fmt: skip
    rows = gongwen.table(paper, WIDTHS, header)
    aligns = [gongwen.CENTRE, gongwen.LEFT, gongwen.CENTRE, *([gongwen.LEFT] * 4)]
    number = 0
    for place, area in enumerate(facts.areas, start=1):
        _area_row(rows, NUMERALS[place - 1], area.name)
        for task in facts.tasks:
            if task.area == place:
                number += 1
                gongwen.add_row(rows, _cells(number, task), aligns=aligns)
    gongwen.line(paper)


def _area_row(rows: Table, numeral: str, name: str) -> None:
    """The area's name over the rest of the row, kept on the page of its first task."""
    row = gongwen.merged_row(rows, [numeral, name, *[""] * (len(WIDTHS) - 2)], first=1)
    for cell in row.cells[:2]:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _cells(number: int, task: TaskFacts) -> list[str]:
    organizations = "\n".join(task.organizations)
    return [str(number), task.name, task.period, task.scope, task.target, organizations,
            task.remark]  # fmt: skip
