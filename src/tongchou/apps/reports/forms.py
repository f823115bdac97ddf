"""What the pages send: the lines of a report, and the dates of a period."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from tongchou.domain.report.period import Calendar
from tongchou.domain.report.refusals import NotADay
from tongchou.domain.report.statement import Statement
from tongchou.domain.review.checks.done_without_evidence import DoneWithoutEvidence
from tongchou.domain.shared.findings import Finding, Position

from .choices import PeriodKind
from .drafts import statement
from .lines import ReportLine

UNKNOWN = -1
"""The version of a form that does not say which it was filled from; it matches none."""
NONE_YET = "none"
"""The choice before the first stage."""
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d\d)(\d\d)")


@dataclass(slots=True)
class FormLine:
    """A line as the form shows it: what stands in its fields, and what is wrong with it.

    `stored` is what another window has saved meanwhile, where it differs from what was typed.
    """

    line: ReportLine
    stated: Statement
    day: str
    findings: list[Finding] = field(default_factory=list)
    stored: Statement | None = None
    expected: str = ""

    @property
    def id(self) -> str:
        return self.line.asked.target.hex

    @property
    def about_evidence(self) -> bool:
        """Whether there is evidence, or something to be said about it."""
        said = any(isinstance(f, DoneWithoutEvidence) or f.code[0] == "X" for f in self.findings)
        return said or bool(self.line.evidence)

    @property
    def said(self) -> list[dict[str, Any]]:
        """The findings for the page; beside their field they need not name the target."""
        found = [finding.to_json() for finding in dict.fromkeys(self.findings)]
        return [{**said, "position": {**said["position"], "where": ""}} for said in found]


@dataclass(slots=True)
class SentReport:
    """A report form as it was sent."""

    entries: list[dict[str, Any]]
    typed: dict[UUID, Statement]
    days: dict[UUID, str]
    findings: dict[UUID, list[Finding]]
    files: list[tuple[UUID, UploadedFile]]
    version: int


def read_report(request: HttpRequest, lines: list[ReportLine]) -> SentReport:
    """Reads the lines whose fields arrived; a line that did not is left as it is stored."""
    post = request.POST
    sent = SentReport([], {}, {}, {}, [], UNKNOWN)
    if (version := post.get("version", "")).isdecimal() and len(version) < 10:
        sent.version = int(version)
    for line in lines:
        uuid, name = line.asked.target, line.asked.target.hex
        for file in _files(request.FILES, name):
            sent.files.append((uuid, file))
        if f"words-{name}" not in post:
            continue
        day = post.get(f"day-{name}", "").strip()
        reached, rung = read_day(day), post.get(f"rung-{name}", "")
        entry = {
            "target": uuid,
            "value": post.get(f"value-{name}", ""),
            "unit": post.get(f"unit-{name}", ""),
            "rung": _uuid(rung),
            "reached_on": reached,
            "no_change": f"same-{name}" in post,
            "none_yet": f"none-{name}" in post or rung == NONE_YET,
            "words": post[f"words-{name}"],
            "problems": post.get(f"problems-{name}", ""),
        }
        if day and reached is None:
            sent.findings[uuid] = [NotADay(Position(where=line.asked.key), typed=day)]
            sent.days[uuid] = day
        sent.entries.append(entry)
        sent.typed[uuid] = statement(line, entry)
    return sent


def form_lines(lines: list[ReportLine], sent: SentReport | None, *, saved: bool) -> list[FormLine]:
    """The lines to show: as stored, and over them what was sent and could not be saved."""
    shown = []
    for line in lines:
        uuid = line.asked.target
        typed = None if sent is None or saved else sent.typed.get(uuid)
        stated = typed or line.stated
        day = stated.reached_on.isoformat() if stated.reached_on else ""
        made = FormLine(line=line, stated=stated, day=day)
        if sent is not None:
            made.day = sent.days.get(uuid, day)
            made.findings += sent.findings.get(uuid, [])
        if typed is not None and typed != line.stated:
            made.stored = replace(line.stated, evidence=())
        shown.append(made)
    return shown


def read_day(text: str) -> date | None:
    """2023-04-20, 2023/4/20, 2023.4.20, 20230420 or 2023年4月20日; None when it is no date."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups() if part is not None))
    except ValueError:
        return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _files(files: MultiValueDict[str, UploadedFile], name: str) -> list[UploadedFile]:
    return [file for file in files.getlist(f"file-{name}") if file]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PeriodForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=PeriodKind.choices)
    start = forms.DateField(label=_("Starts on"), widget=DayInput())
    end = forms.DateField(label=_("Ends on (the figures are as of this day)"), widget=DayInput())
    opens = forms.DateField(label=_("Reports are taken from"), widget=DayInput())
    due = forms.DateField(label=_("Due on"), widget=DayInput())
    closes = forms.DateField(label=_("Closes after"), widget=DayInput())

    @classmethod
    def proposing(cls, calendar: Calendar) -> "PeriodForm":
        names = ("start", "end", "opens", "due", "closes")
        dates = {name: getattr(calendar, name) for name in names}
        return cls(initial={"kind": PeriodKind.MONTH, **dates})


class ExtendForm(forms.Form):
    due = forms.DateField(label=_("Due on"), widget=DayInput())
    closes = forms.DateField(label=_("Closes after"), widget=DayInput())
