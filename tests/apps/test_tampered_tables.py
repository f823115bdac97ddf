"""Whoever changes the tables behind the program's back is found by `verify`, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests.apps.assessments.world import SEPTEMBER, report_all
from tests.cast import Cast
from tongchou.apps.assessments.actions import assess
from tongchou.apps.audit.queries import verify
from tongchou.apps.publications.actions import publish

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

VALUES = "DELETE FROM reviews_currentvalue"
DECISIONS = "DELETE FROM reviews_decision"
EDITIONS = "DELETE FROM publications_edition"
VERDICTS = "DELETE FROM assessments_verdict"
ROWS_GONE = {
    "decisions and their values": ([VALUES, DECISIONS], {"X614"}),
    "submissions": ([VALUES, DECISIONS, "DELETE FROM reports_submission"], {"X614", "X610"}),
    "editions": ([EDITIONS], {"X614"}),
    "runs": ([EDITIONS, VERDICTS, "DELETE FROM assessments_run"], {"X614"}),
}
CHANGED = {
    "UPDATE reports_report SET submitted = 7": "X610",
    "UPDATE reports_report SET approved = 0": "X610",
    "UPDATE reports_report SET state = 'submitted'": "X610",
    "UPDATE reports_period SET \"end\" = '2023-08-31'": "R302",
    "UPDATE reports_submission SET number = 9": "R302",
    "UPDATE reports_submission SET outcome = 'returned'": "R303",
    "UPDATE reports_submission SET reason = 'x'": "R303",
    "UPDATE reviews_decision SET verdict = 'returned'": "R303",
    "UPDATE reviews_currentvalue SET value = '1'": "R301",
    "UPDATE reviews_currentvalue SET unit = 'x'": "R301",
    "UPDATE assessments_run SET as_of = '2023-08-31'": "X610",
    "UPDATE assessments_verdict SET light = 'green'": "A204",
    "UPDATE publications_edition SET number = 2": "A302",
    "UPDATE programmes_programme SET state = 'draft'": "X610",
    "UPDATE programmes_target SET value = '1'": "X610",
    "UPDATE programmes_target SET combine = 'any'": "X610",
    "UPDATE programmes_rung SET planned = '2029-01-01'": "X610",
    "UPDATE programmes_party SET signed = NOT signed": "X610",
    "UPDATE notices_notice SET simulated = NOT simulated": "X610",
    "DELETE FROM programmes_answer": "X610",
    "UPDATE files_storedfile SET digest = 'x'": "X610",
}


@pytest.fixture
def published(programme: Programme, cast: Cast) -> Programme:
    report_all(programme, cast)
    run = assess(programme=programme, as_of=SEPTEMBER, by=cast.coordinator)
    publish(programme=programme, run=run, by=cast.coordinator)
    assert verify() == []
    return programme


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def codes() -> set[str]:
    return {finding.code for finding in verify()}


@pytest.mark.parametrize("what", ROWS_GONE)
def test_a_record_that_lost_its_row_is_found(published: Programme, what: str) -> None:
    statements, expected = ROWS_GONE[what]
    execute(*statements)
    assert codes() == expected


@pytest.mark.parametrize("statement", CHANGED)
def test_a_changed_column_is_found(published: Programme, statement: str) -> None:
    execute(statement)
    assert CHANGED[statement] in codes()


@pytest.mark.parametrize(
    "body",
    [
        b'{"parents":5}',
        b'{"parents":[{"digest":"x","record":"y"}]}',
        b'{"parents":[5]}',
        b"{}",
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_a_body_of_any_shape_is_a_finding(published: Programme, body: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_record SET body = %s", [body])
    assert {"X601", "X611"} <= codes()
