"""What pages show of a table is joined to one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.documents.reading_pages import text_line
from tongchou.documents.pages.content import PartCell, TablePart
from tongchou.documents.pages.tables import WholeTable

XS = [50.0, 80.0, 200.0, 400.0]
HEAD = ["序号", "任务名称", "目标任务"]
Row = Sequence[str]


def part(*rows: Row, page: int = 1, xs: list[float] | None = None, spans: int = 0) -> TablePart:
    """Rows of cells; with `spans` the first column is one cell over so many last rows."""
    xs = xs or XS
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if spans and c == 0 and r > len(rows) - spans:
                continue
            lines = [text_line(text, xs[c] + 4, 100 + 20 * r, page=page)] if text else []
            tall = spans if spans and c == 0 and r == len(rows) - spans else 1
            end = xs[-1] if c == len(row) - 1 else xs[c + 1]
            cells.append(PartCell(r, r + tall, xs[c], end, lines))
    return TablePart(page, xs, 100, 100 + 20 * len(rows), len(rows), cells)


def joined(*parts: TablePart) -> dict[tuple[int, int], str]:
    table = WholeTable()
    for each in parts:
        assert table.last is None or table.fits(each)
        table.take(each)
    return {(b.row, b.column): b.text for b in table.blocks(0, 0)}


def column(cells: dict[tuple[int, int], str], c: int) -> list[str]:
    return [text for (_, at), text in sorted(cells.items()) if at == c]


def test_rows_go_on_below() -> None:
    found = joined(part(HEAD, ["1", "甲", "修路。"]), part(["2", "乙", "架桥。"], page=2))
    assert column(found, 0) == ["序号", "1", "2"]
    assert found[2, 2] == "架桥。"


def test_a_repeated_head_is_dropped() -> None:
    found = joined(part(HEAD, ["1", "甲", "修路。"]), part(HEAD, ["2", "乙", "架桥。"], page=2))
    assert column(found, 0) == ["序号", "1", "2"]


def test_a_row_without_its_number_is_the_rest_of_the_last() -> None:
    found = joined(part(HEAD, ["1", "甲", "修路，"]), part(["", "", "架桥。"], page=2))
    assert column(found, 0) == ["序号", "1"]
    assert found[1, 2] == "修路，架桥。"


def test_behind_a_repeated_head_too() -> None:
    found = joined(
        part(HEAD, ["1", "甲", "修路，"]), part(HEAD, ["", "", "架桥。"], ["2", "乙", ""], page=2)
    )
    assert found[1, 2] == "修路，架桥。"
    assert column(found, 0) == ["序号", "1", "2"]


def test_a_number_may_stand_on_the_second_page() -> None:
    found = joined(part(HEAD, ["", "甲工", "修路，"]), part(["1", "程", "架桥。"], page=2))
    assert column(found, 0) == ["序号", "1"]
    assert found[1, 2] == "修路，架桥。"


def test_nothing_runs_on_from_a_row_that_names_an_area() -> None:
    found = joined(part(HEAD, ["一", "共护山水", ""]), part(["", "甲", "修路。"], page=2))
    assert found[2, 2] == "修路。"
    assert found[1, 1] == "共护山水"


def test_an_area_without_a_number_runs_on_from_nothing() -> None:
    found = joined(part(HEAD, ["1", "甲", "修路。"]), part(["", "共通路网"], page=2))
    assert found[2, 1] == "共通路网"


def test_a_merged_cell_goes_on_below() -> None:
    table = WholeTable()
    head = ["领域", "序号", "任务名称"]
    table.take(part(head, ["生态", "1", "甲"], ["", "2", "乙"], spans=2))
    table.take(part(["", "3", "丙"], ["", "4", "丁"], page=2, spans=2))
    merged = next(b for b in table.blocks(0, 0) if b.text == "生态")
    assert (merged.row, merged.row_span) == (1, 4)


def test_under_a_merged_number_a_finished_row_is_followed_by_a_new_one() -> None:
    first = part(HEAD, ["1", "甲", "修路。"], ["", "乙", "架桥。"], spans=2)
    found = joined(first, part(["", "丙", "种树。"], page=2))
    assert found[3, 2] == "种树。"


@pytest.mark.parametrize(
    ("xs", "fits"),
    [
        ([50.0, 80.0, 200.0, 400.0], True),
        ([60.0, 90.0, 210.0, 410.0], True),
        ([50.0, 80.0, 400.0], True),
        ([50.0, 400.0], True),
        ([50.0, 80.0, 200.0, 300.0, 400.0], True),
        ([50.0, 120.0, 150.0, 400.0], True),
        ([50.0, 120.0, 400.0], False),
        ([50.0, 80.0, 200.0, 300.0], False),
    ],
)
def test_what_can_continue_a_table(xs: list[float], fits: bool) -> None:
    table = WholeTable()
    table.take(part(HEAD, ["1", "甲", "修路。"]))
    assert table.fits(part(["2"] * (len(xs) - 1), page=2, xs=xs)) is fits


def test_on_the_same_page_only_what_touches_continues() -> None:
    table = WholeTable()
    table.take(part(HEAD, ["1", "甲", "修路。"]))
    below = part(["2", "乙", "架桥。"])
    below.top = 142
    assert table.fits(below)
    below.top = 200
    assert not table.fits(below)


def test_columns_are_counted_over_all_pages() -> None:
    wide = part(["2", "乙", "架桥。", "无"], page=2, xs=[50.0, 80.0, 200.0, 300.0, 400.0])
    table = WholeTable()
    table.take(part(HEAD, ["1", "甲", "修路。"]))
    table.take(wide)
    spans = {b.text: (b.column, b.column_span) for b in table.blocks(0, 0)}
    assert spans["修路。"] == (2, 2)
    assert spans["架桥。"] == (2, 1)
    assert spans["无"] == (3, 1)
