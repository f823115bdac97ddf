"""Receiving a notice: read, compile, keep, seal. What cannot be read leaves only an audit entry."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from tongchou.apps.audit.actions import JOINT_OFFICE, log, seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.files.actions import store
from tongchou.documents.read import read_document
from tongchou.domain.notice.document import Document
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Refused, has_errors

from .models import Notice
from .stored import document_to_json

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one file, before anything is kept."""

    data: bytes
    document: Document
    programme: Programme

    @property
    def findings(self) -> tuple[Finding, ...]:
        return _both(self.document, self.programme)


def read_notice(*, data: bytes, name: str, by: "User | None") -> Reading:
    """Reads and compiles a file, keeping nothing.

    Raises Refused with every finding where one of them is an error; the audit record says so.
    """
    document = read_document(data, name)
    programme = compile_document(document) if document.readable else None
    if programme is None or has_errors(programme.findings):
        found = document.findings if programme is None else _both(document, programme)
        refuse_notice(name=document.name, findings=found, by=by)
        raise Refused(found)
    return Reading(data, document, programme)


def refuse_notice(*, name: str, findings: tuple[Finding, ...], by: "User | None") -> None:
    """Says in the audit record that a file was not taken in, and why."""
    log(
        action="notice.refuse",
        by=by,
        object_kind="notice",
        after={"name": name[:200], "findings": [finding.code for finding in findings]},
    )


@transaction.atomic
def keep_notice(
    *,
    reading: Reading,
    by: "User | None",
    simulated: bool = False,
    programme: UUID | None = None,
) -> Notice:
    """Stores the file and what was read from it, and seals both on the chain of its programme:
    one that is to begin with it, or the one that it amends.
    """
    file = store(data=reading.data, name=reading.document.name, by=by)
    notice = Notice(
        programme=programme or uuid4(),
        file=file,
        title=title_of(reading.programme)[:300],
        simulated=simulated,
        document=document_to_json(reading.document),
        reading=reading.programme.to_json(),
        findings=[finding.to_json() for finding in reading.findings],
        received_by=by,
        received_at=timezone.now(),
    )
    notice.record = seal(
        kind=RecordKind.NOTICE,
        schema=SCHEMA,
        programme=notice.programme,
        issuer=JOINT_OFFICE,
        content=_content(notice),
    )
    notice.save()
    log(
        action="notice.receive",
        by=by,
        object_kind="notice",
        object_uuid=notice.uuid,
        programme=notice.programme,
        after={"name": file.name, "digest": file.digest, "title": notice.title},
        record=notice.record,
    )
    return notice


def _content(notice: Notice) -> dict[str, Any]:
    """What the record of a notice says (schema 1)."""
    file, by = notice.file, notice.received_by
    return {
        "file": {
            "name": file.name,
            "algorithm": file.algorithm,
            "digest": file.digest,
            "size": file.size,
        },
        "document": notice.document,
        "programme": notice.reading,
        "simulated": notice.simulated,
        "by": {"uuid": str(by.uuid), "name": by.name} if by else None,
    }


def title_of(programme: Programme) -> str:
    """What the paper is about: the annex is named plainly, the cover says 关于印发…的通知."""
    return programme.header.annex_title or programme.header.title


def _both(document: Document, programme: Programme) -> tuple[Finding, ...]:
    """The findings of reading and compiling, each once."""
    return tuple(dict.fromkeys((*document.findings, *programme.findings)))
