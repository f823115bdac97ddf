from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.documents.guard import GuardError
from tongchou.documents.read_text import blocks_of, decode, read_text

TEXT = "关于印发重点任务的通知\n\t序号\n\t建设\n时限\n"


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks_of(text)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_encodings_of_offices(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_utf_16_with_its_mark_in_both_orders() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x00" * 100,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 64,
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf\xff\xff",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(GuardError) as refused:
        decode(data, "a.txt")
    assert refused.value.finding.code == "X108"


def test_a_cell_runs_to_the_next_tab() -> None:
    assert shown("标题\n\n\t序号\n\t建设\n时限\n\n\t1 \n\t修路\n") == [
        ("paragraph", "标题"),
        ("cell", "序号"),
        ("cell", "建设\n时限\n"),
        ("cell", "1 "),
        ("cell", "修路"),
    ]


def test_the_blank_line_behind_the_last_cell_ends_the_table() -> None:
    assert shown("\t甲\n乙\n\n附注：说明\n另一段") == [
        ("cell", "甲\n乙"),
        ("paragraph", "附注：说明"),
        ("paragraph", "另一段"),
    ]


def test_empty_cells_stay_and_blank_paragraphs_go() -> None:
    assert shown("　\n\t\n\t备注\n") == [("cell", ""), ("cell", "备注")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    text = end.join(["甲", "\t乙", "丙", "\t丁"])
    assert shown(text) == [("paragraph", "甲"), ("cell", "乙\n丙"), ("cell", "丁")]


def test_blocks_are_numbered_in_order_and_cells_have_no_rows() -> None:
    blocks = read_text(TEXT.encode(), "a.txt")
    assert [block.index for block in blocks] == [0, 1, 2]
    assert {(b.table, b.row, b.column) for b in blocks if b.kind == "cell"} == {(0, None, None)}


@given(st.text(alphabet="\t\n甲乙 1", max_size=60))
def test_every_word_is_kept_in_order(text: str) -> None:
    kept = "".join(block.text for block in blocks_of(text))
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text(alphabet="关于印发重点任务 abc123，。、“”《》〔〕", min_size=1))
def test_what_offices_write_is_read_verbatim(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text
    assert decode(text.encode("utf-8-sig"), "a.txt") == text
