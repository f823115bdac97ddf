"""A programme that runs and is amended: the next revision, what keeps its identity, what goes."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.apps.assessments.world import ON, SEPTEMBER, report_all
from tests.cast import Cast, signed_in
from tests.programmes_cast import notice_text
from tests.refusals import codes
from tongchou.apps.assessments.actions import assess
from tongchou.apps.audit.queries import verify
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.mapping import Correspondence, proposed
from tongchou.apps.programmes.models import Programme, Target
from tongchou.apps.programmes.queries import (
    content_of_revision,
    draft_reading,
    reading_in_force,
    revision_in_force,
    targets_of,
)
from tongchou.apps.reports.actions import open_period
from tongchou.apps.reports.lines import targets_of_report
from tongchou.apps.reviews.queries import current_values
from tongchou.domain.shared.findings import Refused

AMENDED = (
    notice_text()
    .replace("3.6万亩", "4.2万亩")
    .replace("推进产地直供平台建设。", "")
    .replace("编制完成柑橘品种技术规程。", "编制完成柑橘品种技术规程。新建农产品检测站3个。")
)
"""1.1 promises more, 1.3 is new, 2.2 is gone."""
AMEND_QUERIES, OUTLOOK_QUERIES, SEAL_QUERIES = 5, 7, 7
FOLDED = '<details class="more card"'


def begin(cast: Cast, programme: Programme, text: str = AMENDED) -> Programme:
    by = cast.coordinator
    actions.hand_in(programme=programme, data=text.encode(), name="调整.txt", by=by)
    actions.take_over(programme=programme, by=by)
    return Programme.objects.get(pk=programme.pk)


def mapping(programme: Programme) -> Correspondence:
    return proposed(reading_in_force(programme), draft_reading(programme))[0]


def amend(cast: Cast, programme: Programme, text: str = AMENDED) -> Programme:
    row = begin(cast, programme, text)
    actions.confirm_remaining(programme=row, by=cast.coordinator)
    actions.confirm_amendment(
        programme=row, reason="增加检测站", mapping=mapping(row), by=cast.coordinator
    )
    return Programme.objects.get(pk=programme.pk)


def uuids(programme: Programme) -> dict[str, str]:
    return {target.key: str(target.uuid) for target in targets_of(programme)}


def test_while_it_is_confirmed_the_programme_runs_as_it_was(
    cast: Cast, programme: Programme
) -> None:
    before = reading_in_force(programme)
    row = begin(cast, programme)
    assert row.state == "running"
    assert (row.drafting, row.open) == (2, True)
    assert reading_in_force(row) == before
    assert draft_reading(row) != before
    assert list(row.confirmations.filter(revision=2).values_list("task", flat=True)) == [3, 4, 5]
    assert list(verify()) == []


def test_what_goes_on_keeps_its_identity(cast: Cast, programme: Programme) -> None:
    before = uuids(programme)
    row = amend(cast, programme)
    after = uuids(row)
    assert {key: after[key] for key in ("1.1", "1.2", "2.1", "3.1", "5.1")} == {
        key: before[key] for key in ("1.1", "1.2", "2.1", "3.1", "5.1")
    }
    assert after["1.3"] not in before.values()
    assert "2.2" not in after
    target = Target.objects.get(uuid=before["1.1"])
    assert (target.value, target.in_force) == ("42000", True)
    assert not Target.objects.get(uuid=before["2.2"]).in_force
    revision = revision_in_force(row)
    assert (revision.number, revision.reason) == (2, "增加检测站")
    rungs = {str(r.uuid) for r in Target.objects.get(uuid=before["1.2"]).rungs.all()}
    sealed = [t for t in content_of_revision(revision)["targets"] if t["key"] == "1.2"]
    assert {rung["uuid"] for rung in sealed[0]["ladder"]["rungs"]} == rungs
    assert list(verify()) == []


def test_a_correction_of_the_first_revision_holds_in_the_second(
    cast: Cast, programme: Programme
) -> None:
    row = amend(cast, programme)
    ladder = draft_reading(row).target("1.2").ladder
    assert ladder is not None
    assert ladder.rungs[0].planned == date(2023, 3, 31)


def test_keys_that_move_take_their_targets_along(cast: Cast, programme: Programme) -> None:
    before = uuids(programme)
    first, second = "\t1\t晚熟柑橘连片基地", "\t2\t农产品产销对接"
    text = notice_text().replace("\t1\n", "\t9\n", 1).replace("\t2\n", "\t1\n", 1)
    assert first not in text
    assert second not in text
    row = amend(cast, programme, text.replace("\t9\n", "\t2\n", 1))
    after = uuids(row)
    assert (after["1.1"], after["2.1"]) == (before["2.1"], before["1.1"])
    assert list(verify()) == []


def test_figures_and_open_periods_outlive_the_amendment(
    cast: Cast, programme: Programme, settings: Settings
) -> None:
    settings.TONGCHOU_BUSINESS_DATE = ON.isoformat()
    report_all(programme, cast)
    values = {
        (v.target_id, v.jurisdiction_id): v.value for v in current_values(programme, SEPTEMBER)
    }
    common = {"kind": "month", "opens": date(2023, 10, 1), "by": cast.coordinator}
    october = open_period(
        programme=programme,
        start=date(2023, 10, 1),
        end=date(2023, 10, 31),
        due=date(2023, 10, 15),
        closes=date(2023, 10, 31),
        **common,
    )
    row = amend(cast, programme)
    assert values == {
        (v.target_id, v.jurisdiction_id): v.value for v in current_values(row, SEPTEMBER)
    }
    report = october.reports.select_related("organization", "programme").first()
    assert [t.key for t in targets_of_report(report)][:4] == ["1.1", "1.2", "1.3", "2.1"]
    old = row.reports.get(period__end=SEPTEMBER, organization=cast.organization["万州"])
    page = signed_in(cast.coordinator).get(
        f"/p/{row.slug}/submissions/{old.submissions.get().uuid}/"
    )
    assert "推进产地直供平台建设" in page.content.decode()
    run = assess(programme=row, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    assert run.number == 1
    assert signed_in(cast.leader).get(f"/p/{row.slug}/").status_code == 200
    assert signed_in(cast.leader).get(f"/p/{row.slug}/tasks/1/").status_code == 200
    assert list(verify()) == []


def test_putting_aside_goes_back_to_the_revision_in_force(cast: Cast, programme: Programme) -> None:
    before = reading_in_force(programme)
    row = begin(cast, programme)
    actions.put_aside(programme=row, by=cast.coordinator)
    row.refresh_from_db()
    assert (row.drafting, row.open) == (1, False)
    assert draft_reading(row) == before
    assert list(verify()) == []


def test_what_stands_against_sealing_is_said(cast: Cast, programme: Programme) -> None:
    row = begin(cast, programme)
    by = cast.coordinator
    right = mapping(row)

    def sealing(reason: str = "调整", correspondence: Correspondence = right) -> list[str]:
        with pytest.raises(Refused) as refused:
            actions.confirm_amendment(programme=row, reason=reason, mapping=correspondence, by=by)
        return codes(refused)

    assert sealing() == ["P302"]
    actions.confirm_remaining(programme=row, by=by)
    assert sealing(reason=" ") == ["P310"]
    assert sealing(correspondence=Correspondence({}, {"1.1": "1.1", "1.3": "1.1"})) == ["P311"]
    assert sealing(correspondence=Correspondence({}, {"1.1": "7.7"})) == ["P312"]
    assert revision_in_force(row).number == 1
    actions.put_aside(programme=row, by=by)
    with pytest.raises(Refused) as refused:
        actions.confirm_amendment(programme=row, reason="调整", mapping=right, by=by)
    assert codes(refused) == ["P306"]


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def test_from_the_file_to_revision_2_on_the_pages(client: Client, programme: Programme) -> None:
    slug, before = programme.slug, uuids(programme)
    file = SimpleUploadedFile("调整.txt", AMENDED.encode())
    client.post(f"/p/{slug}/amend/", {"notice": file})
    page = client.post(f"/p/{slug}/amend/take/", follow=True).content.decode()
    assert "正在确认第 2 版" in page
    client.post(f"/p/{slug}/confirm/rest/")
    assert f"/p/{slug}/amend/seal/" in client.get(f"/p/{slug}/confirm/").content.decode()
    page = client.get(f"/p/{slug}/amend/seal/").content.decode()
    assert "推进产地直供平台建设" in page[page.index("取消的目标") :]
    form = {"reason": "增加检测站"}
    for key in ("1.1", "1.2", "2.1", "3.1", "3.2", "4.1", "5.1"):
        assert f'<option value="{key}" selected>' in page
        form[f"target-{key}"] = key
    form["target-1.1"] = ""
    assert client.post(f"/p/{slug}/amend/seal/", form | {"reason": ""}).status_code == 422
    response = client.post(f"/p/{slug}/amend/seal/", form)
    assert response.headers["Location"] == f"/p/{slug}/revisions/2/"
    page = client.get(f"/p/{slug}/revisions/2/").content.decode()
    assert "增加检测站" in page
    assert client.get(f"/p/{slug}/revisions/1/").status_code == 200
    after = uuids(programme)
    assert after["1.2"] == before["1.2"]
    assert after["1.1"] not in before.values()
    assert client.get(f"/p/{slug}/amend/seal/").status_code == 404


def test_what_reads_as_before_is_folded(client: Client, cast: Cast, programme: Programme) -> None:
    begin(cast, programme)
    address = f"/p/{programme.slug}/amend/seal/"
    page = client.get(address).content.decode()
    look, fold = page[: page.index(FOLDED)], page[page.index(FOLDED) :]
    assert 'name="target-1.1"' in look, "it is worded anew"
    assert 'name="target-1.3"' in look, "it is new"
    assert 'name="target-5.1"' in fold
    page = client.post(address, {"reason": "", "target-5.1": ""}).content.decode()
    assert 'name="target-5.1"' in page[: page.index(FOLDED)], "it was chosen otherwise"


def test_the_coordinator_finds_the_way_from_the_revision(
    client: Client, cast: Cast, programme: Programme
) -> None:
    slug = programme.slug
    address = f"/p/{slug}/amend/"
    assert address in client.get(f"/p/{slug}/revisions/1/").content.decode()
    assert f"/p/{slug}/revisions/1/" in client.get(address).content.decode()
    page = signed_in(cast.liaison["万州"]).get(f"/p/{slug}/revisions/1/").content.decode()
    assert address not in page


def test_the_number_of_queries(
    client: Client,
    cast: Cast,
    programme: Programme,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    address, by = f"/p/{programme.slug}/amend/", cast.coordinator
    with django_assert_max_num_queries(AMEND_QUERIES):
        assert client.get(address).status_code == 200
    actions.hand_in(programme=programme, data=AMENDED.encode(), name="调整.txt", by=by)
    with django_assert_max_num_queries(OUTLOOK_QUERIES):
        assert "有变化" in client.get(address).content.decode()
    actions.take_over(programme=programme, by=by)
    with django_assert_max_num_queries(SEAL_QUERIES):
        assert client.get(f"{address}seal/").status_code == 200
