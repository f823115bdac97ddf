from __future__ import annotations

import pytest

from tests.domain.programme.building import line
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.target import QuantityField
from tongchou.domain.programme.targets.checklists import checklist_in


@pytest.mark.parametrize(
    ("text", "items", "expected"),
    [
        ("实现公积金、社保、医保等12项事项通办", ["公积金", "社保", "医保"], 12),
        ("完成户籍迁移、社保转移、就医备案3项业务联办",
         ["户籍迁移", "社保转移", "就医备案"], None),
        ("出台招商十条、人才八条等政策", ["招商十条", "人才八条"], None),
        ("完成场地装修、机构注册、人员选聘等工作", ["场地装修", "机构注册", "人员选聘"], None),
        ("举办“柑橘节”、“开渔节”等活动", ["“柑橘节”", "“开渔节”"], None),
    ],
)  # fmt: skip
def test_named_items(text: str, items: list[str], expected: int | None) -> None:
    whole = line(text)
    found = checklist_in(whole, tuple(scan(whole, QuantityField.TARGET)))
    assert found is not None
    assert [item.name for item in found.items] == items
    assert found.expected == expected
    for item in found.items:
        (span,) = item.spans
        assert text[span.start : span.end] == item.name


@pytest.mark.parametrize(
    "text",
    [
        "实现60项结果互认",
        "抓好青石山、白云山等山体保护",
        "推进校企合作、产教融合",
        "建立产业链、供应链协同机制",
        "完成规划、建设、运营",
        "实现教学管理、课程设置等方面共享",
        "选定3个园区",
        "完成青石水库招标",
    ],
)
def test_what_is_no_checklist(text: str) -> None:
    whole = line(text)
    assert checklist_in(whole, tuple(scan(whole, QuantityField.TARGET))) is None
