from __future__ import annotations

import pytest

from tests.domain.notice.building import lines
from tongchou.domain.notice.naming import first_sentence, leading_phrase, run_in_heading


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推进港口建设。年内完工。", "推进港口建设"),
        ("新建幼儿园12所，新增学位3600个。", "新建幼儿园12所"),
        ("按照规划要求，推进港口建设，年底完工。", "推进港口建设"),
        ("实施“两岸，青山”工程，新增造林。", "实施“两岸，青山”工程"),
        ("6月底前，完成征地，启动建设。", "6月底前，完成征地"),
        ("围绕目标，坚持创新", "坚持创新"),
        ("修路", "修路"),
    ],
)
def test_the_leading_phrase(text: str, name: str) -> None:
    assert leading_phrase(lines(text)[0]).text == name


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("加快建设。推进二期工程完工。", 5),
        ("办好美食节：举办活动2场次，参与200家。", 6),
        ("加快建设。", 0),
        ("加快建设，推进二期。年底完工，投入使用。", 10),
        ("加快建设；推进二期。", 0),
    ],
)
def test_headings_run_in(text: str, behind: int) -> None:
    assert run_in_heading(lines(text)[0]) == behind


def test_headings_keep_their_commas() -> None:
    assert (
        first_sentence(lines("聚焦生态共保，共筑屏障。其余。")[0]).text == "聚焦生态共保，共筑屏障"
    )
