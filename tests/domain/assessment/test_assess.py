"""Lights as a table of cases: what was promised, what was stated, what follows."""

from datetime import date

import pytest

from tests.domain.assessment.cases import DA, KAI, WAN, YUN, answer, inputs, ladder, quantity, rungs
from tongchou.domain.assessment.inputs import AnswerRow, Inputs
from tongchou.domain.assessment.scheme import load_scheme
from tongchou.domain.assessment.verdicts import Verdict, judge

SCHEME = load_scheme()
STEP = {"curve": "step", "annual": "12", "unit": "项", "printed_unit": "项"}
PLAN = rungs(date(2023, 3, 31), date(2023, 6, 30), date(2023, 12, 31))


def joint(given: Inputs) -> Verdict:
    return judge(given, SCHEME).targets[0]


def own(given: Inputs, place: int = 0) -> Verdict:
    return judge(given, SCHEME).answers[place]


def outcome(verdict: Verdict) -> str:
    assert bool(verdict.light) != bool(verdict.reason)
    return verdict.light or verdict.reason


def values(*figures: str | None) -> tuple[AnswerRow, ...]:
    return tuple(
        answer(where, value=figure) for where, figure in zip((WAN, DA, KAI), figures, strict=False)
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (("20000", "17000", "14975"), "green"),
        (("51975", "0", "0"), "green"),
        (("51974", "0", "0"), "yellow"),
        (("25987.5", "0", "0"), "yellow"),
        (("25987", "0", "0"), "red"),
        (("0", "0", "0"), "red"),
        (("90000", "0", "0"), "green"),
        ((None, None, None), "no_figure"),
        (("20000", None, "5000"), "partial_figure"),
        (("60000", None, "5000"), "green"),
    ],
)
def test_a_sum_against_nine_twelfths(figures: tuple, expected: str) -> None:
    assert outcome(joint(inputs((quantity(),), values(*figures)))) == expected


def test_a_missing_party_is_named_and_a_zero_is_a_figure() -> None:
    verdict = joint(inputs((quantity(),), values("20000", None, "0")))
    assert verdict.figures["missing"] == ["达州"]
    assert [part["value"] for part in verdict.figures["parts"]] == ["20000", "0"]


@pytest.mark.parametrize(
    ("rule", "figures", "expected"),
    [
        ("each", ("51975", "51975", "51975"), "green"),
        ("each", ("51975", "30000", "51975"), "yellow"),
        ("each", ("51975", "10000", "30000"), "red"),
        ("each", ("51975", None, "51975"), "partial_figure"),
        ("each", ("51975", None, "30000"), "yellow"),
        ("any", ("0", "51975", "0"), "green"),
        ("any", ("0", "51975", None), "green"),
        ("any", ("0", "30000", None), "partial_figure"),
        ("any", ("0", "30000", "0"), "yellow"),
        ("largest", ("51975", "0", "0"), "green"),
    ],
)
def test_the_parties_figures_combine(rule: str, figures: tuple, expected: str) -> None:
    assert outcome(joint(inputs((quantity(combine=rule),), values(*figures)))) == expected


def test_only_the_lead_counts_where_the_lead_decides() -> None:
    given = inputs(
        (quantity(combine="lead"),),
        (answer(WAN, value="51975", lead=True), answer(DA, value="0"), answer(KAI)),
    )
    assert outcome(joint(given)) == "green"
    assert [outcome(v) for v in judge(given, SCHEME).answers] == ["green", "joint", "no_figure"]


def test_parts_of_a_sum_have_no_light_of_their_own() -> None:
    judged = judge(inputs((quantity(),), values("1", "2", None)), SCHEME)
    assert [outcome(v) for v in judged.answers] == ["joint", "joint", "no_figure"]


def test_a_sum_of_one_party_is_that_partys_light() -> None:
    given = inputs((quantity(),), values("30000"))
    assert outcome(own(given)) == outcome(joint(given)) == "yellow"


def test_each_party_of_an_each_target_has_its_own_light() -> None:
    judged = judge(inputs((quantity(combine="each"),), values("51975", "1", None)), SCHEME)
    assert [outcome(v) for v in judged.answers] == ["green", "red", "no_figure"]


def test_a_party_that_does_not_report_is_left_out_and_named() -> None:
    given = inputs((quantity(),), (*values("51975"), answer(YUN, organization=None)))
    assert outcome(joint(given)) == "green"
    assert joint(given).figures["silent"] == ["云阳"]
    assert outcome(own(given, 1)) == "not_reporting"


def test_nobody_reports() -> None:
    assert outcome(joint(inputs((quantity(),)))) == "not_reporting"


@pytest.mark.parametrize(
    ("change", "figure", "expected"),
    [
        ({"annual": None}, "5", "no_plan"),
        ({"end": None}, "5", "no_plan"),
        ({"annual": "0"}, "5", "could_not_run"),
        ({"comparator": "at_most"}, "5", "no_rule"),
        ({"kind": "checklist"}, "5", "no_rule"),
        (STEP, None, "not_due"),
        (STEP, "11", "not_due"),
        (STEP, "12", "green"),
    ],
)
def test_no_plan_no_light(change: dict, figure: str | None, expected: str) -> None:
    assert outcome(joint(inputs((quantity(**change),), values(figure)))) == expected


@pytest.mark.parametrize(
    ("figure", "expected"), [("12", "green"), ("11", "yellow"), ("5", "red"), (None, "no_figure")]
)
def test_a_step_asks_everything_on_its_last_day(figure: str | None, expected: str) -> None:
    given = inputs((quantity(**STEP),), values(figure), as_of=date(2023, 12, 31))
    assert outcome(joint(given)) == expected


@pytest.mark.parametrize(
    ("day", "figure", "expected"),
    [
        (date(2023, 9, 30), "51975", "green"),
        (date(2023, 9, 30), "69300", "green"),
        (date(2023, 12, 31), "69300", "yellow"),
        (date(2023, 12, 31), "69301", "green"),
    ],
)
def test_more_than_is_strict_at_the_end(day: date, figure: str, expected: str) -> None:
    target = quantity(comparator="more_than")
    assert outcome(joint(inputs((target,), values(figure), as_of=day))) == expected


def test_the_first_month_asks_nothing() -> None:
    given = inputs((quantity(),), values("0"), as_of=date(2023, 1, 20))
    assert outcome(joint(given)) == "not_due"


@pytest.mark.parametrize(
    ("day", "reached", "expected"),
    [
        (date(2023, 3, 30), None, "not_due"),
        (date(2023, 3, 30), 0, "not_due"),
        (date(2023, 3, 30), 1, "green"),
        (date(2023, 3, 31), 0, "green"),
        (date(2023, 3, 31), None, "no_figure"),
        (date(2023, 4, 1), 0, "yellow"),
        (date(2023, 4, 7), 0, "yellow"),
        (date(2023, 4, 8), 0, "orange"),
        (date(2023, 4, 14), 0, "orange"),
        (date(2023, 4, 15), 0, "red"),
        (date(2023, 6, 29), 1, "green"),
        (date(2023, 7, 1), 1, "yellow"),
        (date(2023, 9, 30), 2, "green"),
        (date(2023, 9, 30), 3, "green"),
    ],
)
def test_a_ladder_by_days(day: date, reached: int | None, expected: str) -> None:
    given = inputs((ladder(),), (answer(WAN, rung=reached),), PLAN, as_of=day)
    assert outcome(joint(given)) == expected
    assert outcome(own(given)) == expected


@pytest.mark.parametrize(
    ("rule", "reached", "expected"),
    [
        ("each", (2, 2, 2), "green"),
        ("each", (2, 0, 2), "red"),
        ("each", (2, None, 2), "partial_figure"),
        ("each", (0, None, 2), "red"),
        ("any", (0, 0, 2), "green"),
        ("any", (0, None, 0), "partial_figure"),
        ("sum", (2, 0, 2), "red"),
    ],
)
def test_the_parties_of_a_ladder(rule: str, reached: tuple, expected: str) -> None:
    answers = tuple(
        answer(where, rung=rung) for where, rung in zip((WAN, DA, KAI), reached, strict=True)
    )
    given = inputs((ladder(combine=rule),), answers, PLAN)
    assert outcome(joint(given)) == expected


def test_a_ladder_without_dates_has_no_light() -> None:
    given = inputs((ladder(),), (answer(WAN, rung=1),), rungs(None, None))
    assert outcome(joint(given)) == "unplanned_ladder"


def test_a_stage_that_is_due_counts_though_a_later_one_is_not() -> None:
    stages = rungs(None, date(2023, 9, 20), date(2023, 12, 1))
    verdict = joint(inputs((ladder(),), (answer(WAN, rung=1),), stages))
    assert outcome(verdict) == "orange"
    assert verdict.figures["days"] == 10
    assert verdict.figures["late"]["number"] == 2


def test_the_earliest_planned_day_decides_where_dates_are_out_of_order() -> None:
    stages = rungs(None, date(2023, 9, 29), date(2023, 9, 1))
    verdict = joint(inputs((ladder(),), (answer(WAN, rung=1),), stages))
    assert verdict.figures["late"]["number"] == 3
    assert verdict.figures["days"] == 29


def test_ladders_do_not_reach_into_each_other() -> None:
    stages = (*rungs(date(2023, 1, 1)), *rungs(date(2023, 9, 29), target="t2"))
    targets = (ladder(), ladder("t2", key="2.2"))
    answers = (answer(WAN, rung=1), answer(WAN, target="t2", rung=0))
    judged = judge(inputs(targets, answers, stages), SCHEME)
    assert [outcome(verdict) for verdict in judged.targets] == ["green", "yellow"]
