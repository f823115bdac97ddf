"""Every light says its arithmetic, in both languages."""

from datetime import date

import pytest

from tests.domain.assessment.cases import (
    AS_OF,
    DA,
    KAI,
    PROGRAMME,
    WAN,
    YUN,
    answer,
    inputs,
    ladder,
    quantity,
    rungs,
)
from tongchou.domain.assessment.explain import explain
from tongchou.domain.assessment.inputs import Inputs
from tongchou.domain.assessment.reasons import WORDS, Reason
from tongchou.domain.assessment.rollup import roll_up
from tongchou.domain.assessment.scheme import load_scheme
from tongchou.domain.assessment.verdicts import judge
from tongchou.domain.assessment.wording import per_cent, rate
from tongchou.domain.shared.text import Text

SCHEME = load_scheme()
RULE = "按示例规则《三亚市重点项目亮灯规则》"


def said(given: Inputs, level: str = "target", jurisdiction: str = "") -> Text:
    verdicts = roll_up(judge(given, SCHEME), SCHEME, PROGRAMME)
    verdict = next(v for v in verdicts if v.level == level and v.jurisdiction == jurisdiction)
    return explain(verdict, SCHEME, given.as_of.isoformat())


def test_a_shortfall_shows_its_whole_sum() -> None:
    given = inputs(
        (quantity(),),
        (
            answer(WAN, value="20000"),
            answer(DA, value="17000"),
            answer(KAI, value="5000"),
            answer(YUN, organization=None),
        ),
    )
    assert said(given).zh == (
        "应完成 = 9/12 × 6.93万亩 = 5.1975万亩；"
        "实际合计4.2万亩（万州2万亩、达州1.7万亩、开州0.5万亩，截至2023年9月30日）；"
        "相对缺口 = (5.1975万亩 − 4.2万亩) ÷ 5.1975万亩 = 19.19%；"
        "云阳参与、不填报，未计入；"
        f"{RULE}（0 < 相对缺口 ≤ 50%），亮黄灯。"
    )
    assert said(given).en.startswith("Expected = 9/12 × 6.93万亩 = 5.1975万亩; actual, summed,")
    assert said(given).en.endswith("(0 < shortfall ≤ 50%): yellow.")


def test_figures_of_different_days_say_so() -> None:
    given = inputs(
        (quantity(),),
        (answer(WAN, value="60000"), answer(DA, value="1", figure_as_of=date(2023, 8, 31))),
    )
    assert "万州6万亩（截至2023年9月30日）、达州0.0001万亩（截至2023年8月31日）" in said(given).zh


def test_a_ladder_names_the_stage_that_is_late() -> None:
    stages = rungs(date(2023, 3, 31), date(2023, 9, 20), date(2023, 12, 1))
    given = inputs((ladder(),), (answer(WAN, rung=1),), stages)
    assert said(given).zh == (
        "“起草”计划2023年9月20日完成，截至2023年9月30日未完成，落后10天；"
        "目前已到“启动”；下一节点“批复”计划2023年12月1日；"
        f"{RULE}（落后8至14天），亮橙灯。"
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (inputs((quantity(),), (answer(WAN, value="69300"),)), "已达到年度目标"),
        (inputs((quantity(),), (answer(WAN, value="60000"),)), "不低于应完成"),
        (
            inputs(
                (quantity(comparator="more_than"),),
                (answer(WAN, value="69300"),),
                as_of=date(2023, 12, 31),
            ),
            "须超过6.93万亩，持平不算完成",
        ),
        (inputs((quantity(),), (answer(WAN), answer(DA))), "没有审核通过的数据；应完成 = "),
        (inputs((quantity(),), (answer(WAN, value="1"), answer(DA))), "缺达州"),
        (inputs((quantity(),), (answer(WAN, value="60000"), answer(DA))), "不改变结论"),
        (inputs((quantity(annual="0"),), (answer(WAN, value="1"),)), "这不等于未完成"),
        (inputs((quantity(annual=None),), (answer(WAN, value="1"),)), "没有年度数值或起止日期"),
        (inputs((quantity(curve="step"),), (answer(WAN),)), "2023年12月31日前不要求进度"),
        (inputs((quantity(),), (answer(YUN, organization=None),)), "云阳参与、不填报"),
        (inputs((ladder(),), (answer(WAN, rung=1),), rungs(None)), "节点未定计划日期；目前已到"),
        (
            inputs((ladder(),), (answer(WAN),), rungs(date(2023, 12, 1))),
            "下一节点“启动”计划2023年12月1日",
        ),
        (
            inputs((ladder(),), (answer(WAN, rung=0), answer(DA, rung=1)), rungs(AS_OF, None)),
            "目前万州未起步、达州“启动”",
        ),
    ],
)
def test_other_sentences(given: Inputs, words: str) -> None:
    assert words in said(given).zh


def test_a_roll_up_says_which_target_decides() -> None:
    targets = (quantity("t1", key="9.1"), quantity("t2", key="9.2"))
    answers = (answer(WAN, target="t1", value="1"), answer(WAN, target="t2", value="60000"))
    given = inputs(targets, answers)
    assert said(given, "task").zh == "取最差者：目标9.1为红灯；绿灯1、红灯1。"
    assert said(given, "task").en == "The worst counts: target 9.1 is red; 1 green, 1 red."
    assert said(given, "programme").zh == "红灯1。"


def test_a_share_points_to_the_joint_target() -> None:
    given = inputs((quantity(),), (answer(WAN, value="1"), answer(DA, value="2")))
    assert said(given, "task", WAN).zh == "计入共同目标，不单独亮灯；共同目标为红灯。"
    assert said(given, "jurisdiction", WAN).zh == "本地任务：无；只计入共同目标的任务：红灯1。"


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(Reason) - {Reason.ASSESSED}


@pytest.mark.parametrize(
    ("millionths", "shown"),
    [(0, "0"), (1, "0.0001%"), (191_919, "19.19%"), (500_000, "50%"), (500_001, "50.0001%")],
)
def test_a_per_cent_never_hides_a_bound(millionths: int, shown: str) -> None:
    assert per_cent(millionths) == shown


def test_a_rate_has_one_place() -> None:
    assert rate("51975", "69300") == "75.0%"
    assert rate("0.6", "0.8") == "75.0%"
