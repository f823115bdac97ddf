"""Holding editions and their files against the sealed records."""

from collections.abc import Iterator

from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.audit.queries import content_of
from tongchou.apps.audit.verification import unprojected
from tongchou.domain.shared.findings import Finding

from .findings import EditionDiffers
from .models import Edition


def differences() -> Iterator[Finding]:
    """The bytes of the files are held against their digests by the files' own verification."""
    rows = Edition.objects.select_related("record", "run__record", "bulletin", "ledger")
    for edition in rows.order_by("id"):
        sealed = content_of(edition.record)
        files = {item["kind"]: item for item in sealed["files"]}
        columns = {
            "number": (sealed["number"], edition.number),
            "run": (sealed["run"]["record"], str(edition.run.record.uuid)),
            "bulletin": (files["bulletin"]["digest"], edition.bulletin.digest),
            "ledger": (files["ledger"]["digest"], edition.ledger.digest),
        }
        for column, (was, found) in columns.items():
            if was != found:
                yield EditionDiffers(number=edition.number, column=column, sealed=was, found=found)
    yield from unprojected(RecordKind.EDITION, Edition.objects.all())
