from __future__ import annotations

import io
import struct
import zipfile

import openpyxl
import pytest
import xlsxwriter

from tests.documents.making_old import ole, xls
from tests.documents.making_sheets import (
    HEADINGS,
    SHOWN,
    book_bytes,
    csv_list,
    ods,
    ods_list,
    ods_row,
    packed,
    xls_list,
    xlsx_list,
)
from tongchou.documents import read_ods as ods_module
from tongchou.documents.guard import Archive, GuardError
from tongchou.documents.read import read_document
from tongchou.documents.read_csv import read_csv
from tongchou.documents.read_ods import read_ods
from tongchou.documents.read_sheet import read_sheet
from tongchou.documents.readers import Reader, read_here
from tongchou.documents.sheets.xls_formats import xls_formats
from tongchou.documents.sheets.xlsx_formats import xlsx_formats

LISTS = {
    "xlsx": xlsx_list(),
    "xls": xls_list(),
    "ods": ods_list(),
    "csv": csv_list().encode("gb18030"),
}


def parts_of(data: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_ring(data: bytes) -> bytes:
    """An old workbook whose first sector follows itself."""
    table = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    return data[:table] + bytes(4) + data[table + 4 :]


def changed(part: str, old: str, new: str) -> bytes:
    parts = parts_of(LISTS["xlsx"])
    text = parts[part].decode()
    assert old in text
    return packed({**parts, part: text.replace(old, new)})


@pytest.mark.parametrize("kind", LISTS)
def test_the_same_list_in_every_kind_of_workbook_reads_the_same(kind: str) -> None:
    blocks, findings = read_here(kind, LISTS[kind], f"a.{kind}")
    assert [(block.kind, block.text) for block in blocks if block.text] == SHOWN
    assert findings == ()
    if kind != "csv":
        assert [b.column_span for b in blocks if b.text.startswith("一、")] == [5]


def test_hidden_sheets_are_left_out_and_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(LISTS["xlsx"]))
    for title, state in (("草稿", "hidden"), ("底稿", "veryHidden")):
        page = book.create_sheet(title)
        page["A1"], page.sheet_state = "不读", state
    book.create_sheet("空").sheet_state = "hidden"
    blocks, (finding,) = read_sheet(book_bytes(book), "a.xlsx")
    assert len([block for block in blocks if block.text]) == len(SHOWN)
    assert finding.code == "X116"
    assert "草稿、底稿" in finding.message("zh")
    assert "空" not in finding.message("zh")


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (xls([["甲", "乙"]], state=1), read_sheet),
        (
            ods(
                f'<t:table t:name="任务" t:style-name="h">{ods_row("甲", "乙")}</t:table>',
                '<s:style s:name="h"><s:table-properties t:display="false"/></s:style>',
            ),
            read_ods,
        ),
    ],
)
def test_hidden_sheets_of_other_kinds_too(data: bytes, reader: Reader) -> None:
    blocks, (finding,) = reader(data, "a")
    assert blocks == ()
    assert (finding.code, "任务" in finding.message("zh")) == ("X116", True)


def test_several_sheets_stand_behind_their_names() -> None:
    book = openpyxl.load_workbook(io.BytesIO(LISTS["xlsx"]))
    second = book.copy_worksheet(book["任务"])
    second.title = "第二"
    book.create_chartsheet("图")
    blocks, _ = read_sheet(book_bytes(book), "a.xlsx")
    assert [b.text for b in blocks if b.text in {"任务", "第二", "图"}] == ["任务", "第二"]
    assert {b.table for b in blocks if b.kind == "cell"} == {0, 1}


def test_formulas_are_not_worked_out_but_their_saved_values_are_read() -> None:
    value = "<f>6*7</f><v>42</v>"
    data = changed("xl/worksheets/sheet1.xml", "<v>1</v></c><c", f"{value}</c><c")
    blocks, _ = read_sheet(data, "a.xlsx")
    assert "42" in [block.text for block in blocks]


def test_texts_shared_by_cells_are_read() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet("任务")
        page.write_row(0, 0, ["任务名称", "目标任务", "任务名称"])
        page.write(1, 0, "云青高速")
        page.write_number(1, 1, 0.5, book.add_format({"num_format": "0.0%"}))
        page.write_rich_string(1, 2, "云青", book.add_format({"bold": True}), "高速", "公路")
    assert "xl/sharedStrings.xml" in parts_of(stream.getvalue())
    blocks, _ = read_sheet(stream.getvalue(), "a.xlsx")
    assert [block.text for block in blocks][3:] == ["云青高速", "50.0%", "云青高速公路"]


def test_macros_are_reported() -> None:
    data = packed({**parts_of(LISTS["xlsx"]), "xl/vbaProject.bin": b"x"})
    assert [f.code for f in read_sheet(data, "a.xlsm")[1]] == ["X110"]
    macros = packed({**parts_of(LISTS["ods"]), "Basic/Standard/Module1.xml": b"x"})
    assert [f.code for f in read_ods(macros, "a.ods")[1]] == ["X110"]


def test_formats_of_both_kinds_of_workbooks_lie_at_their_cells() -> None:
    new = xlsx_formats(Archive.open(LISTS["xlsx"], "a.xlsx"))["任务"]
    (old,) = xls_formats(LISTS["xls"], "a.xls")
    places = {(3, 2): "0%", (3, 3): 'yyyy"年"m"月"', (4, 2): '0.0"万亩"'}
    assert {place: new.get(place) for place in places} == places
    assert {place: old.get(place) for place in places} == places


def test_cells_too_far_apart_are_refused_before_they_are_read() -> None:
    data = changed("xl/worksheets/sheet1.xml", '<c r="A6"', '<c r="XFD1048576"')
    with pytest.raises(GuardError) as refused:
        read_sheet(data, "a.xlsx")
    assert refused.value.finding.code == "X111"


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (0x203, struct.pack("<HHHd", 65_535, 60_000, 0, 1.0)),
        (0x204, struct.pack("<HHHHB", 65_535, 255, 0, 0, 0)),
        (0x200, struct.pack("<IIHHH", 0, 2**32 - 1, 0, 65_535, 0)),
    ],
)
def test_cells_of_an_old_workbook_too_far_apart_are_refused_too(record: int, place: bytes) -> None:
    """The record takes the place of the one that says which cells are merged."""
    data = LISTS["xls"]
    at = data.rindex(struct.pack("<HH", 0xE5, 18))
    data = data[:at] + struct.pack("<HH", record, 18) + place.ljust(18, b"\0") + data[at + 22 :]
    with pytest.raises(GuardError) as refused:
        read_sheet(data, "a.xls")
    assert refused.value.finding.code == "X111"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"),
        ("xl/workbook.xml", "not xml"),
        ("xl/styles.xml", "<a><b></a>"),
        ("xl/sharedStrings.xml", ""),
    ],
)
def test_a_malformed_part_is_damage(part: str, text: str) -> None:
    data = packed({**parts_of(LISTS["xlsx"]), part: text})
    with pytest.raises(GuardError) as refused:
        read_sheet(data, "a.xlsx")
    assert refused.value.finding.code == "X107"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (ole({"Workbook": b"junk"}), "a.xls", "X107"),
        (LISTS["xls"][:2000], "a.xls", "X103"),
        (with_ring(LISTS["xls"]), "a.xls", "X107"),
        (LISTS["xlsx"][:-300], "a.xlsx", "X107"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "a.ods", "X107"),
        (ods("<t:table/>"), "a.ods", "X109"),
        (b",,,\n,,,\n", "a.csv", "X109"),
        (b'a,"b' + b"x" * 200_000, "a.csv", "X107"),
        (book_bytes(openpyxl.Workbook()), "a.xlsx", "X109"),
    ],
)
def test_broken_and_empty_workbooks_say_so(data: bytes, name: str, code: str) -> None:
    document = read_document(data, name, isolated=False)
    assert [finding.code for finding in document.findings] == [code]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_an_entity_in_a_workbook_is_not_followed(part: str) -> None:
    head = '<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    name = "".join(f"&#{ord(letter)};" for letter in "云青高速")
    text = parts_of(LISTS["xlsx"])[part].decode().replace(name, "&a;")
    data = packed({**parts_of(LISTS["xlsx"]), part: head + text})
    document = read_document(data, "a.xlsx", isolated=False)
    assert document.blocks == ()
    assert {finding.code for finding in document.findings} <= {"X106", "X107"}


def test_repeated_rows_and_columns_of_an_ods_are_read_within_limits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = ods_row("1", "修路", repeated=3)
    blocks, _ = read_ods(ods(f'<t:table t:name="a">{row}{ods_row("", repeated=9)}</t:table>'), "a")
    assert [block.text for block in blocks] == ["1", "修路"] * 3
    monkeypatch.setattr(ods_module, "MAX_BLOCKS", 4)
    with pytest.raises(GuardError) as refused:
        read_ods(ods(f'<t:table t:name="a">{row}</t:table>'), "a.ods")
    assert refused.value.finding.code == "X111"


def test_words_of_an_ods_keep_their_breaks_and_lose_notes() -> None:
    cell = "<t:table-cell><o:annotation><x:p>批注</x:p></o:annotation>"
    cell += "<x:p>甲<x:s/>乙<x:line-break/>丙</x:p><x:p><x:span>丁</x:span>戊</x:p></t:table-cell>"
    row = f"<t:table-row>{cell}<t:table-cell><x:p>己</x:p></t:table-cell></t:table-row>"
    table = f"<t:table><t:table-header-rows>{row}</t:table-header-rows></t:table>"
    assert [block.text for block in read_ods(ods(table), "a.ods")[0]] == ["甲 乙\n丙\n丁戊", "己"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_of_csv_are_found(separator: str) -> None:
    data = csv_list().replace(",", separator).encode()
    blocks, findings = read_csv(data, "a.csv")
    assert [block.text for block in blocks if block.kind == "cell"][:5] == HEADINGS
    assert findings == ()
