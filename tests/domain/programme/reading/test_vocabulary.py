"""The data by which promises are read is whole: nothing stands twice or can never match."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from tongchou.domain.notice.columns import column_of, is_header
from tongchou.domain.programme.reading.vocabulary import any_of, vocabulary
from tongchou.domain.programme.targets.ladders import templates
from tongchou.domain.shared import data
from tongchou.domain.shared.data import load
from tongchou.domain.shared.quantities import Comparator, Measure, units

FILES = [
    ("tongchou.domain.shared", "units.json"),
    ("tongchou.domain.shared", "jurisdictions.json"),
    ("tongchou.domain.shared", "fixed_phrases.json"),
    ("tongchou.domain.shared", "period_words.json"),
    ("tongchou.domain.programme.reading", "subjects.json"),
    ("tongchou.domain.shared", "organs.json"),
    ("tongchou.domain.notice", "columns.json"),
    ("tongchou.domain.programme.targets", "ladders.json"),
    ("tongchou.domain.programme.reading", "vocabulary.json"),
]
LISTS = ["effort", "joint", "each", "scraps", "turns", "verbs", "project_endings", "totals"]


@pytest.mark.parametrize(("package", "name"), FILES)
def test_every_data_file_names_its_source(package: str, name: str) -> None:
    assert len(load(package, name)["source"]) > 30


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice(name: str) -> None:
    words = vocabulary()[name]
    assert len(words) == len(set(words))
    assert all(any_of(name).fullmatch(word) for word in words)


def test_longer_words_win() -> None:
    assert any_of("verbs").match("建成运营").group() == "建成"  # type: ignore[union-attr]
    assert any_of("effort").search("全力争取").group() == "全力争"  # type: ignore[union-attr]


def test_comparators_and_measures_are_known_ones() -> None:
    for side in ("comparators_before", "comparators_after"):
        assert {Comparator(name) for name in vocabulary()[side]}
        words = [word for words in vocabulary()[side].values() for word in words]
        assert len(words) == len(set(words))
    assert all(re.compile(pattern) for pattern in vocabulary()["measures"].values())
    assert {Measure(name) for name in vocabulary()["measures_by_dimension"].values()}


def test_every_dimension_of_a_unit_has_a_measure() -> None:
    dimensions = {unit.dimension for unit in units().values()}
    assert dimensions == set(vocabulary()["measures_by_dimension"])


def test_a_word_calls_for_one_template() -> None:
    for first, second in combinations(templates(), 2):
        shared = set(templates()[first]["words"]) & set(templates()[second]["words"])
        assert not shared, (first, second, shared)


def test_a_heading_means_one_column() -> None:
    table = load("tongchou.domain.notice", "columns.json")["columns"]
    headings = [heading for names in table.values() for heading in names]
    assert len(headings) == len(set(headings))
    assert all(column_of(heading) for heading in headings)


def test_a_figure_in_data_is_text() -> None:
    with pytest.raises(ValueError, match="as text"):
        data._refuse("1.5")


def test_a_table_needs_more_than_a_name() -> None:
    assert is_header(["序号", "项目名称", "责任单位"])
    assert not is_header(["序号", "姓名", "电话"])
    assert not is_header(["项目名称", "备注"])


def test_words_that_stop_a_unit_belong_to_known_units() -> None:
    table = load("tongchou.domain.shared", "units.json")
    assert set(table["not_before"]) <= set(units())
    assert all(re.compile(words) for words in table["not_before"].values())


def test_units_of_fixed_phrases_are_known() -> None:
    table = load("tongchou.domain.shared", "fixed_phrases.json")
    assert set(table["implied"]) <= set(units())
    assert set(table["single"]) | set(table["ordinal_units"]) <= set(units()) | {"级", "番"}
    assert all(re.compile(name) for name in table["names"])


@pytest.mark.parametrize("name", ["leading_to", "verbs", "opening_verbs", "measure_nouns"])
def test_no_word_of_a_subject_stands_twice(name: str) -> None:
    words = load("tongchou.domain.programme.reading", "subjects.json")[name]
    assert len(words) == len(set(words))
