"""Each check: a line on which it fires, and one beside it on which it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import tongchou.domain.review.checks as checks_package
from tests.domain.report.lines import FOREST, LAST_FIGURE, LAST_RUNG, LIST, PLAN, PROOF, line, rung
from tongchou.domain.report.statement import Line
from tongchou.domain.review.checks import CHECKS, check_line, check_report
from tongchou.domain.shared.findings import Severity

APRIL = date(2023, 4, 3)
STOCK = replace(FOREST, measure="stock")
RATE = replace(FOREST, measure="rate")
REACHED = {"rung": rung(3), "reached_on": APRIL}

FIRES: list[tuple[str, Line]] = [
    ("R101", line(value="无")),
    ("R102", line(value="约6")),
    ("R103", line(value="6万元")),
    ("R103", line(value="6", unit="万元")),
    ("R104", line(value="6万")),
    ("R105", line(value="9" * 30)),
    ("R106", line(value="-1")),
    ("R107", line()),
    ("R107", line(words="正在推进")),
    ("R107", line(PLAN)),
    ("R107", line(PLAN, words="正在推进")),
    ("R107", line(LIST)),
    ("R107", line(PLAN, reached_on=APRIL)),
    ("R107", line(last=LAST_FIGURE, no_change=True)),
    ("R108", line(none_yet=True)),
    ("R109", line(value="6", none_yet=True, words="核实中")),
    ("R110", line(no_change=True)),
    ("R110", line(PLAN, no_change=True)),
    ("R111", line(last=LAST_FIGURE, value="2.1", no_change=True)),
    ("R111", line(PLAN, LAST_RUNG, **REACHED, no_change=True)),
    ("R112", line(PLAN, LAST_RUNG, rung=rung(1), reached_on=APRIL)),
    ("R112", line(PLAN, LAST_RUNG, none_yet=True)),
    ("R113", line(PLAN, rung=rung(1))),
    ("R114", line(PLAN, rung=rung(1), reached_on=date(2023, 5, 1))),
    ("R114", replace(line(PLAN, rung=rung(1), reached_on=date(2023, 4, 28)), on=date(2023, 4, 25))),
    ("R115", line(PLAN, rung=rung(1), reached_on=date(2022, 12, 31))),
    ("R116", line(PLAN, **REACHED)),
    ("R116", line(value="6.93")),
    ("R117", line(last=LAST_FIGURE, value="1.9")),
]

SILENT: list[tuple[str, Line]] = [
    ("R101", line(value="6.93")),
    ("R102", line(value="6")),
    ("R103", line(value="6万亩")),
    ("R104", line(value="6万", unit="亩")),
    ("R105", line(value="6.93")),
    ("R106", line(value="0")),
    ("R106", line(RATE, value="-1")),
    ("R107", line(value="0")),
    ("R107", line(value="无")),
    ("R107", line(PLAN, none_yet=True)),
    ("R107", line(LIST, words="已办两项")),
    ("R107", line(LIST, none_yet=True)),
    ("R107", line(PLAN, rung=rung(1), reached_on=APRIL)),
    ("R107", line(no_change=True)),
    ("R108", line(none_yet=True, words="季度统计尚未公布")),
    ("R108", line(PLAN, none_yet=True)),
    ("R109", line(none_yet=True, words="核实中")),
    ("R110", line(last=LAST_FIGURE, value="2", no_change=True)),
    ("R111", line(last=LAST_FIGURE, value="20000", unit="亩", no_change=True)),
    ("R111", line(last=LAST_FIGURE, value="2.1")),
    ("R112", line(PLAN, LAST_RUNG, **REACHED)),
    ("R112", line(PLAN, LAST_RUNG, rung=rung(2), reached_on=APRIL)),
    ("R113", line(PLAN, rung=rung(1), reached_on=APRIL)),
    ("R114", line(PLAN, rung=rung(1), reached_on=date(2023, 4, 30))),
    ("R115", line(PLAN, rung=rung(1), reached_on=date(2023, 1, 1))),
    ("R115", line(PLAN, LAST_RUNG, rung=rung(2), reached_on=date(2022, 12, 31))),
    ("R116", line(PLAN, **REACHED, evidence=(PROOF,))),
    ("R116", line(PLAN, rung=rung(2), reached_on=APRIL)),
    ("R116", line(PLAN, replace(LAST_RUNG, rung=rung(3)), **REACHED)),
    ("R116", line(value="6.92")),
    ("R116", line(value="6.93", evidence=(PROOF,))),
    ("R116", line(last=replace(LAST_FIGURE, value=FOREST.value), value="7")),
    ("R117", line(last=LAST_FIGURE, value="2")),
    ("R117", line(STOCK, LAST_FIGURE, value="1.9")),
    ("R117", line(value="1.9")),
]

WARNINGS = {"R115", "R116", "R117"}


def codes(checked: Line) -> set[str]:
    return {finding.code for finding in check_line(checked)}


@pytest.mark.parametrize(("code", "checked"), FIRES)
def test_a_check_fires(code: str, checked: Line) -> None:
    assert code in codes(checked)


@pytest.mark.parametrize(("code", "checked"), SILENT)
def test_a_check_is_silent_beside_it(code: str, checked: Line) -> None:
    assert code not in codes(checked)


def test_a_sound_line_has_no_findings() -> None:
    assert check_line(line(last=LAST_FIGURE, value="3.5", words="进展顺利")) == []
    assert check_line(line(PLAN, LAST_RUNG, **REACHED, evidence=(PROOF,))) == []
    assert check_line(line(last=LAST_FIGURE, value="2", no_change=True)) == []


def test_every_finding_is_worded_in_both_languages_and_names_its_target() -> None:
    for _, checked in FIRES:
        for finding in check_line(checked):
            said = finding.to_json()
            assert said["position"]["where"] == checked.asked.key
            assert all(said["message"].values())
            assert all(said["remedy"].values())
            severity = Severity.WARNING if finding.code in WARNINGS else Severity.ERROR
            assert finding.severity is severity


def test_every_file_is_a_check_and_every_check_is_tested() -> None:
    folder = Path(checks_package.__path__[0])
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {check.__module__.rpartition(".")[2] for check in CHECKS} == files
    tested = {code for code, _ in FIRES}
    assert len(tested) == len(CHECKS)
    assert tested == {code for code, _ in SILENT}


def test_a_report_names_the_targets_that_have_findings() -> None:
    found = check_report([line(value="无"), line(PLAN, none_yet=True)])
    assert list(found) == [FOREST.target]
    assert [finding.code for finding in found[FOREST.target]] == ["R101"]
