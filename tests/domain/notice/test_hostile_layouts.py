"""Whatever stands where: a reading, never an error, and every word at its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.notice.building import assert_places
from tongchou.domain.notice.document import Block, Document
from tongchou.domain.notice.outline import outline_of

WORDS = [
    *("序号", "重点任务", "责任单位", "年度目标", "完成时限", "备注", "指标名称", "总投资（亿元）"),
    *("一、", "（一）", "1.", "2、", "（1）", "①", "一", "二", "1", "2", "3", "第一部分", "——"),
    *("市教育局", "区交通局负责", "（市财政局牵头，乙局配合）", "责任单位：", "责任领导", "甲市"),
    *("完成时限：", "2024年底", "6月底前", "第三季度", "年度目标：", "修路60公里", "合计", "注："),
    *("附件", "关于印发要点的通知", "甲府发〔2024〕1号", "2024年3月1日", "各县：", "单位：万元"),
    *("索引号：", "成文日期", "公开方式：主动公开", "列第一位的为牵头单位"),
    *("（", "）", "【", "】", "。", "；", "，", ".", "|", "/", "%", "○"),
]
PIECES = st.sampled_from([*WORDS, "\n", "  ", "\t", ""])
TEXT = st.lists(PIECES, min_size=1, max_size=12).map("".join)
SPAN = st.sampled_from([1, 1, 1, 2, 9])
CELL = st.tuples(TEXT, st.integers(0, 7), st.integers(0, 6), SPAN, SPAN)
PART = st.one_of(
    st.tuples(st.just("lines"), st.lists(TEXT, max_size=20)),
    st.tuples(st.just("stream"), st.lists(TEXT, max_size=30)),
    st.tuples(st.just("ruled"), st.lists(CELL, max_size=30)),
)


def document(parts: list[tuple[str, list[object]]]) -> Document:
    blocks: list[Block] = []
    for table, (kind, items) in enumerate(parts):
        for item in items:
            n = len(blocks)
            if isinstance(item, tuple):
                text, row, column, down, across = item
                blocks.append(Block(n, "cell", text, table, row, column, down, across))
            elif kind == "stream":
                blocks.append(Block(n, "cell", str(item), table))
            else:
                blocks.append(Block(n, "paragraph", str(item)))
    return Document("a", "txt", tuple(blocks))


@settings(max_examples=300, deadline=None)
@given(st.lists(PART, max_size=4))
def test_any_blocks_give_an_outline(parts: list[tuple[str, list[object]]]) -> None:
    made = document(parts)
    found = outline_of(made)
    assert_places(found, made)
    numbers = [task.number for task in found.annex.tasks]
    areas = [area.number for area in found.annex.areas]
    assert len(set(numbers)) == len(numbers)
    assert len(set(areas)) == len(areas)
    assert {task.area for task in found.annex.tasks} <= {None, *areas}
    assert all(task.cells["name"].text for task in found.annex.tasks)


def test_long_runs_of_one_sign_cost_little() -> None:
    head = ["序号", "重点任务", "责任单位"]
    for sign in ["（一9、，—", "", "责任单位："]:
        long = sign * 20_000
        rows = [
            Block(i, "cell", text, 0, i // 3, i % 3)
            for i, text in enumerate([*head, "1", long, long])
        ]
        lines = [Block(6 + i, "paragraph", long) for i in range(3)]
        outline_of(Document("a", "docx", (*rows, *lines)))
