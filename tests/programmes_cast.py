"""A small programme for the tests: a draft, and one that runs with revision 1.

The notice is the tests' own. Its three jurisdictions and their departments of agriculture are
those of the cast, so that the cast's liaisons answer for its targets:

    1.1  a flow, summed over all three       1.2  a ladder, each for itself
    2.1  a count, the largest counts         2.2  a ladder
    3.1, 3.2  investments in named projects of 万州 and 达州
    4.1  a rate, each for itself
    5.1  a ladder that also binds 云阳, which has not signed and does not report
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cast import Cast
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.queries import draft_reading

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

ORGANS = "万州区农业农村委\n达州市农业农村局\n开州区农业农村委"
HEAD = """\
万农协〔2023〕5号

重庆市万州区人民政府办公室
四川省达州市人民政府办公室
重庆市开州区人民政府办公室
关于印发万达开农业协作2023年重点任务的通知

三地有关部门：
现将《万达开农业协作2023年重点任务》发给你们，请照此推进。

重庆市万州区人民政府办公室  四川省达州市人民政府办公室
重庆市开州区人民政府办公室
2023年3月1日
（此件公开发布）

万达开农业协作
2023年重点任务

一、种好一片果
三地连片发展晚熟柑橘，统一品种和技术规程。
二、办好一场会
每年轮流办会，冷链设施先行。
附件
万达开农业协作2023年重点任务
"""
HEADINGS = ("序号", "项目名称", "建设时限", "主要内容", "2023年目标任务", "责任单位", "备注")
AREAS: tuple[tuple[str, tuple[tuple[str, str, str, str], ...]], ...] = (
    (
        "种好一片果",
        (
            (
                "晚熟柑橘连片基地",
                "2023年底",
                "沿江连片新栽晚熟柑橘，改造老园。",
                "新增晚熟柑橘3.6万亩。编制完成柑橘品种技术规程。",
            ),
            (
                "农产品产销对接",
                "2023年底",
                "三地轮流举办产销对接会。",
                "联合举办产销对接会2次以上。推进产地直供平台建设。",
            ),
        ),
    ),
    (
        "建好一条链",
        (
            (
                "冷链物流设施",
                "2023—2025年",
                "建设产地冷库和集配中心。",
                "万州冷链集配中心项目完成年度投资8000万元、达州秦巴冷库项目完成年度投资1.2亿元。",
            ),
            ("高标准农田改造", "2023年底", "改造提升连片农田。", "完成农田改造80%。"),
            (
                "万达开云农业品牌共建",
                "2023年取得阶段性成效",
                "万达开云四地（含云阳）共用一个农产品品牌。",
                "万达开云四地共同编制农产品品牌建设方案。",
            ),
        ),
    ),
)


def notice_text(head: str = HEAD) -> str:
    """The notice as a text file keeps its table: one cell a line, each led by a tab."""
    cells = list(HEADINGS)
    number = 0
    for area, (name, tasks) in enumerate(AREAS):
        cells += ["一二三四五六七八九"[area], name]
        for task in tasks:
            number += 1
            cells += [str(number), *task, ORGANS, ""]
    return head + "".join(f"\t{cell}\n" for cell in cells)


def make_draft(cast: Cast, text: str = "", slug: str = "nong-2023") -> Programme:
    """The programme of the tests' notice, read and compiled, not yet confirmed."""
    data = (text or notice_text()).encode()
    return actions.take_notice(data=data, name="农业协作.txt", by=cast.coordinator, slug=slug)


def plan_rungs(programme: Programme, by: object, months: tuple[str, ...] = ()) -> None:
    """Plans the stages of every ladder for the ends of the months given, the last for the rest;

    every target is reported on each month.
    """
    ends = months or ("2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31")
    for target in draft_reading(programme).targets:
        cadence = f"tasks/{target.task}/targets/{target.key}/cadence"
        actions.correct(programme=programme, path=cadence, value="month", by=by)
        if target.ladder is None:
            continue
        place = f"tasks/{target.task}/targets/{target.key}/ladder/rungs"
        days = {
            f"{place}/{number}/planned": ends[min(number, len(ends) - 1)]
            for number in range(len(target.ladder.rungs))
        }
        actions.correct_all(programme=programme, corrections=days, by=by)


def make_programme(cast: Cast) -> Programme:
    """The same programme, its ladders planned, every task confirmed, revision 1 sealed."""
    programme = make_draft(cast)
    plan_rungs(programme, cast.coordinator)
    for task in draft_reading(programme).tasks:
        actions.confirm_task(programme=programme, task=task.number, by=cast.coordinator)
    actions.confirm_programme(programme=programme, by=cast.coordinator)
    return programme


@pytest.fixture
def draft(cast: Cast) -> Programme:
    return make_draft(cast)


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return make_programme(cast)
