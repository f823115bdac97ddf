from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.shared.periods import (
    Period,
    find_periods,
    month_end,
    months_complete,
    parse_date,
    parse_period,
)

TABLE = Path(__file__).with_name("period_phrases.tsv")
ISSUED = date(2023, 3, 29)


def rows() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(phrase, reading) for phrase, reading in pairs]


def shown(period: Period) -> str:
    return " ".join(str(part) for part in (period.kind, period.start, period.end) if part)


@pytest.mark.parametrize(("text", "reading"), rows())
def test_printed_periods(text: str, reading: str) -> None:
    period = parse_period(f"\n{text} ", 2023, ISSUED)
    assert shown(period) == reading
    assert period.text == text
    assert Period.from_json(period.to_json()) == period


def test_the_table_is_wide() -> None:
    assert len(rows()) >= 80
    assert {reading.split()[0] for _, reading in rows()} == {
        *("deadline", "range", "soft", "standing", "unknown")
    }


def test_an_empty_cell_is_unknown() -> None:
    assert parse_period("", 2023).kind == "unknown"


@pytest.mark.parametrize("text", ["印发之日起3个月内", "即日起至2023年底"])
def test_without_the_date_of_the_notice_its_start_is_not_guessed(text: str) -> None:
    assert parse_period(text, 2023).start in {None, date(2023, 1, 1)}
    assert parse_period("印发之日起3个月内", 2023).kind == "unknown"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推动2023年重点任务落实", []),
        (
            "6月底前完成方案编制，年底前建成投用。",
            ["6月底前 deadline 2023-06-30", "年底前 deadline 2023-12-31"],
        ),
        ("力争上半年开工建设", ["上半年 deadline 2023-06-30"]),
        ("每季度调度一次，每年6月底前报告", ["每季度 standing", "每年6月底前 standing"]),
        ("自2022年3月起，截至2022年底建成3座", []),
        (
            "2023年，启动创建；2025年，力争获批",
            ["2023年 deadline 2023-12-31", "2025年 deadline 2025-12-31"],
        ),
        ("到2025年，全区建成", ["2025年 deadline 2025-12-31"]),
        ("《2023年实施方案》于3月印发", ["3月 deadline 2023-03-31"]),
        ("一季度运营新港", ["一季度 deadline 2023-03-31"]),
        ("2023年6月取得阶段性成效", ["2023年6月取得阶段性成效 soft 2023-06-30"]),
        ("按照2023年3月29日会议要求", []),
        ("落实“十四五”规划", []),
        ("“十四五”末达到5万亩", ["“十四五”末 deadline 2025-12-31"]),
        ("2021—2025年规划纲要", []),
        ("2023—2025年，分步实施", ["2023—2025年 range 2025-12-31"]),
        ("自印发之日起3个月内完成清理", ["自印发之日起3个月内 deadline 2023-06-29"]),
        ("二季度以来进展顺利", []),
        ("12月15日前报送", ["12月15日前 deadline 2023-12-15"]),
        (
            "2023年底前、2024年6月底前分别完成",
            ["2023年底前 deadline 2023-12-31", "2024年6月底前 deadline 2024-06-30"],
        ),
        ("第二、三季度完成", ["第二、三季度 range 2023-09-30"]),
        ("2022年完成2亿元，2023年完成3亿元", ["2023年 deadline 2023-12-31"]),
        ("国庆节前开园", ["国庆节前 deadline 2023-09-30"]),
        ("年内新增5家", ["年内 deadline 2023-12-31"]),
        ("2023年度考核", []),
    ],
)
def test_deadlines_inside_a_sentence(text: str, found: list[str]) -> None:
    periods = find_periods(text, 2023, ISSUED)
    assert [
        " ".join(str(part) for part in (p.text, p.kind, p.end) if part) for _, _, p in periods
    ] == found
    assert all(text[start:end] == period.text for start, end, period in periods)


@given(
    st.text(alphabet="0123456789年月日底前至—-.每季度一二三四半上下十五“”起内以《》每", max_size=40)
)
def test_no_words_break_the_reader(text: str) -> None:
    period = parse_period(text, 2023, ISSUED)
    if period.start and period.end:
        assert period.start <= period.end
    last = 0
    for start, end, found in find_periods(text, 2023, ISSUED):
        assert last <= start < end <= len(text)
        assert found.text == text[start:end].strip()
        last = end


@pytest.mark.parametrize("text", ["6月底前", "一季度", "上半年"])
def test_without_a_year_nothing_is_guessed(text: str) -> None:
    assert parse_period(text).kind == "unknown"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023年3月29日", date(2023, 3, 29)),
        (" 2023 年 3 月 29 日 ", date(2023, 3, 29)),
        ("二〇二三年三月二十九日", date(2023, 3, 29)),
        ("2023年2月29日", None),
        ("2023年", None),
    ],
)
def test_dates_of_notices(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("as_of", "months"),
    [
        (date(2023, 1, 30), 0),
        (date(2023, 1, 31), 1),
        (date(2023, 3, 31), 3),
        (date(2023, 10, 20), 9),
        (date(2023, 12, 31), 12),
        (date(2022, 12, 31), 0),
        (date(2024, 2, 28), 13),
        (date(2024, 2, 29), 14),
    ],
)
def test_only_whole_months_count(as_of: date, months: int) -> None:
    assert months_complete(date(2023, 1, 1), as_of) == months


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_end_of_a_month_is_followed_by_a_first(day: date) -> None:
    assert (month_end(day) + timedelta(days=1)).day == 1
    assert month_end(day).month == day.month
