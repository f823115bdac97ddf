"""Holding runs against their sealed records, and the records against the rules."""

from collections.abc import Iterator

from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.audit.findings import ProjectionDiffers
from tongchou.apps.audit.verification import unprojected
from tongchou.domain.assessment.findings import RunNotReplayed, VerdictsDiffer
from tongchou.domain.assessment.run import replays
from tongchou.domain.shared import canonical
from tongchou.domain.shared.findings import Finding, Refused

from .models import Run
from .queries import content, value_of, verdicts


def differences() -> Iterator[Finding]:
    for run in Run.objects.select_related("record").order_by("id").iterator(chunk_size=50):
        sealed = content(run)
        columns = {
            "number": (sealed["number"], run.number),
            "as_of": (sealed["inputs"]["as_of"], run.as_of.isoformat()),
            "scheme": (sealed["scheme"]["name"], run.scheme),
            "scheme_version": (sealed["scheme"]["version"], run.scheme_version),
        }
        for column, (was, found) in columns.items():
            if was != found:
                yield ProjectionDiffers(
                    object=f"run {run.uuid}", column=column, sealed=was, found=found
                )
        held = {canonical.dumps(value_of(row).to_json()) for row in verdicts(run)}
        wanted = {canonical.dumps(verdict) for verdict in sealed["verdicts"]}
        if held != wanted:
            count = max(len(wanted - held), len(held - wanted))
            yield VerdictsDiffer(number=run.number, count=count)
        if not _replays(sealed):
            yield RunNotReplayed(number=run.number)
    yield from unprojected(RecordKind.RUN, Run.objects.all())


def _replays(sealed: dict[str, object]) -> bool:
    """A sealed scheme that this version refuses does not replay either."""
    try:
        return replays(sealed)
    except (Refused, KeyError, ValueError):
        return False
