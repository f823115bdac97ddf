"""Areas in tables: rows, merged columns, several annexes, numbers that begin again."""

from __future__ import annotations

from tests.domain.notice.building import Cell, annex, codes, ruled

HEAD = ["序号", "重点任务", "年度目标", "牵头单位", "配合单位", "完成时限", "备注"]


def row(number: str, name: str) -> list[str]:
    return [number, name, "通车", "甲山市交通局", "乙水县人民政府", "2024年底", ""]


def test_one_name_over_numbered_rows_is_their_area() -> None:
    head = ["重点任务", "序号", "工作措施", "目标", "责任单位"]
    found = annex(
        ruled(
            head,
            [("交通", 2, 1), "1", "修路", "通车", "甲局"],
            ["2", "架桥", "合龙", "甲局"],
            [("生态", 2, 1), "3", "种树", "成林", "乙局"],
            ["4", "治水", "达标", "丙局"],
        )
    )
    assert [area.name.text for area in found.areas] == ["交通", "生态"]
    assert [(t.number, t.area, t.cells["name"].text) for t in found.tasks] == [
        (1, 1, "修路"),
        (2, 1, "架桥"),
        (3, 2, "种树"),
        (4, 2, "治水"),
    ]


def test_an_area_repeated_in_every_cell_is_one_area() -> None:
    found = annex(
        ruled(HEAD, ["补齐民生短板"] * 7, row("1", "修路"), ["一、生态"] * 7, row("2", "种树"))
    )
    assert [area.name.text for area in found.areas] == ["补齐民生短板", "生态"]
    assert [(t.number, t.area) for t in found.tasks] == [(1, 1), (2, 2)]
    assert codes(found) == []


def test_areas_of_two_levels() -> None:
    first: list[Cell] = [("一、基础设施", 1, 7)]
    sub: list[Cell] = [("（一）公路", 1, 7)]
    other: list[Cell] = [("（二）水运", 1, 7)]
    second: list[Cell] = [("二、生态", 1, 7)]
    found = annex(
        ruled(
            HEAD,
            first,
            sub,
            row("1", "修路"),
            other,
            row("2", "疏浚"),
            second,
            row("3", "种树"),
        )
    )
    assert [(a.number, a.name.text) for a in found.areas] == [(1, "基础设施"), (2, "生态")]
    groups = [task.cells.get("group") for task in found.tasks]
    assert [group.text if group else "" for group in groups] == ["公路", "水运", ""]


def test_where_one_heading_holds_all_its_parts_are_the_areas() -> None:
    whole: list[Cell] = [("一、重点任务", 1, 7)]
    sub: list[Cell] = [("（一）公路", 1, 7)]
    other: list[Cell] = [("（二）水运", 1, 7)]
    found = annex(ruled(HEAD, whole, sub, row("1", "修路"), other, row("2", "疏浚")))
    assert [area.name.text for area in found.areas] == ["公路", "水运"]


def test_several_annexes_begin_their_numbers_again() -> None:
    first = ruled([("附件1 重点任务清单", 1, 7)], HEAD, row("1", "修路"), row("2", "架桥"))
    second = ruled([("附件2 民生实事清单", 1, 7)], HEAD, row("1", "建校"), table=1, first=40)
    found = annex([*first, *second])
    assert [(t.number, t.cells["number"].text, t.area) for t in found.tasks] == [
        (1, "1", 1),
        (2, "2", 1),
        (3, "1", 2),
    ]
    assert [area.name.text for area in found.areas] == ["附件1 重点任务清单", "附件2 民生实事清单"]
    assert codes(found) == ["N112"]


def test_numbers_that_begin_again_in_each_area_are_no_duplicates() -> None:
    a: list[Cell] = [("一、交通", 1, 7)]
    b: list[Cell] = [("二、生态", 1, 7)]
    rows = [a, row("1", "修路"), row("2", "架桥"), b, row("1", "种树"), row("3", "治水")]
    found = annex(ruled(HEAD, *rows))
    assert [task.number for task in found.tasks] == [1, 2, 3, 4]
    assert codes(found) == ["N112", "N108"]


def test_rows_of_areas_with_subtotals() -> None:
    head = ["项目名称", "建设内容", "总投资", "年度目标", "责任单位"]
    area: list[Cell] = [("一、产业项目（2个）", 1, 2), "60.5", "", ""]
    one = ["1.厂房", "建设厂房", "42", "主体封顶", "甲局"]
    found = annex(ruled(head, area, one, ["2.冷库", "建冷库", "18.5", "开工", "乙局"]))
    assert [area.name.text for area in found.areas] == ["产业项目"]
    assert [(t.number, t.cells["name"].text) for t in found.tasks] == [(1, "厂房"), (2, "冷库")]
