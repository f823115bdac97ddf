"""What a comparison says of one field."""

from __future__ import annotations

import pytest

from tongchou.domain.programme.amending.change_words import worded
from tongchou.domain.programme.amending.changes import FieldChange

FIGURE = {"text": "30亿元", "subject": "全部产值", "measure": "flow"}
STAGES = [{"name": "编制方案", "proof": "方案初稿"}, {"name": "印发实施", "proof": "印发文件"}]


def test_figures_are_said_by_their_words() -> None:
    change = FieldChange("quantity", FIGURE, FIGURE | {"text": "42亿元"})
    assert worded(change, "zh") == ("30亿元", "42亿元")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (FIGURE, FIGURE | {"subject": "产值"}, ("30亿元（全部产值）", "30亿元（产值）")),
        (
            {"rungs": STAGES},
            {"rungs": [STAGES[0], STAGES[1] | {"proof": "公报"}]},
            ("编制方案、印发实施（印发文件）", "编制方案、印发实施（公报）"),
        ),
    ],
)
def test_what_reads_the_same_says_in_brackets_where_it_differs(
    old: object, new: object, said: tuple[str, str]
) -> None:
    assert worded(FieldChange("field", old, new), "zh") == said
