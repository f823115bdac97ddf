from __future__ import annotations

from collections.abc import Callable

import pytest

from tongchou.documents import block_list
from tongchou.documents.block_list import BlockList
from tongchou.documents.guard import GuardError
from tongchou.domain.notice.document import Block


def test_blocks_are_numbered_and_keep_their_places() -> None:
    found = BlockList("a.txt")
    found.paragraph("标题", "Heading1")
    found.cell("格", found.new_table(), 2, 3, (4, 5))
    found.cell("散", found.new_table())
    assert found.blocks == [
        Block(0, "paragraph", "标题", style="Heading1"),
        Block(1, "cell", "格", 0, 2, 3, 4, 5),
        Block(2, "cell", "散", 1),
    ]


def test_blank_paragraphs_are_left_out_and_blank_cells_stay() -> None:
    found = BlockList("a.txt")
    found.paragraph("")
    found.paragraph(" \u3000\n")
    found.cell("", 0)
    assert found.blocks == [Block(0, "cell", "", 0)]


def test_short_rows_of_a_table_are_filled() -> None:
    found = BlockList("a.txt")
    found.table([["甲"], ["乙", "丙"]])
    assert [(b.table, b.row, b.column, b.text) for b in found.blocks] == [
        (0, 0, 0, "甲"),
        (0, 0, 1, ""),
        (0, 1, 0, "乙"),
        (0, 1, 1, "丙"),
    ]


@pytest.mark.parametrize(
    "add",
    [
        lambda found: found.paragraph("x"),
        lambda found: found.cell("x", 0),
        lambda found: found.table([["x"]]),
    ],
)
def test_one_block_too_many_is_refused(
    monkeypatch: pytest.MonkeyPatch, add: Callable[[BlockList], None]
) -> None:
    monkeypatch.setattr(block_list, "MAX_BLOCKS", 2)
    found = BlockList("通知.txt")
    add(found)
    add(found)
    with pytest.raises(GuardError) as refused:
        add(found)
    assert refused.value.finding.code == "X111"
    assert "通知.txt" in refused.value.finding.message("zh")
    assert len(found.blocks) == 2
