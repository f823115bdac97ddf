from __future__ import annotations

import pytest

from tests.domain.notice.building import lines
from tongchou.domain.notice.annex import TaskRow
from tongchou.domain.notice.leads import first_leads, with_leads


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("注：列第一位的为牵头单位。", True),
        ("责任分解中，列第一位的责任单位为牵头单位或汇总单位。", True),
        ("各项任务排在首位的部门为牵头部门。", True),
        ("责任部门（第一个为牵头单位）", True),
        ("首个责任单位为牵头单位", True),
        ("各牵头单位要列出清单。", False),
        ("排名第一位的予以表扬。", False),
    ],
)
def test_notices_that_say_who_leads(text: str, leads: bool) -> None:
    assert first_leads([text]) is leads


def test_the_first_of_each_line_leads() -> None:
    (words,) = lines("甲市各县（市、区）、市财政局，市水利局")
    task = TaskRow(1, None, {}, (("responsible", words), ("assisting", words)))
    assert [(r, x.text) for r, x in with_leads(task).organizations] == [
        ("lead", "甲市各县（市、区）"),
        ("responsible", "市财政局，市水利局"),
        ("assisting", "甲市各县（市、区）、市财政局，市水利局"),
    ]


def test_a_lead_that_is_named_stays() -> None:
    (words,) = lines("市财政局、市水利局")
    task = TaskRow(1, None, {}, (("lead", words), ("responsible", words)))
    assert with_leads(task) is task
