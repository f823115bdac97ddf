"""The checks of a report, one file each: what was stated must be readable and must hold together.

A check takes one line and yields findings. To add one: write its file, add it to `CHECKS`.
"""

from collections.abc import Callable, Iterable
from uuid import UUID

from tongchou.domain.report.statement import Line
from tongchou.domain.review.checks import (
    approximate,
    done_without_evidence,
    falls_below_last,
    magnitude_twice,
    negative,
    no_change_contradicted,
    no_change_unfounded,
    none_yet_contradicted,
    none_yet_unexplained,
    not_a_number,
    nothing_stated,
    reached_early,
    reached_late,
    reached_undated,
    rung_backwards,
    too_large,
    unit_foreign,
)
from tongchou.domain.shared.findings import Finding

Check = Callable[[Line], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    not_a_number.check,
    approximate.check,
    unit_foreign.check,
    magnitude_twice.check,
    too_large.check,
    negative.check,
    nothing_stated.check,
    none_yet_unexplained.check,
    none_yet_contradicted.check,
    no_change_unfounded.check,
    no_change_contradicted.check,
    rung_backwards.check,
    reached_undated.check,
    reached_late.check,
    reached_early.check,
    done_without_evidence.check,
    falls_below_last.check,
)


def check_line(line: Line) -> list[Finding]:
    """What every check says of one line, in the order of `CHECKS`."""
    return [finding for check in CHECKS for finding in check(line)]


def check_report(lines: Iterable[Line]) -> dict[UUID, list[Finding]]:
    """The findings of each target that has any."""
    found = {line.asked.target: check_line(line) for line in lines}
    return {target: findings for target, findings in found.items() if findings}
