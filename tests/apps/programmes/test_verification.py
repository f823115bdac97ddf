"""`verify` names every row of a programme that is not what revision 1 says."""

from __future__ import annotations

from datetime import date

import pytest

from tongchou.apps.audit.queries import verify
from tongchou.apps.programmes.models import (
    Answer,
    Area,
    Party,
    Programme,
    Rung,
    Target,
    Task,
    TaskOrganization,
)
from tongchou.apps.programmes.verification import projection_findings


def columns() -> set[tuple[str, str]]:
    return {
        (str(finding.params["object"]).split()[0], str(finding.params["column"]))
        for finding in projection_findings()
    }


def test_untouched_rows_agree_with_their_record(programme: Programme) -> None:
    assert list(projection_findings()) == []
    assert verify() == []


def test_a_draft_has_nothing_to_compare(draft: Programme) -> None:
    assert list(projection_findings()) == []


@pytest.mark.parametrize(
    ("model", "change", "table", "column"),
    [
        (Target, {"value": "1"}, "target", "value"),
        (Target, {"plan_end": date(2024, 12, 31)}, "target", "plan_end"),
        (Target, {"combine": "any"}, "target", "combine"),
        (Task, {"name": "别的"}, "task", "name"),
        (Area, {"name": "别的"}, "area", "name"),
        (Rung, {"planned": None}, "rung", "planned"),
        (Party, {"signed": False}, "party", "signed"),
        (Answer, {"organization": None}, "answer", "organization__uuid"),
        (TaskOrganization, {"role": "lead"}, "taskorganization", "role"),
        (Programme, {"simulated": True}, "programme", "simulated"),
        (Programme, {"start": date(2022, 1, 1)}, "programme", "start"),
    ],
)
def test_a_changed_row_is_named(
    programme: Programme, model: type, change: dict, table: str, column: str
) -> None:
    model.objects.update(**change)
    assert columns() == {(table, column)}


def test_a_row_that_is_gone_is_named(programme: Programme) -> None:
    Answer.objects.filter(target__key="1.1").first().delete()
    (finding,) = projection_findings()
    assert finding.params["found"] == "missing"


def test_a_row_too_many_is_named(programme: Programme) -> None:
    Area.objects.create(programme=programme, number=9, name="多出来的")
    (finding,) = projection_findings()
    assert (finding.params["sealed"], finding.params["found"]) == ("missing", "present")


def test_a_revision_with_another_number_is_named(programme: Programme) -> None:
    programme.revisions.update(number=2)
    assert ("revision", "number") in columns()


def test_verify_asks_the_programmes_too(programme: Programme) -> None:
    Target.objects.filter(key="1.1").update(value="1")
    assert [finding.code for finding in verify()] == ["X610"]
