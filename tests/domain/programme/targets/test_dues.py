from __future__ import annotations

from datetime import date

import pytest

from tongchou.domain.programme.targets.dues import Slice, dated_parts, named_day
from tongchou.domain.shared.periods import parse_period

YEAR_END = date(2023, 12, 31)


@pytest.mark.parametrize(
    ("period", "start", "end", "hard"),
    [
        ("2023年底", "2023-01-01", "2023-12-31", True),
        ("2023年9月底", "2023-01-01", "2023-09-30", True),
        ("2021—2025年", "2023-01-01", "2023-12-31", True),
        ("2023年取得阶段性成效", "2023-01-01", "2023-12-31", False),
        ("长期坚持", "2023-01-01", "2023-12-31", False),
    ],
)
def test_the_slice_of_a_period(period: str, start: str, end: str, hard: bool) -> None:
    found = Slice.of(parse_period(period, 2023), 2023)
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat(), found.hard) == (start, end, hard)


def test_no_slice_outside_the_year() -> None:
    assert Slice.of(parse_period("2025—2026年"), 2023) is None
    assert Slice.of(parse_period("2023年底"), None) is None


def test_the_day_a_text_names() -> None:
    assert named_day("6月底前完成选址", 2023) == date(2023, 6, 30)
    assert named_day("完成选址", 2023) is None
    assert named_day("每季度通报", 2023) is None


def test_each_part_has_its_day() -> None:
    assert dated_parts("大桥6月底前开工，年底前通车", 2023, YEAR_END) == [
        ("大桥开工，", date(2023, 6, 30)),
        ("通车", YEAR_END),
    ]
    assert dated_parts("大桥通车", 2023, YEAR_END) == [("大桥通车", None)]


def test_a_day_of_another_year_is_left_out() -> None:
    assert dated_parts("2025年底前通车", 2023, YEAR_END) == []
    assert dated_parts("2025年底前通车", 2023, None) == [("通车", date(2025, 12, 31))]
