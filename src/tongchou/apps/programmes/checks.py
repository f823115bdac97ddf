"""Whether the readings of a task can stand: everyone is placed, every target has an answer."""

from collections.abc import Iterable, Iterator

from tongchou.domain.programme.checks import check_programme
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Position, Severity

from . import findings


def programme_findings(reading: Programme, confirmed: Iterable[int]) -> list[Finding]:
    """What stands against sealing: tasks that are not confirmed, readings that cannot stand."""
    done = set(confirmed)
    left = [task.number for task in reading.tasks if task.number not in done]
    if left:
        named = "、".join(str(number) for number in left)
        return [findings.NotConfirmed(count=len(left), tasks=named)]
    return [found for task in reading.tasks for found in standing_against(reading, task.number)]


def standing_against(reading: Programme, number: int) -> list[Finding]:
    """What stands against confirming one task."""
    return [f for f in task_findings(reading, number) if f.severity is Severity.ERROR]


def task_findings(reading: Programme, number: int) -> list[Finding]:
    """What is wrong with the readings of one task as they are now, corrections included."""
    task = reading.task(number)
    parties = {participant.short for participant in reading.participants}
    place = f"tasks/{number}/"
    found = [f for f in check_programme(reading) if f.position.where.startswith(place)]
    return [*_organization_findings(task, parties), *_unanswered(reading, number), *found]


def _organization_findings(task: Task, parties: set[str]) -> Iterator[Finding]:
    for place, organization in enumerate(task.organizations):
        if organization.jurisdiction not in parties:
            yield findings.OrganizationWithoutJurisdiction(
                Position(where=f"tasks/{task.number}/organizations/{place}"),
                task=task.number,
                name=organization.name,
            )


def _unanswered(reading: Programme, number: int) -> Iterator[Finding]:
    for target in reading.targets_of(number):
        if not any(target.answers.get(name) for name in target.jurisdictions):
            where = f"tasks/{number}/targets/{target.key}/answers"
            yield findings.NobodyAnswers(Position(where=where), target=target.key)
