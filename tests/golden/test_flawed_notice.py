"""A notice full of mistakes: each is found once, where it stands, and nothing else is said."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

import tongchou

HERE = Path(__file__).parent
FLAWS = {
    "N120": [f"任务 {number} 目标任务" for number in (3, 12, 13, 15, 16, 17)],
    "N121": ["任务 3 时限"],
    "N122": ["任务 17 时限"],
    "N124": ["任务 5 名称", "任务 16 目标任务"],
    "N125": ["任务 3 责任单位"],
    "N126": ["任务 6 责任单位"],
    "N127": ["任务 17 责任单位"],
    "N128": ["任务 18 目标任务"],
    "N129": ["正文 第17段"],
    "N130": ["任务 10 目标任务", "任务 14 目标任务"],
    "N132": ["任务 16 时限"],
    "N133": ["任务 1 时限"],
    "N134": ["任务 6 时限"],
    "N135": ["任务 2 时限"],
    "N136": ["正文 第17段"],
    "N137": ["任务 5 目标任务"],
    "N138": ["任务 7 目标任务"],
    "N139": ["任务 7 目标任务"],
    "N140": ["任务 8 目标任务"],
    "N141": ["任务 9 目标任务"],
    "N142": ["任务 4 目标任务"],
    "N143": ["目标任务"],
    "N144": ["任务 6 目标任务"],
    "N145": ["任务 8 责任单位"],
    "N146": ["项目 岚青高速公路"],
    "N147": ["任务 12 目标任务"],
    "N148": ["任务 13 目标任务"],
    "N149": ["任务 15 目标任务"],
    "N150": ["责任单位"],
    "N151": ["任务 1 责任单位"],
    "N152": ["任务 1 责任单位"],
    "N153": ["项目 岚青高速公路"],
    "N154": ["任务 6 目标任务"],
    "N155": ["任务 2 目标任务"],
    "N156": ["任务 16 目标任务"],
    "N157": ["任务 3 目标任务"],
    "N158": ["任务 16 目标任务"],
    "N159": ["任务 6 责任单位"],
    "N160": ["主送机关"],
    "N161": ["标题"],
    "N163": ["正文 第15段"],
    "N164": ["领域 2"],
    "N165": ["任务 5 目标任务"],
    "N166": ["任务 5 目标任务"],
    "N167": ["正文 第19段"],
    "N168": ["项目 青岩水库"],
    "N169": ["任务 14 目标任务"],
    "N170": ["任务 16 目标任务"],
    "N171": ["任务 2 目标任务"],
}
"""Each mistake that was written into the notice, and the place it was written to."""


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for finding in tongchou.compile(HERE / "flawed.txt").findings:
        places[finding.code].append(finding.position.where)
    return dict(places)


@pytest.mark.parametrize("code", FLAWS)
def test_a_mistake_is_found_where_it_stands(code: str, found: dict[str, list[str]]) -> None:
    assert found.get(code) == FLAWS[code]


def test_nothing_else_is_said(found: dict[str, list[str]]) -> None:
    assert set(found) == set(FLAWS)


def test_a_list_without_days_and_without_its_annex() -> None:
    findings = tongchou.compile(HERE / "flawed-list.txt").findings
    assert {finding.code for finding in findings} == {"N102", "N114", "N132", "N162"}
