"""Publishing: bulletin and ledger of a run, stored, signed and sealed as one edition."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from tongchou.apps.assessments.queries import content
from tongchou.apps.audit.actions import JOINT_OFFICE, log, seal, sign_heads
from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.files.actions import store
from tongchou.apps.organizations.queries import standing
from tongchou.documents.write_bulletin import MEDIA_TYPE as DOCX
from tongchou.documents.write_bulletin import write_bulletin
from tongchou.documents.write_ledger import MEDIA_TYPE as XLSX
from tongchou.documents.write_ledger import write_ledger
from tongchou.domain.publication.bulletin import compose
from tongchou.domain.publication.facts import EditionFacts, Head, Statement
from tongchou.domain.publication.ledger import compose_ledger
from tongchou.domain.publication.picture import Picture, Share, TargetLine
from tongchou.domain.report.statement import Sealed
from tongchou.domain.shared.findings import Refused
from tongchou.domain.shared.quantities import in_unit

from .findings import AlreadyPublished
from .models import Edition
from .pictures import picture_of_run
from .queries import sealed_statements, sources_of

if TYPE_CHECKING:
    from tongchou.apps.assessments.models import Run
    from tongchou.apps.audit.models import HeadSignature
    from tongchou.apps.files.models import StoredFile
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme

SCHEMA = 1
"""Of a sealed edition."""
OFFICE = "联合办公室"
"""How papers name the issuer of the joint office's chain."""


@transaction.atomic
def publish(
    *, programme: "Programme", run: "Run", by: "User | None", on: date | None = None
) -> Edition:
    """Makes the next edition of a programme from one of its runs.

    `on` is the business date, printed as the date of issue; without it the run's as-of date is.
    Raises Refused where the run is published already.
    """
    if by is not None and not standing(by, programme.uuid).coordinator:
        raise PermissionDenied
    row = type(programme).objects.select_for_update().get(pk=programme.pk)
    earlier = Edition.objects.filter(programme=row, run=run).first()
    if earlier is not None:
        raise Refused([AlreadyPublished(run=run.number, edition=earlier.number)])
    signatures = sign_heads(row.uuid)
    picture = picture_of_run(row, run)
    facts = _facts(row, run, on or run.as_of, _heads(signatures, picture))
    files = _files(row, facts, picture, by)
    edition = _sealed(run, facts, files, signatures, by)
    log(
        action="edition.publish",
        by=by,
        object_kind="edition",
        object_uuid=edition.uuid,
        programme=row.uuid,
        after={"number": edition.number, "run": run.number},
        record=edition.record,
    )
    return edition


def _sealed(
    run: "Run",
    facts: EditionFacts,
    files: tuple["StoredFile", "StoredFile"],
    signatures: Sequence["HeadSignature"],
    by: "User | None",
) -> Edition:
    record = seal(
        kind=RecordKind.EDITION,
        schema=SCHEMA,
        programme=run.programme.uuid,
        issuer=JOINT_OFFICE,
        content=_content(run, facts, files, signatures, by),
        parents=[run.record],
    )
    return Edition.objects.create(
        programme=run.programme,
        number=facts.number,
        run=run,
        record=record,
        bulletin=files[0],
        ledger=files[1],
        published_by=by,
        published_at=record.sealed_at,
    )


def _heads(signatures: Sequence["HeadSignature"], picture: Picture) -> tuple[Head, ...]:
    names = {party.slug: party.name for party in picture.parties}
    return tuple(
        Head(names.get(signed.chain.issuer, OFFICE), signed.sequence, signed.digest)
        for signed in signatures
    )


def _facts(
    programme: "Programme", run: "Run", dated: date, heads: tuple[Head, ...]
) -> EditionFacts:
    reading = programme.notice.reading or {}
    return EditionFacts(
        number=Edition.objects.filter(programme=programme).count() + 1,
        dated=dated,
        programme=programme.name,
        document_number=(reading.get("header") or {}).get("document_number") or "",
        simulated=programme.simulated,
        run_number=run.number,
        run_record=str(run.record.uuid),
        run_digest=run.record.digest,
        revision=content(run)["revision"]["number"],
        heads=heads,
    )


def _files(
    programme: "Programme", facts: EditionFacts, picture: Picture, by: "User | None"
) -> tuple["StoredFile", "StoredFile"]:
    lines = [line for task in picture.tasks for line in task.targets]
    sources = {
        uuid: "\n".join(excerpt.text for excerpt in found)
        for uuid, found in sources_of(programme, picture.revision, lines).items()
    }
    bulletin = write_bulletin(compose(picture, facts))
    ledger = write_ledger(compose_ledger(picture, facts, statements(lines), sources))
    return (
        store(data=bulletin, name=f"{facts.brief}.docx", media_type=DOCX, by=by),
        store(data=ledger, name=f"{facts.ledger}.xlsx", media_type=XLSX, by=by),
    )


def statements(lines: Sequence[TargetLine]) -> list[Statement]:
    """The sealed statements that the run read, in the order of the plan."""
    sealed = sealed_statements(lines)
    return [
        _statement(line, share, *sealed[line.uuid, share.jurisdiction])
        for line in lines
        for share in line.shares
        if share.submission
    ]


def _statement(line: TargetLine, share: Share, number: int, stated: Sealed) -> Statement:
    return Statement(
        key=line.key,
        jurisdiction=share.name,
        organization=share.organization,
        period_end=stated.as_of,
        value=_value(stated, line),
        unit=line.unit,
        stage=stated.rung_name,
        reached_on=stated.reached_on,
        words=stated.words,
        problems=stated.problems,
        evidence=tuple(proof.name for proof in stated.evidence),
        submission=share.submission or "",
        number=number,
    )


def _value(sealed: Sealed, line: TargetLine) -> Decimal | None:
    if sealed.value is None:
        return None
    return in_unit(sealed.value, line.unit) if line.unit else sealed.value


def _content(
    run: "Run",
    facts: EditionFacts,
    files: tuple["StoredFile", "StoredFile"],
    signatures: Sequence["HeadSignature"],
    by: "User | None",
) -> dict[str, Any]:
    return {
        "number": facts.number,
        "dated": facts.dated,
        "run": {"number": run.number, "record": run.record.uuid, "digest": run.record.digest},
        "revision": facts.revision,
        "simulated": facts.simulated,
        "by": None if by is None else {"uuid": by.uuid, "name": by.name},
        "files": [
            {
                "kind": kind,
                "name": file.name,
                "algorithm": file.algorithm,
                "digest": file.digest,
                "size": file.size,
            }
            for kind, file in zip(("bulletin", "ledger"), files, strict=True)
        ],
        "heads": [
            {
                "chain": signature.chain.uuid,
                "issuer": signature.chain.issuer,
                "sequence": signature.sequence,
                "digest": signature.digest,
                "signed_at": signature.signed_at,
                "key_id": signature.key_id,
                "signature": signature.signature,
            }
            for signature in signatures
        ],
    }
