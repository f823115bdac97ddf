"""The makers: merged cells and repeated heads, and that each file is what its source makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.make import office, text
from tests.corpus.make.__main__ import MAKERS
from tests.corpus.make.source import Landscape, Paragraph, Source, Table, read_source
from tests.corpus.scoring import CORPUS
from tongchou.documents.read import read_document

SOURCES = sorted(
    path for path in CORPUS.glob("*/source.txt") if read_source(path).format not in office.KINDS
)

GRID = Table({"header": "2", "repeat": "1"})
GRID.rows = [
    ["序号", "单位", "←"],
    ["↑", "牵头", "配合"],
    ["一", "甲区", "←"],
    ["1", "局⏎委", "↑"],
]


def source(*parts: Paragraph | Table | Landscape, **options: str) -> Source:
    return Source("a", "txt", options, parts)


def test_marked_cells_are_joined() -> None:
    table = Table({}, [["甲", "←", "乙"], ["↑", "↑", "丙"]])
    shown = [(c.lines, c.row, c.column, c.row_span, c.column_span) for c in table.cells()]
    assert shown == [(["甲"], 0, 0, 2, 2), (["乙"], 0, 2, 1, 1), (["丙"], 1, 2, 1, 1)]


def test_the_head_is_printed_again() -> None:
    first = [row[0] for row in GRID.printed()]
    assert first == ["序号", "↑", "一", "序号", "↑", "1"]


def test_a_source_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    lines = ["@format pdf table=unruled", "= 题", "文", "", "@landscape", "@table header=1"]
    path.write_text("\n".join([*lines, "甲｜乙⏎丙", "@end", "- 尾"]), encoding="utf-8")
    read = read_source(path)
    assert (read.format, read.options) == ("pdf", {"table": "unruled"})
    assert read.parts == (
        Paragraph("题", "centre"),
        Paragraph("文"),
        Landscape(),
        Table({"header": "1"}, [["甲", "乙⏎丙"]]),
        Paragraph("尾", "flush"),
    )


def test_a_source_says_what_is_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_text("正文", encoding="utf-8")
    with pytest.raises(ValueError, match="names no format"):
        read_source(path)


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        ("tabs", ["\t序号", "\t责任单位", "", "\t1", "\t甲局", "乙局"]),
        ("lines", ["序号", "责任单位", "1", "甲局", "乙局"]),
        ("run", ["序号责任单位", "1甲局乙局"]),
        ("columns", ["序号\t责任单位", "1\t甲局、乙局"]),
        ("pipes", ["", "| 序号 | 责任单位 |", "| --- | --- |", "| 1 | 甲局<br>乙局 |", ""]),
    ],
)
def test_a_table_falls_apart_in_its_own_way(form: str, lines: list[str]) -> None:
    table = Table({}, [["序号", "责任单位"], ["1", "甲局⏎乙局"]])
    assert text.made(source(table, table=form)).decode() == "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.parent.name)
def test_each_file_is_what_its_source_makes(path: Path) -> None:
    own = read_source(path)
    name = f"notice.{own.format}"
    committed = read_document(path.with_name(name).read_bytes(), name)
    assert read_document(MAKERS[own.format](own), name).blocks == committed.blocks
