"""Sealing: what a record says, how records follow each other, and that they stay."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from pytest_django import Settings

from tongchou.apps.audit.actions import JOINT_OFFICE, log, remote_address, seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.audit.models import Chain, Entry, Record
from tongchou.apps.audit.queries import content_of, envelope_of
from tongchou.apps.audit.seals import digest

pytestmark = pytest.mark.django_db
PROGRAMME = UUID("6b8f6f6e-3f0e-4a53-9a0b-0d0f3c1d2e4f")


def sealed(
    issuer: str = JOINT_OFFICE, value: object = 1, parents: tuple[Record, ...] = ()
) -> Record:
    return seal(
        kind=RecordKind.REVISION,
        schema=1,
        programme=PROGRAMME,
        issuer=issuer,
        content={"value": value},
        parents=parents,
    )


def test_a_record_says_where_it_stands() -> None:
    first, second = sealed(value="一"), sealed(value=Decimal("2.50"))
    envelope = envelope_of(second)
    assert envelope == {
        "record": str(second.uuid),
        "chain": str(second.chain.uuid),
        "programme": str(PROGRAMME),
        "issuer": JOINT_OFFICE,
        "sequence": 2,
        "previous": first.digest,
        "kind": "revision",
        "schema": 1,
        "parents": [],
        "sealed_at": second.sealed_at.isoformat(),
        "content": {"value": "2.5"},
    }
    assert envelope_of(first)["previous"] == ""


def test_the_digest_is_of_the_bytes_as_they_lie_in_the_table() -> None:
    record = Record.objects.get(uuid=sealed(value="蓄水").uuid)
    assert record.digest == digest("sm3", bytes(record.body))
    assert "蓄水".encode() in bytes(record.body)
    assert content_of(record) == {"value": "蓄水"}


def test_the_algorithm_is_the_setting_of_that_moment(settings: Settings) -> None:
    old = sealed()
    settings.TONGCHOU_DIGEST = "sha256"
    new = sealed()
    assert (old.algorithm, new.algorithm) == ("sm3", "sha256")
    assert new.digest == digest("sha256", bytes(new.body))
    assert envelope_of(new)["previous"] == old.digest


def test_each_issuer_and_each_programme_has_its_own_chain() -> None:
    joint, wanzhou = sealed(), sealed("500101")
    elsewhere = seal(
        kind="notice", schema=1, programme=uuid4(), issuer=JOINT_OFFICE, content={}, parents=()
    )
    assert [record.sequence for record in (joint, wanzhou, elsewhere)] == [1, 1, 1]
    assert Chain.objects.count() == 3


def test_parents_are_named_with_their_digests_in_their_order() -> None:
    one, two = sealed("500101"), sealed("511700")
    child = sealed(parents=(two, one))
    assert envelope_of(child)["parents"] == [
        {"record": str(two.uuid), "digest": two.digest},
        {"record": str(one.uuid), "digest": one.digest},
    ]


def test_a_transaction_taken_back_takes_its_records_back() -> None:
    sealed()
    with transaction.atomic():
        sealed()
        transaction.set_rollback(True)
    assert sealed().sequence == 2
    assert Record.objects.count() == 2


@pytest.mark.parametrize("content", [1.5, {1, 2}, Decimal("NaN"), object()])
def test_what_has_no_canonical_form_is_not_sealed(content: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        sealed(value=content)
    assert not Record.objects.exists()
    assert not Chain.objects.exists()


def test_a_kind_that_is_not_in_the_list_is_an_error() -> None:
    with pytest.raises(ValueError, match="no kind of record"):
        seal(kind="guess", schema=1, programme=PROGRAMME, issuer="x", content={})


def test_records_and_entries_are_neither_changed_nor_removed() -> None:
    record = sealed()
    entry = log(action="x", by=None, object_kind="y")
    for row in (record, entry):
        with pytest.raises(TypeError, match="never changed"):
            row.save()
        with pytest.raises(TypeError, match="never removed"):
            row.delete()
        with pytest.raises(TypeError, match="never changed"):
            type(row).objects.filter(pk=row.pk).update(pk=99)
        with pytest.raises(TypeError, match="never removed"):
            type(row).objects.all().delete()


def test_an_entry_says_who_from_where_and_what_changed() -> None:
    token = remote_address.set("10.1.2.3")
    try:
        log(action="x", by=None, object_kind="y", before={"a": 1}, after={"a": 2}, record=sealed())
    finally:
        remote_address.reset(token)
    entry = Entry.objects.get()
    assert (entry.address, entry.before, entry.after) == ("10.1.2.3", {"a": 1}, {"a": 2})
    assert entry.record == Record.objects.get()
