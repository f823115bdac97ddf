"""The title, the annex and the date of a notice speak of different years.

Caught a title copied from the year before, in the notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import spelled, years_in
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class YearsDisagree(Finding):
    code = "N161"
    severity = Severity.WARNING
    title = Text(
        "年份不一致",
        "Years that disagree",
    )
    template = Text(
        "{first}是 {one} 年，{second}是 {other} 年。",
        "The {first} says {one}, the {second} {other}.",
    )
    remedy = Text(
        "请核对标题、附件和成文日期的年份。",
        "Check the years of the title, the annex and the date.",
    )


_TITLE, _ANNEX = Text("标题", "title"), Text("附件标题", "title of the annex")
_DATE = Text("成文日期", "date of the notice")


def check(programme: Programme) -> Iterator[Finding]:
    header = programme.header
    title, annex = years_in(header.title), years_in(header.annex_title or "")
    if title and annex and (title[1] < annex[0] or annex[1] < title[0]):
        shown = {"first": _TITLE, "one": spelled(title), "second": _ANNEX}
        yield YearsDisagree(Position(where="标题"), other=spelled(annex), **shown)
    named = annex or title
    if named and header.date and header.date.year > named[1]:
        first = _ANNEX if annex else _TITLE
        shown = {"first": first, "one": spelled(named), "second": _DATE}
        yield YearsDisagree(Position(where="成文日期"), other=header.date.year, **shown)
