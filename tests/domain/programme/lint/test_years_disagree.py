from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of


def years(title: str, annex: str | None, day: date) -> list[str]:
    programme = compiled(row(1, "甲", "营造林1万亩"))
    header = replace(programme.header, title=title, annex_title=annex, date=day)
    return [f.message("zh") for f in of("N161", replace(programme, header=header))]


def test_a_title_of_another_year_than_its_annex() -> None:
    (message,) = years("关于印发2022年要点的通知", "2023年要点", date(2022, 3, 1))
    assert "标题是 2022 年" in message
    assert "附件标题是 2023 年" in message


def test_a_notice_issued_after_its_year() -> None:
    (message,) = years("关于印发2022年要点的通知", None, date(2023, 3, 1))
    assert "成文日期是 2023 年" in message


def test_years_that_agree() -> None:
    assert years("关于印发2023年要点的通知", "2023年要点", date(2023, 3, 1)) == []
    assert years("2023—2025年行动方案", "2024年任务", date(2022, 12, 30)) == []
    assert years("关于印发要点的通知", None, date(2023, 3, 1)) == []
