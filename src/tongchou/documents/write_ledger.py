"""A ledger as an Excel workbook: figures as numbers, text as text, ready to print on A4."""

import io
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tongchou.domain.publication.facts import SIMULATED
from tongchou.domain.publication.ledger import Cell, Column, Kind, Ledger, LedgerRow, Sheet
from tongchou.domain.shared.canonical import decimal_text

FILLS = {
    "green": "#E3F1E5",
    "yellow": "#FFF4CC",
    "orange": "#FDE3CF",
    "red": "#F8D7D7",
    "": "#EEEEEE",
}
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_PLACES = 6
EXCEL_DIGITS = 15
LONGEST_CELL = 32_767
LONGEST_HEADER = 200
"""Excel takes 255 with the marks of the parts; what is longer it leaves out wholly."""
HEADER_ROW = 2
A4 = 9


def write_ledger(ledger: Ledger) -> bytes:
    """The file; the same ledger gives the same bytes. No text ever becomes a formula or a link."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook = xlsxwriter.Workbook(buffer, options)
    workbook.set_properties(
        {
            "title": ledger.title,
            "comments": SIMULATED if ledger.simulated else "",
            "created": datetime(ledger.dated.year, ledger.dated.month, ledger.dated.day),  # noqa: DTZ001
        }
    )
    looks = _Looks(workbook)
    for sheet in ledger.sheets:
        _write_sheet(workbook.add_worksheet(sheet.name), sheet, ledger, looks)
    workbook.close()
    return buffer.getvalue()


class _Looks:
    """The formats, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.made: dict[tuple[tuple[str, object], ...], Format] = {}
        self.title = self.of(font_size=15, bold=True)
        self.note = self.of(font_size=9, font_color="#555555")
        self.warning = self.of(font_size=11, bold=True, font_color="#B00000", align="right")
        self.header = self.of(
            font_size=10, bold=True, border=1, bg_color="#F0F0F0", align="center", text_wrap=True
        )

    def of(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            base = {"font_name": "宋体", "valign": "vcenter"}
            self.made[key] = self.workbook.add_format({**base, **properties})
        return self.made[key]

    def cell(self, kind: Kind, value: Cell, light: str) -> Format:
        common: dict[str, object] = {"font_size": 10, "border": 1, "text_wrap": True}
        if kind is Kind.LIGHT:
            return self.of(**common, align="center", bg_color=FILLS[light])
        if isinstance(value, Decimal):
            return self.of(**common, align="right", num_format=number_format(kind, value))
        if isinstance(value, date):
            return self.of(**common, align="center", num_format="yyyy-mm-dd")
        align = "left" if kind is Kind.TEXT else "center"
        return self.of(**common, align=align)


def number_format(kind: Kind, value: Decimal) -> str:
    """As many places as the figure has, at most six; shares with one."""
    if kind is Kind.SHARE:
        return "0.0%"
    exponent = value.normalize().as_tuple().exponent
    places = min(max(-exponent, 0), MOST_PLACES) if isinstance(exponent, int) else 0
    return "#,##0" + ("." + "0" * places if places else "")


def _write_sheet(page: Worksheet, sheet: Sheet, ledger: Ledger, looks: _Looks) -> None:
    last = len(sheet.columns) - 1
    page.write_string(0, 0, sheet.title, looks.title)
    page.write_string(1, 0, sheet.note, looks.note)
    if ledger.simulated:
        page.write_string(0, last - sheet.unprinted, SIMULATED, looks.warning)
    page.set_row(0, 26)
    page.set_row(HEADER_ROW, 30)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(HEADER_ROW, place, column.title, looks.header)
    for offset, row in enumerate(sheet.rows, start=HEADER_ROW + 1):
        page.set_row(offset, _height(sheet.columns, row))
        for place, (column, value) in enumerate(zip(sheet.columns, row.cells, strict=True)):
            _write_cell(page, (offset, place), value, looks.cell(column.kind, value, row.light))
    page.freeze_panes(HEADER_ROW + 1, sheet.frozen)
    if sheet.rows:
        page.autofilter(HEADER_ROW, 0, HEADER_ROW + len(sheet.rows), last)
    page.print_area(0, 0, HEADER_ROW + len(sheet.rows), last - sheet.unprinted)
    _print_setup(page, ledger)


def _write_cell(page: Worksheet, at: tuple[int, int], value: Cell, look: Format) -> None:
    if value is None or value == "":
        page.write_blank(*at, None, look)
    elif isinstance(value, Decimal) and _exact(value):
        page.write_number(*at, float(value), look)
    elif isinstance(value, Decimal):
        page.write_string(*at, decimal_text(value), look)
    elif isinstance(value, date):
        page.write_datetime(*at, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
    else:
        page.write_string(*at, shortened(value, LONGEST_CELL), look)


def _exact(value: Decimal) -> bool:
    """Whether the 15 digits that Excel keeps of a number hold the figure."""
    return len(value.normalize().as_tuple().digits) <= EXCEL_DIGITS


def shortened(text: str, most: int) -> str:
    """What Excel takes: of a longer text the beginning, and a mark that it goes on."""
    return text if _units(text) <= most else _beginning(text, most - 1) + "…"


def _units(text: str) -> int:
    """Excel counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _beginning(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _print_setup(page: Worksheet, ledger: Ledger) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADER_ROW)
    mark = f"&R{SIMULATED}" if ledger.simulated else ""
    title = shortened(ledger.title.replace("&", "&&"), LONGEST_HEADER)
    page.set_header(f"&L{title}{mark}")
    page.set_footer("&C第 &P 页，共 &N 页")


def _height(columns: tuple[Column, ...], row: LedgerRow) -> float:
    """Tall enough for its longest cell; Excel does not measure cells that wrap by themselves."""
    lines = 1
    for column, value in zip(columns, row.cells, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(_lines(part, column.width) for part in value.split("\n")))
    return min(15 * lines + 3, 400)


def _lines(text: str, width: float) -> int:
    """Lines that a text takes: a Chinese character is two columns wide."""
    wide = sum(2 if ord(char) > 0x2E7F else 1 for char in text)
    return max(1, -(-wide // max(int(width) - 1, 1)))
