"""The ledger as a file, opened again with another library."""

import io
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from tests.domain.publication.cases import facts, picture, statements
from tongchou.documents.write_ledger import LONGEST_CELL, number_format, shortened, write_ledger
from tongchou.domain.publication.ledger import Kind, Ledger, compose_ledger

HEADER = 3


def ledger(**more: object) -> Ledger:
    return compose_ledger(picture(), facts(**more), statements(), {"t1": "=新增营造林"})


def book(**more: object) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_ledger(ledger(**more))))


def by_title(sheet, row: int) -> dict[str, object]:
    titles = [cell.value for cell in sheet[HEADER]]
    return dict(zip(titles, [cell.value for cell in sheet[row]], strict=True))


def test_the_same_ledger_is_the_same_bytes() -> None:
    assert write_ledger(ledger()) == write_ledger(ledger())


def test_every_cell_is_what_the_value_says() -> None:
    workbook, value = book(), ledger()
    for sheet in value.sheets:
        page = workbook[sheet.name]
        assert [cell.value for cell in page[HEADER]] == [c.title for c in sheet.columns]
        for number, row in enumerate(sheet.rows, start=HEADER + 1):
            for cell, wanted in zip(page[number], row.cells, strict=True):
                assert plain(cell.value) == plain(wanted)


def plain(value: object) -> object:
    if isinstance(value, Decimal | int | float):
        return pytest.approx(float(value))
    if isinstance(value, datetime):
        return value.date()
    return None if value == "" else value


def test_figures_are_numbers_with_their_own_places() -> None:
    page = book()["台账"]
    cells = {page.cell(HEADER, c.column).value: c for c in page[HEADER + 1]}
    assert (cells["年度目标"].value, cells["年度目标"].number_format) == (6.93, "#,##0.00")
    assert (cells["应完成"].value, cells["应完成"].number_format) == (5.1975, "#,##0.0000")
    assert (cells["完成率"].value, cells["完成率"].number_format) == (0.75, "0.0%")
    assert cells["云阳"].value is None


def test_no_text_becomes_a_formula() -> None:
    workbook = book()
    assert by_title(workbook["填报明细"], HEADER + 1)["进展情况"] == "=SUM(A1:A9) 已完成整地"
    assert by_title(workbook["台账"], HEADER + 1)["原文"] == "=新增营造林"
    kinds = {c.data_type for page in workbook for row in page.iter_rows() for c in row}
    assert "f" not in kinds


def test_it_prints_on_landscape_a4_with_its_header_on_every_page() -> None:
    for page in book():
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert page.print_title_rows == "$3:$3"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.freeze_panes is not None


def test_what_leads_back_stays_off_the_paper() -> None:
    page = book()["台账"]
    last = page.print_area.split(":")[1].strip("$").split("$")[0]
    assert page[f"{last}{HEADER}"].value == "责任单位"


def test_simulated_data_is_marked_on_every_sheet() -> None:
    for page in book():
        assert "演示数据" in [cell.value for cell in page[1]]
        assert "演示数据" in page.oddHeader.right.text
    for page in book(simulated=False):
        assert "演示数据" not in [cell.value for row in page.iter_rows() for cell in row]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("6.93", "#,##0.00"), ("8000", "#,##0"), ("0.5000", "#,##0.0"), ("1E+3", "#,##0")],
)
def test_a_number_shows_the_places_it_has(value: str, shown: str) -> None:
    assert number_format(Kind.FIGURE, Decimal(value)) == shown


def test_no_number_shows_more_than_six_places() -> None:
    assert number_format(Kind.FIGURE, Decimal("0.123456789")) == "#,##0.000000"


def test_a_figure_of_more_digits_than_excel_keeps_is_written_out() -> None:
    value = Decimal("123456789012.123456789")
    sheets = [
        replace(
            sheet,
            rows=tuple(
                replace(row, cells=tuple(value if isinstance(c, Decimal) else c for c in row.cells))
                for row in sheet.rows
            ),
        )
        for sheet in ledger().sheets
    ]
    assert value in [cell for sheet in sheets for row in sheet.rows for cell in row.cells]
    made = write_ledger(replace(ledger(), sheets=tuple(sheets)))
    pages = openpyxl.load_workbook(io.BytesIO(made))
    held = [cell.value for page in pages for row in page.iter_rows() for cell in row]
    assert "123456789012.123456789" in held


def test_a_text_longer_than_a_cell_keeps_its_beginning() -> None:
    long = "造" * 40_000
    made = write_ledger(compose_ledger(picture(), facts(), statements(), {"t1": long}))
    pages = openpyxl.load_workbook(io.BytesIO(made))
    held = [cell.value for page in pages for row in page.iter_rows() for cell in row]
    assert "造" * (LONGEST_CELL - 1) + "…" in held
    assert shortened("𠀀" * 5, 6) == "𠀀𠀀…"


def test_the_mark_of_a_demonstration_stands_beside_the_longest_title() -> None:
    made = write_ledger(replace(ledger(), title="标题&" * 100))
    for page in openpyxl.load_workbook(io.BytesIO(made)):
        assert page.oddHeader.right.text == "演示数据"
