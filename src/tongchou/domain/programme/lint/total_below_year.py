"""A whole investment that is smaller than what one year is to spend of it.

Caught a total in 万元 beside a yearly figure in 亿元, in the golden notice of flaws.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tongchou.domain.programme.lint.parts import quoted, with_targets
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity, QuantityRole
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.quantities import Measure
from tongchou.domain.shared.text import Text


class TotalBelowYear(Finding):
    code = "N153"
    severity = Severity.WARNING
    title = Text("总投资小于年度投资", "A total below a yearly figure")
    template = Text(
        "“{name}”的总数“{total}”小于年度“{year}”。",
        "The total of “{name}”, “{total}”, is below its yearly “{year}”.",
    )
    remedy = Text("请核实两个数及其单位。", "Check both figures and their units.")


def check(programme: Programme) -> Iterator[Finding]:
    whole = {project.name for project in programme.projects}
    known = {quantity for project in programme.projects for quantity in project.quantities}
    for project in programme.projects:
        pair = _smaller_total(project.quantities)
        if pair:
            where = pair[1].spans[0].position(f"项目 {project.name}")
            yield TotalBelowYear(
                where, name=quoted(project.name), total=pair[0].text, year=pair[1].text
            )
    for task, targets in with_targets(programme):
        own = [t.quantity for t in targets if t.quantity and t.project not in whole]
        totals = [q for q in task.quantities if q.role is QuantityRole.TOTAL]
        pair = _smaller_total((*totals, *own)) if len(totals) == 1 else None
        if pair and pair[0] not in known:
            where = at_span(task, "target", pair[1].spans)
            yield TotalBelowYear(
                where, name=quoted(task.name), total=pair[0].text, year=pair[1].text
            )


def _smaller_total(quantities: Iterable[Quantity]) -> tuple[Quantity, Quantity] | None:
    """A total of money, and a promised flow of money above it."""
    money = [q for q in quantities if q.unit == "元"]
    totals = [q for q in money if q.role is QuantityRole.TOTAL]
    yearly = [q for q in money if q.role is QuantityRole.TARGET and q.measure is Measure.FLOW]
    if not totals or not yearly:
        return None
    total, year = min(totals, key=_value), max(yearly, key=_value)
    return (total, year) if total.value < year.value else None


def _value(quantity: Quantity) -> Decimal:
    return quantity.value
