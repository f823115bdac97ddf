"""Workbooks (.xlsx, .xlsm, .xlsb, .xls): the values that stand in the cells, as people see them."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from tongchou.documents.findings import EncryptedFile, HiddenSheets, MacrosIgnored
from tongchou.documents.guard import Archive, GuardError, damaged
from tongchou.documents.ole import OLE, Ole
from tongchou.documents.readers import Reading
from tongchou.documents.sheets.number_formats import Value, shown
from tongchou.documents.sheets.tables import Place, Sheet, blocks_of_sheets
from tongchou.documents.sheets.xls_formats import xls_formats
from tongchou.documents.sheets.xlsx_formats import Formats, xlsx_formats
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.text import printable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_SHEETS = 200
_PANIC = "PanicException"


def read_sheet(data: bytes, name: str) -> Reading:
    """Formulas are not worked out: the value saved with them is read. Hidden sheets are left
    out and named. Raises GuardError."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    old = data.startswith(OLE)
    if old and Ole(data).has_ring:
        raise GuardError(_broken(name))
    formats = {} if old else xlsx_formats(Archive.open(data, name))
    numbered = xls_formats(data, name) if old else []
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            sheets, hidden = _sheets(book, formats, numbered)
    except PasswordError:
        raise GuardError(EncryptedFile(name=name)) from None
    except (CalamineError, ValueError, OSError):
        raise GuardError(_broken(name)) from None
    except BaseException as failure:
        # The library's own errors inside Rust come as this class, which it does not export.
        if type(failure).__name__ != _PANIC:
            raise
        raise GuardError(_broken(name)) from None
    findings: list[Finding] = [MacrosIgnored(name=name)] if _has_macros(data) else []
    if hidden:
        findings.append(HiddenSheets(name=name, sheets="、".join(hidden)))
    return blocks_of_sheets(sheets, name), tuple(findings)


def _broken(name: str) -> Finding:
    return damaged(name, "工作簿的内容有误", "the workbook's content is malformed")


def _sheets(
    book: "CalamineWorkbook", formats: dict[str, Formats], numbered: list[Formats]
) -> tuple[list[Sheet], list[str]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets: list[Sheet] = []
    hidden: list[str] = []
    for index, about in enumerate(book.sheets_metadata[:MOST_SHEETS]):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        if about.visible is not SheetVisibleEnum.Visible:
            hidden += [about.name] if sheet.height else []
            continue
        own = formats.get(about.name, {}) or (numbered[index] if index < len(numbered) else {})
        sheets.append(_sheet(about.name, sheet, own))
    return sheets, hidden


def _sheet(name: str, sheet: "CalamineSheet", formats: Formats) -> Sheet:
    rows = [
        [_text(value, formats.get((r, c), "")) for c, value in enumerate(row)]
        for r, row in enumerate(sheet.to_python(skip_empty_area=False))
    ]
    return Sheet(name, rows, _merged(sheet.merged_cell_ranges or ()))


def _text(value: Value, code: str) -> str:
    return printable(shown(value, code)).strip()


def _merged(ranges: Sequence[tuple[Place, Place]]) -> dict[Place, Place]:
    return {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in ranges}


def _has_macros(data: bytes) -> bool:
    if data.startswith(OLE):
        return "_VBA_PROJECT_CUR" in Ole(data).storages
    return b"xl/vbaProject.bin" in data
