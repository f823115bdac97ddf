from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.amending.checks import check_programme, path_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Target
from tongchou.domain.shared.findings import has_errors


def programme() -> Programme:
    return compiled(row(3, "甲", "完成投资2亿元，启动编制"))


def with_target(old: Programme, key: str, **changes: object) -> Programme:
    targets = tuple(
        replace(target, **changes) if target.key == key else target  # type: ignore[arg-type]
        for target in old.targets
    )
    return replace(old, targets=targets)


def test_what_the_compiler_proposes_can_be_sealed() -> None:
    assert check_programme(programme()) == ()


def test_a_government_without_organ_is_a_warning_only() -> None:
    found = check_programme(compiled(row(1, "甲", "达州造林1万亩", organizations="万州区林业局")))
    assert [f.code for f in found] == ["P111", "P112", "P112"]
    assert not has_errors(found)


def test_findings_say_where_the_correction_goes() -> None:
    target: Target = programme().target("3.1")
    assert path_of(target).where == "tasks/3/targets/3.1"
    broken = with_target(programme(), "3.1", answers={"万州": "无名局"})
    where = {f.code: f.position.where for f in check_programme(broken)}
    assert where["P104"] == "tasks/3/targets/3.1/answers/万州"


def test_without_year_and_period_no_date_is_outside() -> None:
    old = programme()
    task = old.task(3)
    free = replace(task, period=replace(task.period, start=None, end=None))
    assert old.target("3.1").plan is not None
    plan = replace(old.target("3.1").plan, end=date(2049, 12, 31))  # type: ignore[type-var]
    undated = replace(with_target(old, "3.1", plan=plan), tasks=(free,), year=None)
    assert check_programme(undated) == ()
    assert [f.code for f in check_programme(replace(undated, year=2023))] == ["P103"]


def test_each_error_is_found_once() -> None:
    broken = with_target(programme(), "3.1", jurisdictions=("北京",), answers={})
    assert [f.code for f in check_programme(broken)] == ["P108"]
