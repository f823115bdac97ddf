"""What the audit record calls periods and reports."""

from collections.abc import Collection
from uuid import UUID

from tongchou.domain.shared.text import Text

from .models import Period, Report


def of_periods(uuids: Collection[UUID] | None) -> dict[UUID, Text]:
    rows = Period.objects.all() if uuids is None else Period.objects.filter(uuid__in=uuids)
    return {period.uuid: period.name for period in rows}


def of_reports(uuids: Collection[UUID] | None) -> dict[UUID, Text]:
    """The period of each report, and whose it is."""
    rows = Report.objects.all() if uuids is None else Report.objects.filter(uuid__in=uuids)
    return {
        report.uuid: Text(
            f"{report.period.name.zh} · {report.organization}",
            f"{report.period.name.en} · {report.organization}",
        )
        for report in rows.select_related("period", "organization")
    }
