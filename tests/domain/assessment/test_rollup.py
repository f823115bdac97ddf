"""From targets up: the worst of what is assessed, and counts that lose nothing."""

from datetime import date

from tests.domain.assessment.cases import (
    DA,
    KAI,
    PROGRAMME,
    WAN,
    answer,
    inputs,
    ladder,
    quantity,
    rungs,
)
from tongchou.domain.assessment.inputs import Inputs, ProjectRow
from tongchou.domain.assessment.rollup import roll_up
from tongchou.domain.assessment.scheme import load_scheme
from tongchou.domain.assessment.verdicts import Level, Verdict, judge

SCHEME = load_scheme()


def of(given: Inputs) -> dict[tuple[str, str, str], Verdict]:
    verdicts = roll_up(judge(given, SCHEME), SCHEME, PROGRAMME)
    return {(str(v.level), v.object, v.jurisdiction): v for v in verdicts}


def reservoirs() -> Inputs:
    """One task of two projects, and a second task with a target nobody stated a figure for."""
    targets = (
        quantity("t1", key="9.1", project="p1"),
        quantity("t2", key="9.2", project="p2"),
        quantity("t3", key="9.3", project="p2"),
        quantity("t4", key="10.1", task="k2"),
    )
    answers = (
        answer(WAN, target="t1", value="51975"),
        answer(WAN, target="t2", value="10000"),
        answer(WAN, target="t3", value="30000"),
        answer(DA, target="t4"),
    )
    projects = (ProjectRow("p1", "k1", "甲水库"), ProjectRow("p2", "k1", "乙水库"))
    return inputs(targets, answers, projects=projects)


def test_a_task_is_as_bad_as_its_worst_target() -> None:
    rows = of(reservoirs())
    assert rows["project", "p1", ""].light == "green"
    assert rows["project", "p2", ""].light == "red"
    task = rows["task", "k1", ""]
    assert task.light == "red"
    assert task.figures["keys"] == ["9.2"]
    assert task.figures["counts"] == {"green": 1, "yellow": 1, "orange": 0, "red": 1, "none": 0}


def test_what_is_not_assessed_is_never_red() -> None:
    task = of(reservoirs())["task", "k2", ""]
    assert (task.light, task.reason) == ("", "no_figure")


def test_several_reasons_are_called_mixed() -> None:
    given = inputs(
        (quantity("t1"), quantity("t2", annual=None)),
        (answer(WAN, target="t1"), answer(WAN, target="t2", value="1")),
    )
    assert of(given)["task", "k1", ""].reason == "mixed"


def test_the_area_and_the_programme_count_tasks() -> None:
    rows = of(reservoirs())
    counts = {"green": 0, "yellow": 0, "orange": 0, "red": 1, "none": 1}
    for key in (("area", "a1", ""), ("programme", PROGRAMME, "")):
        assert rows[key].figures["counts"] == counts
        assert rows[key].light == "red"
        assert sum(rows[key].figures["targets"].values()) == 4


def test_a_jurisdiction_counts_its_own_and_the_joint_tasks_apart() -> None:
    targets = (quantity("t1"), ladder("t2", key="1.2"), quantity("t3", key="10.1", task="k2"))
    answers = (
        answer(WAN, target="t1", value="51975"),
        answer(DA, target="t1", value="0"),
        answer(WAN, target="t3", value="30000"),
        answer(DA, target="t3", value="0"),
        answer(WAN, target="t2", rung=0),
        answer(DA, target="t2", rung=1),
    )
    rows = of(inputs(targets, answers, rungs(date(2023, 9, 1), target="t2")))
    wanzhou = rows["jurisdiction", PROGRAMME, WAN].figures
    assert (wanzhou["counts"]["red"], wanzhou["counts"]["none"]) == (1, 0)
    assert (wanzhou["joint"]["yellow"], wanzhou["targets"]["red"]) == (1, 1)
    assert rows["task", "k1", WAN].light == "red"
    assert rows["task", "k1", DA].light == "green"
    assert rows["task", "k1", DA].figures["joint_light"] == "green"
    assert ("task", "k1", KAI) not in rows


def test_a_share_of_a_joint_figure_alone_has_no_light_of_its_own() -> None:
    given = inputs((quantity(),), (answer(WAN, value="1"), answer(DA, value="2")))
    share = of(given)["task", "k1", WAN]
    assert (share.light, share.reason, share.figures["joint_light"]) == ("", "joint", "red")


def test_every_level_is_there_once() -> None:
    rows = of(reservoirs())
    levels = [key[0] for key in rows]
    assert {level: levels.count(level) for level in Level} == {
        "answer": 4,
        "target": 4,
        "project": 2,
        "task": 2 + 2,
        "area": 1,
        "jurisdiction": 4,
        "programme": 1,
    }
