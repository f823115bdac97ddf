"""Adding, splitting, dropping and merging targets: the actions, and the buttons of the page."""

from __future__ import annotations

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client

from tests.apps.programmes.posting import form_of
from tests.cast import Cast, signed_in
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading
from tongchou.domain.shared.findings import Refused


def keys(programme: Programme, task: int) -> list[str]:
    return [target.key for target in draft_reading(programme).targets_of(task)]


def paths(programme: Programme) -> list[str]:
    return list(programme.overrides.values_list("path", flat=True))


def test_a_target_is_added_to_be_filled_in(cast: Cast, draft: Programme) -> None:
    actions.confirm_task(programme=draft, task=4, by=cast.coordinator)
    key = actions.add_target(programme=draft, task=4, by=cast.coordinator)
    assert key == "4.2"
    target = draft_reading(draft).target("4.2")
    assert target.ladder is not None
    assert target.answers["万州"] == "万州区农业农村委"
    assert paths(draft) == ["tasks/4/targets/4.2"]
    assert not draft.confirmations.exists()
    entry = Entry.objects.get(action="programme.target.add")
    assert entry.after["path"] == "tasks/4/targets/4.2"


def test_what_is_corrected_in_an_added_target_is_kept_with_it(cast: Cast, draft: Programme) -> None:
    actions.add_target(programme=draft, task=4, by=cast.coordinator)
    path = "tasks/4/targets/4.2/text"
    actions.correct(programme=draft, path=path, value="验收", by=cast.coordinator)
    assert paths(draft) == ["tasks/4/targets/4.2"]
    assert draft_reading(draft).target("4.2").text == "验收"


def split(cast: Cast, draft: Programme, text: str) -> list[str]:
    path = "tasks/1/targets/1.1/text"
    actions.correct(programme=draft, path=path, value=text, by=cast.coordinator)
    parts = actions.split_target(programme=draft, task=1, key="1.1", by=cast.coordinator)
    reading = draft_reading(draft)
    return [reading.target(key).text for key in parts]


def test_a_target_is_split_at_its_marks(cast: Cast, draft: Programme) -> None:
    assert split(cast, draft, "改造老园；新增晚熟柑橘3.6万亩；验收") == [
        "改造老园",
        "新增晚熟柑橘3.6万亩",
        "验收",
    ]
    reading = draft_reading(draft)
    kinds = {target.text: str(target.kind) for target in reading.targets_of(1)}
    assert kinds["新增晚熟柑橘3.6万亩"] == "quantity"
    assert kinds["改造老园"] == kinds["验收"] == "ladder"
    named = next(t for t in reading.targets_of(1) if t.quantity)
    assert named.spans
    assert paths(draft) == ["tasks/1/targets/1.1", "tasks/1/targets/1.3", "tasks/1/targets/1.4"]


def test_commas_divide_where_nothing_stronger_does(cast: Cast, draft: Programme) -> None:
    assert split(cast, draft, "改造老园，引进新种") == ["改造老园", "引进新种"]


def test_one_promise_alone_is_not_split(cast: Cast, draft: Programme) -> None:
    with pytest.raises(Refused) as refused:
        actions.split_target(programme=draft, task=2, key="2.2", by=cast.coordinator)
    assert codes(refused) == ["P317"]


def test_a_dropped_target_takes_its_corrections_with_it(cast: Cast, draft: Programme) -> None:
    path = "tasks/1/targets/1.1"
    actions.correct(programme=draft, path=f"{path}/combine", value="largest", by=cast.coordinator)
    actions.drop_target(programme=draft, task=1, key="1.1", by=cast.coordinator)
    assert keys(draft, 1) == ["1.2"]
    assert paths(draft) == [path]


def test_an_added_target_that_is_dropped_leaves_nothing(cast: Cast, draft: Programme) -> None:
    actions.add_target(programme=draft, task=4, by=cast.coordinator)
    actions.drop_target(programme=draft, task=4, key="4.2", by=cast.coordinator)
    assert keys(draft, 4) == ["4.1"]
    assert paths(draft) == []


def test_merged_targets_are_measured_as_the_first(cast: Cast, draft: Programme) -> None:
    kept = actions.merge_targets(programme=draft, task=3, keys=["3.2", "3.1"], by=cast.coordinator)
    assert kept == "3.1"
    assert keys(draft, 3) == ["3.1"]
    merged = draft_reading(draft).target("3.1")
    assert merged.jurisdictions == ("万州", "达州")
    assert merged.answers == {"万州": "万州区农业农村委", "达州": "达州市农业农村局"}
    assert merged.text.count("；") == 1
    assert len(merged.spans) == 2


@pytest.mark.parametrize("keys", [[], ["3.1"], ["3.1", "3.1"]])
def test_one_target_is_no_merger(cast: Cast, draft: Programme, keys: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        actions.merge_targets(programme=draft, task=3, keys=keys, by=cast.coordinator)
    assert codes(refused) == ["P316"]


def test_what_is_not_there_is_said(cast: Cast, draft: Programme) -> None:
    by = cast.coordinator
    for call in (
        lambda: actions.add_target(programme=draft, task=9, by=by),
        lambda: actions.drop_target(programme=draft, task=3, key="1.1", by=by),
        lambda: actions.merge_targets(programme=draft, task=3, keys=["3.1", "3.9"], by=by),
    ):
        with pytest.raises(Refused) as refused:
            call()
        assert codes(refused) in (["P307"], ["P312"])
    assert paths(draft) == []


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def press(
    client: Client, draft: Programme, task: int, button: str, data: QueryDict | None = None
) -> HttpResponse:
    data = data or form_of(draft, task)
    data["do"] = button
    return client.post(
        f"/p/{draft.slug}/confirm/{task}/",
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
        follow=True,
    )


def test_a_button_saves_what_was_typed_first(client: Client, draft: Programme) -> None:
    data = form_of(draft, 1)
    data["target-1.2-text"] = "编制规程；评审规程"
    page = press(client, draft, 1, "split:1.2", data).content.decode()
    assert "目标 1.2 已拆分为 1.2、1.3" in page
    assert draft_reading(draft).target("1.3").text == "评审规程"


def test_dropping_and_restoring_from_the_page(client: Client, draft: Programme) -> None:
    page = press(client, draft, 1, "drop:1.1").content.decode()
    assert keys(draft, 1) == ["1.2"]
    assert "已删去的目标" in page
    assert 'value="restore:1.1"' in page
    page = press(client, draft, 1, "restore:1.1").content.decode()
    assert keys(draft, 1) == ["1.1", "1.2"]
    assert "已删去的目标" not in page
    assert not draft.overrides.exists()


def test_merging_what_is_ticked(client: Client, draft: Programme) -> None:
    data = form_of(draft, 3)
    data.setlist("chosen", ["3.1", "3.2"])
    page = press(client, draft, 3, "merge", data).content.decode()
    assert "选中的目标已合并为目标 3.1" in page


def test_adding_from_the_page(client: Client, draft: Programme) -> None:
    assert "已添加目标 4.2" in press(client, draft, 4, "add").content.decode()
    assert keys(draft, 4) == ["4.1", "4.2"]


@pytest.mark.parametrize(
    "button", ["merge", "split:2.2", "split:9.9", "drop:", "restore:2.1", "explode", "x" * 500]
)
def test_what_a_button_cannot_do_is_said_and_changes_nothing(
    client: Client, draft: Programme, button: str
) -> None:
    response = press(client, draft, 2, button)
    assert response.status_code == 422
    assert "无法这样做" in response.content.decode()
    assert not draft.overrides.exists()


def test_what_is_read_is_marked_as_proposed_until_confirmed(
    client: Client, cast: Cast, draft: Programme
) -> None:
    address = f"/p/{draft.slug}/confirm/1/"
    page = client.get(address).content.decode()
    assert page.count(">建议<") == 2
    path = "tasks/1/targets/1.1/combine"
    actions.correct(programme=draft, path=path, value="largest", by=cast.coordinator)
    page = client.get(address).content.decode()
    assert (page.count(">建议<"), page.count(">已更正<")) == (1, 1)
    actions.confirm_task(programme=draft, task=1, by=cast.coordinator)
    assert ">建议<" not in client.get(address).content.decode()


def test_enter_saves_and_presses_no_other_button(client: Client, draft: Programme) -> None:
    page = client.get(f"/p/{draft.slug}/confirm/1/").content.decode()
    form = page[page.index('class="confirming"') :]
    assert form.index('name="save"') < form.index('name="do"')


def checklist(draft: Programme) -> QueryDict:
    data = form_of(draft, 1)
    data["target-1.2-kind"] = "checklist"
    return data


def test_a_target_becomes_a_checklist_with_the_items_it_names(
    client: Client, draft: Programme
) -> None:
    data = checklist(draft)
    data["target-1.2-text"] = "通办社保、医保、公积金"
    actions.correct(
        programme=draft,
        path="tasks/1/targets/1.2/text",
        value="通办社保、医保、公积金",
        by=draft.notice.received_by,
    )
    page = press(client, draft, 1, "", data).content.decode()
    held = draft_reading(draft).target("1.2").checklist
    assert held is not None
    assert [item.name for item in held.items] == ["通办社保", "医保", "公积金"]
    assert "建议了阶段或事项" in page
    assert 'name="item-1.2-2-name"' in page


def test_items_are_named_taken_out_and_counted(client: Client, draft: Programme) -> None:
    path = "tasks/1/targets/1.2"
    items = [{"name": n, "proof": "", "spans": []} for n in ("社保", "医保")]
    actions.correct_all(
        programme=draft,
        corrections={
            f"{path}/kind": "checklist",
            f"{path}/checklist": {"items": items, "expected": None},
            f"{path}/ladder": None,
        },
        by=draft.notice.received_by,
    )
    data = form_of(draft, 1)
    assert data["item-1.2-1-name"] == "医保"
    data["item-1.2-0-name"] = ""
    data["item-1.2-2-name"] = "公积金"
    data["item-1.2-2-proof"] = "办结截图"
    data["count-1.2-expected"] = "12"
    press(client, draft, 1, "", data)
    held = draft_reading(draft).target("1.2").checklist
    assert held is not None
    assert [(item.name, item.proof) for item in held.items] == [
        ("医保", ""),
        ("公积金", "办结截图"),
    ]
    assert held.expected == 12
