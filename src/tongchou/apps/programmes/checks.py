"""Whether the readings of a task can stand: everyone is placed, every target has an answer."""

from collections.abc import Iterable, Iterator

from tongchou.domain.programme.amending.checks import check_programme
from tongchou.domain.programme.amending.fields import task_of
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
    return standing_against(reading)


def standing_against(reading: Programme, numbers: Iterable[int] | None = None) -> list[Finding]:
    """What stands against confirming these tasks; all of them where none are named."""
    wanted = None if numbers is None else set(numbers)
    return [
        finding
        for number, found in findings_by_task(reading).items()
        if wanted is None or number in wanted
        for finding in found
        if finding.severity is Severity.ERROR
    ]


def findings_by_task(reading: Programme) -> dict[int, list[Finding]]:
    """What is wrong with each task's readings as they are now, corrections included."""
    parties = {participant.short for participant in reading.participants}
    found: dict[int, list[Finding]] = {}
    for task in reading.tasks:
        found[task.number] = [*_organization_findings(task, parties), *_unanswered(reading, task)]
    for finding in check_programme(reading):
        number = task_of(finding.position.where)
        if number is not None:
            found[number].append(finding)
    return found


def _organization_findings(task: Task, parties: set[str]) -> Iterator[Finding]:
    for place, organization in enumerate(task.organizations):
        if organization.jurisdiction not in parties:
            yield findings.OrganizationWithoutJurisdiction(
                Position(where=f"tasks/{task.number}/organizations/{place}"),
                task=task.number,
                name=organization.name,
            )


def _unanswered(reading: Programme, task: Task) -> Iterator[Finding]:
    """One that binds only who did not sign may stand unanswered: it is reported by invitation."""
    signed = {participant.short for participant in reading.participants if participant.signed}
    for target in reading.targets_of(task.number):
        answered = any(target.answers.get(name) for name in target.jurisdictions)
        if not answered and signed.intersection(target.jurisdictions):
            where = f"tasks/{task.number}/targets/{target.key}/answers"
            yield findings.NobodyAnswers(Position(where=where), target=target.key)
