"""The demo says the real notice's facts in this project's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

import tongchou
from tongchou.documents.write_notice import write_notice
from tongchou.domain.programme.programme import Programme
from tongchou.project.demo import facts as demo

LONGEST = 9
"""Han characters in a row that may coincide once proper names are taken out."""
NAMES = (Path(__file__).parent / "proper_names.txt").read_text(encoding="utf-8").split()
FIGURES = {
    ("69300", "亩"), ("50.8", "公里"), ("57.76", "公里"), ("70", "公里"),
    ("0.8", ""), ("0.1", ""), ("0.05", ""), ("5000000", "吨"),
    ("275000000", "元"), ("200000000", "元"), ("60000000", "元"),
    ("861000000", "元"), ("4243000000", "元"), ("5894000000", "元"),
    ("16540000", "立方米"), ("160000000", "立方米"), ("103000000", "立方米"),
    ("80000000", "元"), ("300000000", "元"), ("800000000", "元"),
    ("1500000000", "立方米"), ("14500000000", "立方米"), ("5", "P"), ("100", "P"),
    ("80000000000", "元"), ("60", "项"), ("12", "项"), ("1", "次"),
}  # fmt: skip


def han(text: str) -> str:
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def sentences() -> Iterator[str]:
    facts = demo.load()
    yield from (facts.order, facts.opening)
    for area in facts.areas:
        yield area.lead
        for clause in area.clauses:
            yield f"{clause.heading}。{clause.text}"
    for task in facts.tasks:
        yield from (task.name, task.scope, task.target)


def without_names(text: str) -> list[str]:
    """The runs of Han characters between proper names."""
    names = sorted((han(name) for name in NAMES), key=len, reverse=True)
    return re.split("|".join(map(re.escape, names)), han(text))


def longest_shared(text: str, other: str) -> str:
    best = ""
    for start in range(len(text)):
        while text[start : start + len(best) + 1] in other and start + len(best) < len(text):
            best = text[start : start + len(best) + 1]
    return best


def test_no_sentence_of_the_notice_is_in_the_demo(real_notice: Path) -> None:
    printed = han(real_notice.read_text(encoding="utf-8"))
    copied = {
        shared
        for sentence in sentences()
        for run in without_names(sentence)
        if len(shared := longest_shared(run, printed)) > LONGEST
    }
    assert copied == set()


def test_a_copied_sentence_would_be_found() -> None:
    said = "三地共同出资建设桥梁并按期通车运营"
    assert longest_shared("年内三地共同出资建设桥梁", f"今年{said}") == "三地共同出资建设桥梁"


@pytest.fixture(scope="module")
def programme() -> Programme:
    return tongchou.compile(write_notice(demo.load()), name=demo.NAME)


def test_every_figure_of_the_notice_is_in_the_demo(programme: Programme) -> None:
    found = {
        (format(quantity.value, "f"), quantity.unit if quantity.unit != "%" else "")
        for task in programme.tasks
        for quantity in task.quantities
    }
    values = {value for value, _ in found}
    assert {value for value, _ in FIGURES} <= values


def test_figures_periods_and_organs_are_those_of_the_notice(
    programme: Programme, real_notice: Path
) -> None:
    real = tongchou.compile(real_notice)
    assert len(real.tasks) == len(programme.tasks) == 25
    for ours, theirs in zip(programme.tasks, real.tasks, strict=True):
        assert ours.area == theirs.area
        assert ours.period.text == theirs.period.text.strip()
        assert [(o.name, o.jurisdiction) for o in ours.organizations] == [
            (o.name, o.jurisdiction) for o in theirs.organizations
        ]
        assert figures(ours.quantities) == figures(theirs.quantities), ours.name


def figures(quantities: tuple[object, ...]) -> set[tuple[Decimal, str]]:
    return {(quantity.value, quantity.unit) for quantity in quantities}  # type: ignore[attr-defined]
