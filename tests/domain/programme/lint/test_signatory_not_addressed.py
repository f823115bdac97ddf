from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of


def unaddressed(*addressees: str) -> list[str]:
    programme = compiled(row(1, "甲", "营造林1万亩"))
    header = replace(programme.header, addressees=addressees)
    return [f.message("zh") for f in of("N160", replace(programme, header=header))]


def test_a_signatory_left_out() -> None:
    (message,) = unaddressed("万州区政府各部门", "达州市级各部门")
    assert message.startswith("开州区")


def test_all_are_addressed() -> None:
    assert unaddressed("万州区政府各部门", "达州市级各部门", "开州区各乡镇") == []
    assert unaddressed("三地各有关部门") == []


def test_an_address_without_names_leaves_nobody_out() -> None:
    assert unaddressed("各单位") == []
