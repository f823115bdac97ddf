"""Holds every notice against the record that was sealed when it was received."""

from collections.abc import Iterator

from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.audit.findings import ProjectionDiffers
from tongchou.apps.audit.queries import content_of
from tongchou.apps.audit.verification import unprojected
from tongchou.domain.shared.findings import Finding

from .models import Notice


def notice_findings() -> Iterator[Finding]:
    rows = Notice.objects.select_related("record", "file").order_by("id")
    for notice in rows.iterator(chunk_size=20):
        sealed = content_of(notice.record)
        columns = {
            "document": (sealed["document"], notice.document),
            "reading": (sealed["programme"], notice.reading),
            "simulated": (sealed["simulated"], notice.simulated),
            "file": (sealed["file"]["digest"], notice.file.digest),
        }
        for column, (then, now) in columns.items():
            if then != now:
                yield ProjectionDiffers(
                    object=f"notice {notice.uuid}",
                    column=column,
                    sealed=_short(then),
                    found=_short(now),
                )
    yield from unprojected(RecordKind.NOTICE, Notice.objects.all())


def _short(value: object) -> str:
    """A document is too long to print whole."""
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}…"
