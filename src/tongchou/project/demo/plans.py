"""What the demo's coordinator corrects while confirming: projects placed, stages planned, every

target reported on each month.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Cadence

FIRST_MONTH, LAST_MONTH, ALONE_IN, DAY = 4, 11, 9, 20


def corrections(
    reading: Programme, projects: Mapping[str, str], stages: Mapping[int, int]
) -> dict[str, Any]:
    """The readings that get another value, by path.

    `projects` places a project in a jurisdiction; `stages` says how many stages of a task's
    ladders the year promises, all of them where it does not say.
    """
    return dict(_changes(reading, projects, stages))


def _changes(
    reading: Programme, projects: Mapping[str, str], stages: Mapping[int, int]
) -> Iterator[tuple[str, Any]]:
    for target in reading.targets:
        path = f"tasks/{target.task}/targets/{target.key}"
        if target.cadence is not Cadence.MONTH:
            yield f"{path}/cadence", str(Cadence.MONTH)
        place = projects.get(target.project or "")
        if place in target.jurisdictions and target.jurisdictions != (place,):
            yield f"{path}/jurisdictions", [place]
        rungs = target.ladder.rungs if target.ladder else ()
        days = planned_days(reading.year or 0, min(len(rungs), stages.get(target.task, len(rungs))))
        for number, day in enumerate(days):
            yield f"{path}/ladder/rungs/{number}/planned", day.isoformat()


def planned_days(year: int, count: int) -> list[date]:
    """The 20th of months from April to November, spread evenly; a single stage in September."""
    if count == 1:
        return [date(year, ALONE_IN, DAY)]
    span = LAST_MONTH - FIRST_MONTH
    return [
        date(year, FIRST_MONTH + round(span * number / (count - 1)), DAY) for number in range(count)
    ]
