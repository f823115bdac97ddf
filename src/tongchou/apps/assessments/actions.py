"""Assessing a programme: gather, judge, seal, write the verdicts."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from tongchou.apps.audit.actions import JOINT_OFFICE, log, seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.organizations.queries import standing
from tongchou.apps.programmes.choices import ProgrammeState
from tongchou.apps.programmes.queries import content_of_revision, revision_in_force
from tongchou.apps.reviews.queries import current_values
from tongchou.domain.assessment.findings import NotConfirmed, OutsideProgramme
from tongchou.domain.assessment.inputs import Inputs
from tongchou.domain.assessment.run import SCHEMA, run_content
from tongchou.domain.assessment.scheme import DEFAULT, LightScheme, load_scheme
from tongchou.domain.shared.findings import Refused

from .gathering import gather
from .models import Run, Verdict

if TYPE_CHECKING:
    from tongchou.apps.audit.models import Record
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme
    from tongchou.apps.reviews.models import CurrentValue


@transaction.atomic
def assess(
    *,
    programme: "Programme",
    as_of: date,
    by: "User | None",
    on: date | None = None,
    scheme: str = DEFAULT,
) -> Run:
    """Seals the next run of the programme. `on` is the business date, which `as_of` may not pass.

    Raises Refused while the programme is a draft or where the date lies outside it.
    """
    if by is not None and not standing(by, programme.uuid).coordinator:
        raise PermissionDenied
    row = type(programme).objects.select_for_update().get(pk=programme.pk)
    last = min(row.end, on) if on else row.end
    if row.state != ProgrammeState.RUNNING:
        raise Refused([NotConfirmed()])
    if not row.start <= as_of <= last:
        raise Refused([OutsideProgramme(as_of=as_of, start=row.start, end=last)])
    run = _sealed(row, as_of, load_scheme(scheme), by)
    log(
        action="programme.assess",
        by=by,
        object_kind="run",
        object_uuid=run.uuid,
        programme=row.uuid,
        after={"number": run.number, "as_of": as_of.isoformat(), "scheme": run.scheme},
        record=run.record,
    )
    return run


def _sealed(row: "Programme", as_of: date, rules: LightScheme, by: "User | None") -> Run:
    """Gathers, judges and seals; the verdicts' rows are made with the run."""
    revision = revision_in_force(row)
    values = list(current_values(row, as_of).select_related("submission__record"))
    inputs = gather(content_of_revision(revision), values, as_of)
    content = {
        "number": row.runs.count() + 1,
        "revision": {"number": revision.number, "record": revision.record.uuid},
        "simulated": row.simulated,
        "by": None if by is None else {"uuid": by.uuid, "name": by.name},
        **run_content(inputs, rules, str(row.uuid)),
    }
    record = seal(
        kind=RecordKind.RUN,
        schema=SCHEMA,
        programme=row.uuid,
        issuer=JOINT_OFFICE,
        content=content,
        parents=[revision.record, *_submissions(inputs, values)],
    )
    run = Run.objects.create(
        programme=row,
        number=content["number"],
        as_of=as_of,
        scheme=rules.name,
        scheme_version=rules.version,
        record=record,
        assessed_by=by,
        assessed_at=record.sealed_at,
    )
    Verdict.objects.bulk_create(verdict_rows(run, content["verdicts"]))
    return run


def verdict_rows(run: Run, verdicts: Iterable[dict[str, Any]]) -> list[Verdict]:
    """The rows that a run's sealed verdicts ask for."""
    return [
        Verdict(
            run=run,
            level=verdict["level"],
            object_uuid=UUID(verdict["object"]),
            jurisdiction=verdict["jurisdiction"],
            light=verdict["light"],
            reason=verdict["reason"],
            figures=verdict["figures"],
        )
        for verdict in verdicts
    ]


def _submissions(inputs: Inputs, values: list["CurrentValue"]) -> list["Record"]:
    """The sealed submissions whose figures the run read, each once, in the order of the plan."""
    records = {str(row.submission.uuid): row.submission.record for row in values}
    read = dict.fromkeys(answer.submission for answer in inputs.answers if answer.submission)
    return [records[submission] for submission in read]
