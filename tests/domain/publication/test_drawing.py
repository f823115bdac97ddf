"""The picture: names from the revision, figures and lights from the run, nothing else."""

from decimal import Decimal

from tests.domain.assessment.cases import DA, KAI, WAN, YUN, answer, inputs, quantity
from tests.domain.publication.cases import picture, programme, revision
from tongchou.domain.publication.drawing import draw


def line(key: str):
    return next(t for task in picture().tasks for t in task.targets if t.key == key)


def test_figures_are_counted_in_the_printed_unit() -> None:
    forest = line("1.1")
    assert (forest.annual, forest.expected, forest.actual) == (
        Decimal("6.93"),
        Decimal("5.1975"),
        Decimal("5.1975"),
    )
    assert (forest.unit, forest.rate, forest.lit.code) == ("万亩", "75.0%", "green")
    assert line("1.2").actual == Decimal("6100.00005")


def test_a_share_names_who_answers_and_what_it_comes_from() -> None:
    shares = {share.jurisdiction: share for share in line("1.1").shares}
    assert list(shares) == [WAN, DA, KAI, YUN]
    assert shares[WAN].organization == "万州区林业局"
    assert (shares[WAN].value, shares[WAN].stated.zh) == (Decimal(2), "2万亩")
    assert (shares[WAN].as_of, shares[WAN].submission) == ("2023-09-30", "sub-wanzhou")
    assert (shares[YUN].organization, shares[YUN].submission) == ("", None)
    assert shares[WAN].lit.reason == "joint"


def test_a_ladder_shows_its_stage() -> None:
    plaque = line("2.2")
    assert (plaque.stage, plaque.stages, plaque.lit.code) == ("启动", (1, 3), "red")
    assert [share.stated.zh for share in plaque.shares] == ["起草", "启动", "—"]
    assert "落后29天" in plaque.lit.brief.zh
    assert plaque.lit.grounds.zh in plaque.lit.sentence.zh.replace("；按示例", "。按示例")


def test_a_task_has_a_light_in_each_jurisdiction_that_takes_part() -> None:
    first, second = picture().tasks
    assert {slug: share.lit.shown for slug, share in first.shares.items()} == {
        WAN: "green",
        DA: "none",
        KAI: "none",
        YUN: "none",
    }
    assert first.shares[DA].joint == "green"
    assert YUN not in second.shares
    assert [late.key for late in second.late()] == ["2.2"]


def test_counts_are_the_runs() -> None:
    whole = picture()
    assert whole.counts == {"green": 1, "yellow": 0, "orange": 0, "red": 1, "none": 0}
    assert sum(whole.target_counts.values()) == 4
    assert [code for code, _ in whole.labels()] == ["green", "yellow", "orange", "red", "none"]
    assert {party.slug: party.signed for party in whole.parties}[YUN] is False


def test_without_a_run_there_is_the_plan_and_no_light() -> None:
    plan = draw(revision(programme()), None)
    assert plan.as_of is None
    assert plan.labels() == []
    assert plan.task(1) is not None
    assert plan.task(99) is None
    assert {task.lit.shown for task in plan.tasks} == {"none"}
    assert {task.lit.label.zh for task in plan.tasks} == {"尚未评估"}


def test_a_zero_is_a_figure_and_nothing_is_not() -> None:
    given = inputs((quantity(),), (answer(WAN, value="0"), answer(DA)))
    forest = picture(given).tasks[0].targets[0]
    assert [share.value for share in forest.shares] == [Decimal(0), None]
    assert (forest.actual, forest.rate) == (Decimal(0), "0.0%")
