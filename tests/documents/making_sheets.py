"""Workbooks, pages and other files of tasks, made for the tests of their readers."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl

from tests.documents.making_old import AREA, MONTH, PERCENT, xls

TITLE = "2024年重点任务清单"
HEADINGS = ["序号", "任务名称", "目标任务", "完成时限", "责任单位"]
AREA_NAME = "一、设施联通"
NOTE = "注：演示数据"
SHOWN = [
    ("paragraph", TITLE),
    *(("cell", heading) for heading in HEADINGS),
    ("cell", AREA_NAME),
    *(("cell", text) for text in ["1", "云青高速", "80%", "2024年6月", "岚州市交通局"]),
    *(("cell", text) for text in ["2", "柏川水库", "5.0万亩", "2024年底", "柏川县水利局"]),
    ("paragraph", NOTE),
]
"""What each of these workbooks holds, as people see it."""


def xlsx_list(sheet_name: str = "任务") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet_name
    page["A1"] = TITLE
    page.merge_cells("A1:E1")
    page.append(HEADINGS)
    page["A3"] = AREA_NAME
    page.merge_cells("A3:E3")
    page.append([1, "云青高速", 0.8, date(2024, 6, 30), "岚州市交通局"])
    page.append([2.0, "柏川水库", 5, "2024年底", "柏川县水利局"])
    page["A6"] = NOTE
    page["C4"].number_format = "0%"
    page["D4"].number_format = 'yyyy"年"m"月"'
    page["C5"].number_format = '0.0"万亩"'
    return book_bytes(book)


def book_bytes(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls_list() -> bytes:
    june = (45473.0, MONTH)
    return xls(
        [
            [TITLE],
            list(HEADINGS),
            [AREA_NAME],
            [(1, 0), "云青高速", (0.8, PERCENT), june, "岚州市交通局"],
            [(2, 0), "柏川水库", (5, AREA), "2024年底", "柏川县水利局"],
            [NOTE],
        ],
        merged=[(0, 0, 0, 4), (2, 2, 0, 4)],
    )


def packed(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else method)
    return stream.getvalue()


ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(body: str, styles: str = "") -> bytes:
    """A workbook of these table:table elements (prefixes t and x)."""
    content = (
        '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<o:automatic-styles>{styles}</o:automatic-styles>"
        f"<o:body><o:spreadsheet>{body}</o:spreadsheet></o:body></o:document-content>"
    )
    return packed({"mimetype": ODS_TYPE, "content.xml": content})


def ods_row(*texts: str, span: int = 1, repeated: int = 1) -> str:
    cells = "".join(f"<t:table-cell><x:p>{text}</x:p></t:table-cell>" for text in texts)
    if span > 1:
        cells = cells.replace(
            "<t:table-cell>", f'<t:table-cell t:number-columns-spanned="{span}">', 1
        )
        cells += f'<t:covered-table-cell t:number-columns-repeated="{span - 1}"/>'
    blanks = '<t:table-cell t:number-columns-repeated="1000"/>'
    times = f' t:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<t:table-row{times}>{cells}{blanks}</t:table-row>"


def ods_list() -> bytes:
    rows = [
        ods_row(TITLE, span=5),
        ods_row(*HEADINGS),
        ods_row(AREA_NAME, span=5),
        ods_row("1", "云青高速", "80%", "2024年6月", "岚州市交通局"),
        ods_row("2", "柏川水库", "5.0万亩", "2024年底", "柏川县水利局"),
        ods_row(NOTE),
        ods_row("", repeated=1_000_000),
    ]
    return ods(f'<t:table t:name="任务">{"".join(rows)}</t:table>')


def csv_list() -> str:
    return (
        f"{TITLE},,,,\n{','.join(HEADINGS)}\n{AREA_NAME},,,,\n"
        '1,云青高速,80%,2024年6月,"岚州市交通局"\n2,柏川水库,5.0万亩,2024年底,柏川县水利局\n'
        f"{NOTE},,,,\n"
    )
