from __future__ import annotations

from tests.domain.notice.building import annex, codes, ruled, stream
from tongchou.domain.notice.columns import column_of
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.tables import find_grids

HEAD = ["序号", "项目名称", "建设\n时限", "主要内容", "2024年目标任务", "责任单位", "备注"]


def task(number: str, name: str = "修路") -> list[str]:
    return [number, name, "2024年底", "内容", "目标", "甲山市交通局", ""]


def test_rows_are_rebuilt_from_a_stream() -> None:
    found = annex(stream(HEAD, ["一", "交通"], task("1 "), task("2"), ["二", "生态"], task("3")))
    assert [(a.number, a.name.text) for a in found.areas] == [(1, "交通"), (2, "生态")]
    assert [(t.number, t.area) for t in found.tasks] == [(1, 1), (2, 1), (3, 2)]
    assert found.tasks[0].cells["target"].text == "目标"
    assert [role for role, _ in found.tasks[0].organizations] == ["responsible"]
    assert codes(found) == []


def test_the_last_row_may_lack_its_empty_remark() -> None:
    found = annex(stream(HEAD, ["一", "交通"], task("1"), task("2")[:-1]))
    assert [t.number for t in found.tasks] == [1, 2]
    assert codes(found) == []


def test_a_row_inside_may_lack_its_empty_remark() -> None:
    found = annex(stream(HEAD, task("1")[:-1], task("2")[:-1], ["二", "生态"], task("3")))
    assert [t.number for t in found.tasks] == [1, 2, 3]


def test_a_row_that_lost_or_gained_a_cell_is_said_and_the_next_is_whole() -> None:
    lost, gained = task("2"), task("3")
    del lost[3]
    del lost[4]
    gained.insert(4, "多出一格")
    found = annex(stream(HEAD, task("1"), lost, gained, task("4")))
    assert [t.number for t in found.tasks] == [1, 2, 3, 4]
    assert codes(found) == ["N109", "N109"]
    assert found.tasks[3].cells["target"].text == "目标"


def test_a_repeated_head_is_no_task() -> None:
    found = annex(ruled(HEAD, task("1"), HEAD, task("2")))
    assert [t.number for t in found.tasks] == [1, 2]


def test_columns_stand_in_any_order() -> None:
    head = ["责任单位", "目标任务", "项目名称", "序号", "完成时限"]
    found = annex(ruled(head, ["甲山市交通局", "通车", "修路", "1", "2024年底"]))
    cells = found.tasks[0].cells
    assert {role: line.text for role, line in cells.items()} == {
        "target": "通车",
        "name": "修路",
        "number": "1",
        "period": "2024年底",
    }


def test_a_head_of_two_lines() -> None:
    top: list[str | tuple[str, int, int]] = [
        ("序号", 2, 1),
        ("任务名称", 2, 1),
        ("年度目标", 2, 1),
        ("责任单位", 1, 2),
    ]
    found = annex(ruled(top, ["牵头单位", "配合单位"], ["1", "修路", "通车", "甲局", "乙局"]))
    assert [(r, x.text) for r, x in found.tasks[0].organizations] == [
        ("lead", "甲局"),
        ("assisting", "乙局"),
    ]


def test_areas_as_merged_rows() -> None:
    merged: list[str | tuple[str, int, int]] = [("（一）交通", 1, 7)]
    plain: list[str | tuple[str, int, int]] = [("生态", 1, 7)]
    found = annex(ruled(HEAD, merged, task("1"), plain, task("2")))
    assert [(a.number, a.name.text) for a in found.areas] == [(1, "交通"), (2, "生态")]
    assert [t.area for t in found.tasks] == [1, 2]


def test_areas_in_a_merged_column() -> None:
    head = ["领域", "序号", "任务名称", "目标任务", "责任单位"]
    first: list[str | tuple[str, int, int]] = [("交通", 2, 1), "1", "修路", "通车", "甲局"]
    found = annex(
        ruled(head, first, ["2", "架桥", "通车", "甲局"], ["生态", "3", "种树", "", "乙局"])
    )
    assert [a.name.text for a in found.areas] == ["交通", "生态"]
    assert [(t.number, t.area) for t in found.tasks] == [(1, 1), (2, 1), (3, 2)]


def test_numbers_twice_missing_and_out_of_step() -> None:
    found = annex(ruled(HEAD, task("1"), task("1", "架桥"), task("", "种树"), task("7", "治水")))
    assert [t.number for t in found.tasks] == [1, 2, 3, 7]
    assert codes(found) == ["N106", "N107", "N108"]


def test_a_short_row_is_said() -> None:
    found = annex(ruled(HEAD, task("1"), task("2")[:4]))
    assert codes(found) == ["N109"]


def test_missing_columns_are_said() -> None:
    found = annex(ruled(["序号", "项目名称", "主要内容"], ["1", "修路", "内容"]))
    assert codes(found) == ["N111", "N105"]


def test_without_a_column_of_targets_they_stand_in_the_scope_or_the_name() -> None:
    scope = annex(ruled(["任务", "主要内容", "责任单位"], ["修路", "通车", "甲局"]))
    name = annex(ruled(["序号", "任务", "责任单位"], ["1", "修路", "甲局"]))
    assert {r: x.text for r, x in scope.tasks[0].cells.items()} == {
        "name": "修路",
        "target": "通车",
    }
    assert name.tasks[0].cells["target"].text == name.tasks[0].cells["name"].text == "修路"
    assert codes(name) == ["N111"]


def test_a_later_table_continues_the_first() -> None:
    second = [
        Block(100 + b.index, "cell", b.text, 1, b.row, b.column) for b in ruled(HEAD, task("2"))
    ]
    found = annex([*ruled(HEAD, task("1")), *second])
    assert [t.number for t in found.tasks] == [1, 2]


def test_other_tables_are_counted() -> None:
    other = [Block(100 + i, "cell", text, 1, 0, i) for i, text in enumerate(["甲", "乙"])]
    grids, others = find_grids([*ruled(HEAD, task("1")), *other])
    assert (len(grids), len(others)) == (1, 1)


def test_headings_are_known_whatever_the_year() -> None:
    assert column_of("2023年目标任务") == "target"
    assert column_of("2024年度目标任务") == "target"
    assert column_of("建设\n时限") == "period"
    assert column_of("牵头单位（部门）") == "lead"
    assert column_of("联系电话") is None
