"""Many sealing at once on one chain: no gap, no double, no lock error; on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from tongchou.apps.audit import verification
from tongchou.apps.audit.actions import JOINT_OFFICE, seal, sign_heads
from tongchou.apps.audit.models import Chain, HeadSignature, Record
from tongchou.apps.audit.queries import verify

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 8
EACH = 12


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The records of these tests are of no programme: no table projects them."""
    monkeypatch.setattr(verification, "_checks", {})


def sealed(programme: UUID, value: str, issuer: str = JOINT_OFFICE) -> Record:
    return seal(
        kind="submission", schema=1, programme=programme, issuer=issuer, content={"value": value}
    )


def together(work: object) -> list[object]:
    """Runs `work(number)` in every writer, all starting at one moment, each on its connection."""
    start = Barrier(WRITERS)

    def one(number: int) -> object:
        try:
            start.wait()
            return work(number)  # type: ignore[operator]
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(one, range(WRITERS)))


def test_one_chain_takes_the_records_of_many_writers_in_one_order() -> None:
    programme = uuid4()

    def work(number: int) -> list[int]:
        return [sealed(programme, f"{number}-{turn}").sequence for turn in range(EACH)]

    given = [sequence for part in together(work) for sequence in part]  # type: ignore[attr-defined]
    assert sorted(given) == list(range(1, WRITERS * EACH + 1))
    assert Chain.objects.get().sequence == WRITERS * EACH
    assert Record.objects.count() == WRITERS * EACH
    assert verify() == []


def test_writers_that_turn_back_leave_no_gap() -> None:
    programme = uuid4()

    def work(number: int) -> None:
        for turn in range(EACH):
            with transaction.atomic():
                sealed(programme, f"{number}-{turn}")
                if turn % 2:
                    transaction.set_rollback(True)

    together(work)
    assert Chain.objects.get().sequence == WRITERS * EACH // 2
    assert verify() == []


def test_chains_of_one_programme_begin_at_the_same_moment() -> None:
    programme = uuid4()
    together(lambda number: sealed(programme, "first", issuer=f"j{number % 2}"))
    assert sorted(Chain.objects.values_list("issuer", "sequence")) == [("j0", 4), ("j1", 4)]
    assert verify() == []


def test_heads_signed_while_records_are_added_hold() -> None:
    programme = uuid4()

    def work(number: int) -> None:
        for turn in range(EACH):
            sealed(programme, f"{number}-{turn}")
            if number == 0:
                sign_heads(programme)

    together(work)
    assert HeadSignature.objects.count() >= 1
    assert verify() == []
