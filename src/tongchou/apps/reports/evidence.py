"""Attaching evidence to the lines of a draft, and taking it off."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from tongchou.apps.files.actions import check_evidence, store
from tongchou.domain.shared.findings import Refused

from .guards import hold, log_report, not_open, require_liaison
from .models import Evidence, Report

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User


@transaction.atomic
def add_evidence(
    *, report: Report, target: UUID, data: bytes | File, name: str, by: "User", on: date
) -> Evidence:
    """Attaches a file to a line. Raises Refused, and stores nothing, for a file of a forbidden

    kind. The same file attached twice to a line is one row.
    """
    require_liaison(by, report)
    if on < report.period.opens:
        raise Refused([not_open(report)])
    if found := check_evidence(data=data, name=name):
        raise Refused(found)
    row = report.programme.targets.get(uuid=target, answers__organization=report.organization_id)
    hold(report)
    file = store(data=data, name=name, by=by)
    there = report.evidence.filter(
        target=row, removed_at=None, file__digest=file.digest, file__name=file.name
    ).first()
    if there is not None:
        return there
    evidence = Evidence.objects.create(
        report=report, target=row, file=file, added_at=timezone.now()
    )
    log_report("report.evidence.add", report, by, after={"target": row.key, "file": file.name})
    return evidence


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: "User", on: date) -> None:
    """Takes a file off a draft; a submission that cites it keeps it."""
    report = evidence.report
    require_liaison(by, report)
    if on < report.period.opens:
        raise Refused([not_open(report)])
    hold(report)
    rows = Evidence.objects.filter(pk=evidence.pk, removed_at=None)
    if rows.update(removed_at=timezone.now()):
        log_report("report.evidence.remove", report, by, before={"file": evidence.file.name})
