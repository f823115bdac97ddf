"""Whatever blocks a reader hands over, compiling ends in a valid programme with true spans."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.programme.holding import held_together
from tongchou.domain.notice.document import Block, Document
from tongchou.domain.programme.compile import compile_document

WORDS = [
    "序号", "项目名称", "任务", "建设时限", "主要内容", "2024年目标任务", "责任单位", "牵头单位",
    "备注", "计划投资（万元）", "单位", "附件", "附件1", "一、", "（一）", "1.", "（1）", "①",
    "合计", "注：", "景和市", "万州区", "景和市人民政府办公室", "景和市水利局", "市财政局",
    "区教委", "各区县", "关于印发", "重点任务的通知", "景府办发〔2024〕3号", "2024年3月5日",
    "（此件公开发布）", "2024年底", "2023—2025年", "6月底前", "一季度", "持续推进", "每季度",
    "印发之日起3个月内",
    "（牵头单位：市水利局；配合单位：市财政局；完成时限：", "）", "（", "〔", "“", "”", "《", "》",
    "完成投资3.5亿元", "新增8000亩", "分别达到3、5、7万吨", "由5%提高到8%", "三地", "百余家",
    "20—30亿元", "一亿五千万元", "1,200公顷", "99999999999999999999", "0.", ".5", "％", "零〇两",
    "启动规划编制", "争取获批", "其中", "、", "，", "；", "。", "\n", "\t", "　", " ", "|", "",
    "组建联盟", "一是", "二是", "100%", "2023", "4A级", "T2", "2024年2月30日", "13月底前",
]  # fmt: skip
SIGNS = st.text(st.characters(codec="utf-8"), max_size=30)
NOTICE_LIKE = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
TEXTS = st.one_of(NOTICE_LIKE, SIGNS, st.tuples(NOTICE_LIKE, SIGNS, NOTICE_LIKE).map("".join))
PLACES = st.one_of(st.none(), st.integers(0, 6))
SPANS = st.integers(1, 8)
PARAGRAPHS = st.fixed_dictionaries({"kind": st.just("paragraph"), "text": TEXTS})
CELLS = st.fixed_dictionaries(
    {
        "kind": st.just("cell"),
        "text": TEXTS,
        "table": st.integers(0, 2),
        "row": PLACES,
        "column": PLACES,
        "row_span": SPANS,
        "column_span": SPANS,
    }
)
HEADS = st.permutations(["序号", "项目名称", "建设时限", "主要内容", "目标任务", "责任单位"])


@st.composite
def ruled(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A table with a usual head over rows of anything, some of them short or merged."""
    head = draw(HEADS)[: draw(st.integers(1, 6))]
    rows = draw(st.lists(st.lists(TEXTS, max_size=7), max_size=5))
    return [
        {"kind": "cell", "text": text, "table": 3, "row": r, "column": c,
         "column_span": draw(SPANS) if len(row) < 3 else 1}
        for r, row in enumerate([head, *rows])
        for c, text in enumerate(row)
    ]  # fmt: skip


LETTER = ("景和市人民政府办公室", "关于印发重点任务的通知", "各区县人民政府：", "一、总体要求")
BLOCKS = st.lists(
    st.one_of(st.lists(PARAGRAPHS, max_size=12), st.lists(CELLS, max_size=12), ruled()), max_size=4
)


def document(parts: list[list[dict[str, Any]]]) -> Document:
    fields = [block for part in parts for block in part]
    return Document("a.txt", "txt", tuple(Block(n, **block) for n, block in enumerate(fields)))


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS)
def test_any_blocks_give_a_valid_programme(parts: list[list[dict[str, Any]]]) -> None:
    read = document(parts)
    held_together(read, compile_document(read))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 20_000 + "万元",
        "一" * 20_000,
        "（" * 20_000,
        "1." * 10_000,
        "、" * 20_000,
        "市" * 20_000,
        "附件" * 10_000,
        "2023年" * 5_000,
        "牵头单位：" * 5_000,
        "完成" * 10_000 + "3亿元",
        "3—" * 10_000 + "亿元",
        "由5增加到" * 5_000,
        "A、" * 4_000 + "分别达到1、2、3万吨",
        "\n" * 20_000,
        "“" * 20_000,
        "《" * 20_000,
    ],
)
@pytest.mark.parametrize("where", ["paragraph", "cell", "letter"])
def test_a_long_run_of_anything_ends(text: str, where: str) -> None:
    """No pattern and no scan goes back and forth over it."""
    head = ["序号", "项目名称", "建设时限", "主要内容", "目标任务", "责任单位"]
    row = ["1", "甲", text, text, text, text]
    cells = [
        {"kind": "cell", "text": cell, "table": 1, "row": r, "column": c}
        for r, cells in enumerate([head, row])
        for c, cell in enumerate(cells)
    ]
    paragraph = [{"kind": "paragraph", "text": text}] * 3
    letter = [{"kind": "paragraph", "text": line} for line in (*LETTER, text, "附件")]
    parts = {"paragraph": [paragraph], "cell": [cells], "letter": [letter, cells]}
    read = document(parts[where])
    held_together(read, compile_document(read))
