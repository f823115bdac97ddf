"""A sealed run replays to the same bytes, however the rows are sharded."""

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.assessment.cases import (
    AS_OF,
    DA,
    KAI,
    PROGRAMME,
    WAN,
    YEAR,
    answer,
    inputs,
    ladder,
    quantity,
    rungs,
)
from tongchou.domain.assessment.assess import assess
from tongchou.domain.assessment.columns import Answers, Columns, Rungs, Targets
from tongchou.domain.assessment.figures import millionths_text
from tongchou.domain.assessment.inputs import AnswerRow, Inputs, RungRow, TargetRow
from tongchou.domain.assessment.run import inputs_of, replays, run_content, verdicts_of
from tongchou.domain.assessment.scheme import load_scheme
from tongchou.domain.assessment.verdicts import judge
from tongchou.domain.shared import canonical

SCHEME = load_scheme()

RULES = st.sampled_from(["sum", "each", "any", "lead", "largest"])
FIGURES = st.none() | st.decimals(0, 100_000, places=3).map(canonical.decimal_text)
DAYS = st.none() | st.integers(0, 364).map(lambda n: YEAR[0] + timedelta(days=n))


@st.composite
def programmes(draw: st.DrawFn) -> Inputs:
    targets: list[TargetRow] = []
    answers: list[AnswerRow] = []
    stages: list[RungRow] = []
    for number in range(draw(st.integers(1, 6))):
        uuid, rule = f"t{number}", draw(RULES)
        if draw(st.booleans()):
            annual = draw(FIGURES)
            comparator = draw(st.sampled_from(["at_least", "more_than", "at_most"]))
            targets.append(
                quantity(
                    uuid, combine=rule, annual=annual, comparator=comparator, key=f"1.{number}"
                )
            )
        else:
            targets.append(ladder(uuid, combine=rule, key=f"1.{number}"))
            planned = draw(st.lists(DAYS, max_size=5))
            stages += rungs(*planned, target=uuid)
        height = sum(stage.target == uuid for stage in stages)
        lead = draw(st.sampled_from([WAN, DA, KAI]))
        for where in draw(st.permutations([WAN, DA, KAI])):
            answers.append(
                answer(
                    where,
                    target=uuid,
                    value=draw(FIGURES),
                    rung=draw(st.none() | st.integers(0, height)),
                    lead=where == lead,
                )
            )
    return inputs(tuple(targets), tuple(answers), tuple(stages), draw(DAYS) or AS_OF)


@settings(max_examples=60)
@given(programmes())
def test_a_sealed_run_replays(given_inputs: Inputs) -> None:
    content = run_content(given_inputs, SCHEME, PROGRAMME)
    sealed = canonical.loads(canonical.dumps(content))
    assert inputs_of(sealed) == given_inputs
    assert replays(sealed)
    assert [v.to_json() for v in verdicts_of(sealed)] == content["verdicts"]


def test_a_changed_light_does_not_replay() -> None:
    content = run_content(inputs((quantity(),), (answer(WAN, value="1"),)), SCHEME, PROGRAMME)
    content["verdicts"][0]["light"] = "green"
    assert not replays(content)


@settings(max_examples=60)
@given(programmes())
def test_no_light_without_a_plan_and_a_figure(given_inputs: Inputs) -> None:
    judged = judge(given_inputs, SCHEME)
    for verdict, row in zip(judged.targets, given_inputs.targets, strict=True):
        if verdict.light:
            assert verdict.figures["parts"]
            assert row.annual is not None or row.kind == "ladder"


@settings(max_examples=60)
@given(programmes(), st.integers(0, 6))
def test_shards_give_what_the_whole_gives(given_inputs: Inputs, cut: int) -> None:
    columns = given_inputs.columns()
    day = np.datetime64(given_inputs.as_of, "D")
    whole = assess(columns, SCHEME, day)
    parts = [assess(shard(columns, keep), SCHEME, day) for keep in halves(columns, cut)]
    for name in ("light", "reason", "measured"):
        joined = np.concatenate([getattr(part.targets, name) for part in parts])
        assert (joined == getattr(whole.targets, name)).all()


def halves(columns: Columns, cut: int) -> list[np.ndarray]:
    every = np.arange(len(columns.targets))
    return [every < cut, every >= cut]


def shard(columns: Columns, keep: np.ndarray) -> Columns:
    place = np.cumsum(keep) - 1
    targets, answers, stages = columns.targets, columns.answers, columns.rungs
    mine, below = keep[answers.target], keep[stages.target]
    return Columns(
        Targets(*(getattr(targets, name)[keep] for name in Targets.__slots__)),
        Answers(
            place[answers.target[mine]],
            *(getattr(answers, name)[mine] for name in Answers.__slots__[1:]),
        ),
        Rungs(place[stages.target[below]], stages.number[below], stages.planned[below]),
    )


def test_figures_keep_their_digits() -> None:
    assert millionths_text(float("nan")) is None
    assert millionths_text(0.1 + 0.2) == "0.3"
    assert millionths_text(14_500_000_000.0) == "14500000000"
    assert millionths_text(11 / 3) == "3.666667"


def test_a_joint_figure_is_the_exact_sum() -> None:
    figures = ("1234.567", "0.001", "98765.432")
    given_inputs = inputs(
        (quantity(),),
        tuple(answer(w, value=f) for w, f in zip((WAN, DA, KAI), figures, strict=True)),
    )
    actual = judge(given_inputs, SCHEME).targets[0].figures["actual"]
    assert Decimal(actual) == sum(map(Decimal, figures))


def test_inputs_that_do_not_fit_are_a_fault_of_the_program() -> None:
    good = inputs((ladder(),), (answer(WAN, rung=1),), rungs(date(2023, 1, 1), AS_OF)).columns()
    backwards = Rungs(good.rungs.target, good.rungs.number[::-1], good.rungs.planned)
    with pytest.raises(ValueError, match="by target and number"):
        Columns(good.targets, good.answers, backwards)
    with pytest.raises(ValueError, match="differ in length"):
        Columns(good.targets, Answers(good.answers.target, *([np.array([])] * 4)), good.rungs)
