from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.domain.report.lines import FOREST, LAST_FIGURE, LAST_RUNG, PLAN, PROOF, line, rung
from tongchou.domain.report.statement import read_sealed, sealed_content
from tongchou.domain.shared import canonical


def test_a_figure_is_sealed_exactly_with_what_was_typed() -> None:
    content = sealed_content(line(value="6.93", words="已验收", evidence=(PROOF,)))
    assert content == {
        "target": str(FOREST.target),
        "key": "1.1",
        "value": "69300",
        "unit": "亩",
        "printed": "6.93",
        "printed_unit": "万亩",
        "as_of": "2023-04-30",
        "rung": None,
        "rung_name": "",
        "reached_on": None,
        "no_change": False,
        "none_yet": False,
        "words": "已验收",
        "problems": "",
        "evidence": [
            {"uuid": str(PROOF.uuid), "name": "验收表.pdf", "algorithm": "sm3", "digest": "0" * 64}
        ],
    }


def test_a_stage_is_sealed_with_its_name_and_day() -> None:
    content = sealed_content(line(PLAN, rung=rung(2), reached_on=date(2023, 4, 3)))
    assert (content["rung"], content["rung_name"]) == (str(rung(2)), "报批")
    assert content["reached_on"] == "2023-04-03"
    assert content["value"] is None


def test_a_day_without_a_stage_is_not_sealed() -> None:
    assert sealed_content(line(PLAN, reached_on=date(2023, 4, 3)))["reached_on"] is None


def test_none_yet_is_sealed_as_such_and_missing_is_not_zero() -> None:
    content = sealed_content(line(none_yet=True, words="季度统计尚未公布"))
    assert content["none_yet"] is True
    assert content["value"] is None
    assert sealed_content(line(value="0"))["value"] == "0"


def test_sealed_content_reads_back_from_canonical_bytes() -> None:
    for made in (
        line(value="６．９３", problems="苗木不足", evidence=(PROOF,)),
        line(PLAN, rung=rung(1), reached_on=date(2023, 4, 3), no_change=True),
    ):
        content = sealed_content(made)
        read = read_sealed(canonical.loads(canonical.dumps(content)))
        assert (read.value, read.rung) == (made.value, made.stated.rung)
        assert read.evidence == made.stated.evidence
        assert read.as_of == made.as_of


def test_no_change_repeats_the_last_state_and_not_its_words() -> None:
    last = replace(LAST_FIGURE, words="三月进展", problems="缺水")
    again = last.repeated()
    assert (again.value, again.unit, again.no_change) == ("2", "万亩", True)
    assert (again.words, again.problems) == ("", "")
    assert LAST_RUNG.repeated().rung == rung(2)
    assert LAST_RUNG.repeated().reached_on == date(2023, 3, 20)


def test_same_state_looks_at_figures_and_stages_alone() -> None:
    assert LAST_FIGURE.same_state(replace(LAST_FIGURE, words="别的话", printed="20000"))
    assert not LAST_FIGURE.same_state(replace(LAST_FIGURE, value=Decimal(20001)))
    assert not LAST_RUNG.same_state(replace(LAST_RUNG, rung=rung(3)))


def test_a_line_knows_whether_its_stage_moved() -> None:
    assert line(PLAN, rung=rung(1)).moved
    assert line(PLAN, LAST_RUNG, rung=rung(3)).moved
    assert not line(PLAN, LAST_RUNG, rung=rung(2)).moved
    assert not line(PLAN, LAST_RUNG, none_yet=True).moved
