"""Every way of tampering is found, and an untouched database gives no finding."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection

from tongchou.apps.audit import heads, verification
from tongchou.apps.audit.actions import JOINT_OFFICE, seal, sign_heads
from tongchou.apps.audit.findings import ProjectionDiffers
from tongchou.apps.audit.models import Chain, HeadSignature, Record
from tongchou.apps.audit.queries import verify
from tongchou.apps.audit.seals import digest
from tongchou.domain.shared.findings import Finding

pytestmark = pytest.mark.django_db
PROGRAMME = UUID("6b8f6f6e-3f0e-4a53-9a0b-0d0f3c1d2e4f")
Committing = Callable[..., object]
REGISTERED = frozenset(verification._checks)


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The records of these tests are of no programme: no table projects them."""
    monkeypatch.setattr(verification, "_checks", {})


def sealed(
    issuer: str = JOINT_OFFICE, parents: tuple[Record, ...] = (), **content: object
) -> Record:
    return seal(
        kind="submission",
        schema=1,
        programme=PROGRAMME,
        issuer=issuer,
        content=content,
        parents=parents,
    )


def run(statement: str, *parameters: object) -> None:
    """As someone with the database's password would."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def codes() -> list[str]:
    return sorted({finding.code for finding in verify()})


@pytest.fixture
def records() -> list[Record]:
    made = [sealed(value=str(number)) for number in range(4)]
    return [*made, sealed("500101", parents=(made[1],), value="5")]


def reseal(record: Record, old: bytes, new: bytes) -> None:
    """Changes a body and gives it a fresh digest, as a careful forger would."""
    body = bytes(record.body).replace(old, new)
    assert body != bytes(record.body)
    run(
        "UPDATE audit_record SET body = %s, digest = %s WHERE id = %s",
        body,
        digest("sm3", body),
        record.pk,
    )


def test_an_untouched_database_has_no_finding(records: list[Record]) -> None:
    sign_heads(PROGRAMME)
    assert verify() == []


def test_one_changed_byte_is_found(records: list[Record]) -> None:
    body = bytes(records[1].body).replace(b'"value":"1"', b'"value":"7"')
    run("UPDATE audit_record SET body = %s WHERE id = %s", body, records[1].pk)
    (finding,) = verify()
    assert finding.code == "X601"
    assert str(records[1].uuid) in finding.message("zh")


def test_a_changed_record_with_a_fresh_digest_breaks_the_link_after_it(
    records: list[Record],
) -> None:
    reseal(records[1], b'"value":"1"', b'"value":"7"')
    assert codes() == ["X603", "X609"]


def test_the_last_record_changed_with_its_digest_breaks_the_head(records: list[Record]) -> None:
    reseal(records[3], b'"value":"3"', b'"value":"7"')
    assert codes() == ["X605"]


def test_a_deleted_record_is_found(records: list[Record]) -> None:
    run("DELETE FROM audit_record WHERE id = %s", records[2].pk)
    assert codes() == ["X602", "X603"]


def test_a_deleted_last_record_is_found(records: list[Record]) -> None:
    run("DELETE FROM audit_record WHERE id = %s", records[3].pk)
    assert codes() == ["X605"]


def test_two_swapped_records_are_found(records: list[Record]) -> None:
    one, two = records[1], records[2]
    for sequence, row in ((99, one), (one.sequence, two), (two.sequence, one)):
        run("UPDATE audit_record SET sequence = %s WHERE id = %s", sequence, row.pk)
    assert {"X603", "X604"} <= set(codes())


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "run"), ("schema", 2), ("sealed_at", "2023-01-01 00:00:00+00:00")],
)
def test_an_edited_column_of_a_record_is_found(
    records: list[Record], column: str, value: object
) -> None:
    run(f"UPDATE audit_record SET {column} = %s WHERE id = %s", value, records[0].pk)
    (finding,) = verify()
    assert finding.code == "X604"
    assert finding.params["column"] == column


def test_a_record_moved_to_another_chain_is_found(records: list[Record]) -> None:
    other = Chain.objects.get(issuer="500101")
    run(
        "UPDATE audit_record SET chain_id = %s, sequence = 2 WHERE id = %s", other.pk, records[3].pk
    )
    assert {"X603", "X604", "X605"} <= set(codes())


def test_a_chain_given_to_another_issuer_is_found(records: list[Record]) -> None:
    run("UPDATE audit_chain SET issuer = 'someone' WHERE issuer = '500101'")
    assert codes() == ["X604"]


def test_an_unknown_algorithm_does_not_pass(records: list[Record]) -> None:
    run("UPDATE audit_record SET algorithm = 'none' WHERE id = %s", records[0].pk)
    assert codes() == ["X601"]


@pytest.mark.parametrize("body", [b"", b"{}", b'{"a": 1}', b"\xff", b"[]", b'{"a":1,"a":1}'])
def test_a_body_that_is_no_canonical_record_is_found(records: list[Record], body: bytes) -> None:
    run(
        "UPDATE audit_record SET body = %s, digest = %s WHERE id = %s",
        body,
        digest("sm3", body),
        records[3].pk,
    )
    assert set(codes()) & {"X603", "X604", "X611"}


def test_a_missing_parent_in_another_chain_is_found(records: list[Record]) -> None:
    """Even where the forger also mends the chain the parent was in."""
    for record in records[1:4]:
        run("DELETE FROM audit_record WHERE id = %s", record.pk)
    run(
        "UPDATE audit_chain SET sequence = 1, head = %s WHERE issuer = %s",
        records[0].digest,
        JOINT_OFFICE,
    )
    (finding,) = verify()
    assert finding.code == "X609"
    assert finding.params["parent"] == str(records[1].uuid)


def cut_after_two(records: list[Record]) -> None:
    """Removes the newest records of the joint office and sets its head back: a perfect cut."""
    for record in records[2:4]:
        run("DELETE FROM audit_record WHERE id = %s", record.pk)
    run(
        "UPDATE audit_chain SET sequence = 2, head = %s WHERE issuer = %s",
        records[1].digest,
        JOINT_OFFICE,
    )


def test_a_perfect_cut_is_seen_only_where_the_head_was_signed(records: list[Record]) -> None:
    cut_after_two(records)
    assert verify() == []


def test_a_signed_head_shows_a_perfect_cut(records: list[Record]) -> None:
    sign_heads(PROGRAMME)
    cut_after_two(records)
    (finding,) = verify()
    assert finding.code == "X608"
    assert finding.params["sequence"] == 4


def test_the_journal_shows_a_cut_that_took_the_signatures_too(
    records: list[Record], django_capture_on_commit_callbacks: Committing
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        sign_heads(PROGRAMME)
    assert verify() == []
    cut_after_two(records)
    run("DELETE FROM audit_headsignature")
    assert codes() == ["X608"]


def test_a_damaged_line_of_the_journal_is_found(
    records: list[Record], django_capture_on_commit_callbacks: Committing
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        sign_heads(PROGRAMME)
    path = heads.journal_path()
    first, second = path.read_text("utf-8").splitlines()
    edited = json.dumps(json.loads(first) | {"sequence": 2})
    path.write_text(f"{edited}\nnot a line\n{second}\n", "utf-8")
    assert codes() == ["X606", "X612"]


def test_the_journal_is_not_written_when_the_transaction_is_taken_back(
    records: list[Record],
) -> None:
    sign_heads(PROGRAMME)
    assert not heads.journal_path().exists()


def test_an_edited_signature_is_found(records: list[Record]) -> None:
    sign_heads(PROGRAMME)
    run("UPDATE audit_headsignature SET signature = %s WHERE sequence = 4", "00" * 64)
    assert codes() == ["X606"]


def test_a_signature_of_another_key_is_found(records: list[Record]) -> None:
    """A forger can sign anew, but only with a key this instance does not have."""
    sign_heads(PROGRAMME)
    settings.TONGCHOU_SIGNING_KEY.unlink()
    (first, second) = verify()
    assert {first.code, second.code} == {"X607"}


def test_a_head_is_signed_once_and_again_when_it_has_moved(records: list[Record]) -> None:
    first = sign_heads(PROGRAMME)
    assert [row.pk for row in sign_heads(PROGRAMME)] == [row.pk for row in first]
    assert [(row.chain.issuer, row.sequence) for row in first] == [
        ("500101", 1),
        ("joint-office", 4),
    ]
    sealed(value="6")
    sign_heads(PROGRAMME)
    assert HeadSignature.objects.count() == 3
    assert verify() == []


def test_another_programme_keeps_its_heads_unsigned(records: list[Record]) -> None:
    assert sign_heads(UUID(int=1)) == []


def test_a_registered_check_of_projections_is_part_of_verify(
    records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "_checks", {})
    difference = ProjectionDiffers(object="revision 1", column="number", sealed=1, found=2)
    verification.register("toy", lambda: [difference])
    assert verify() == [difference]
    verification.register("toy", list)
    assert verify() == []


def test_a_check_that_cannot_run_is_another_finding_than_one_that_fails(
    records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbling() -> list[Finding]:
        raise KeyError("content")

    monkeypatch.setattr(verification, "_checks", {})
    difference = ProjectionDiffers(object="run 1", column="number", sealed=1, found=2)
    verification.register("a", stumbling)
    verification.register("b", lambda: [difference])
    first, second = verify()
    assert (first.code, first.params["name"]) == ("X613", "a")
    assert second == difference


def test_every_app_that_projects_records_is_registered() -> None:
    projecting = {"notices", "programmes", "reports", "reviews", "assessments", "publications"}
    assert projecting | {"files"} == REGISTERED
