from __future__ import annotations

from datetime import date

import pytest

from tongchou.domain.shared.moments import are_joined, moments_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("第三季度", "2023-07-01", "2023-09-30"),
        ("二季度", "2023-04-01", "2023-06-30"),
        ("前三季度", "2023-01-01", "2023-09-30"),
        ("下半年", "2023-07-01", "2023-12-31"),
        ("6月", "2023-06-01", "2023-06-30"),
        ("6月上旬", "2023-06-01", "2023-06-10"),
        ("6月中旬", "2023-06-11", "2023-06-20"),
        ("2月下旬", "2023-02-21", "2023-02-28"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("6月15日", "2023-06-15", "2023-06-15"),
        ("2024.5", "2024-05-01", "2024-05-31"),
        ("十一月", "2023-11-01", "2023-11-30"),
        ("次年3月", "2024-03-01", "2024-03-31"),
        ("十三五末", "2020-01-01", "2020-12-31"),
        ("“十四五”期间", "2021-01-01", "2025-12-31"),
    ],
)
def test_the_days_a_wording_means(text: str, first: str, last: str) -> None:
    (moment,) = moments_in(text, 2023)
    assert (moment.first, moment.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (moment.start, moment.end) == (0, len(text))


@pytest.mark.parametrize(
    "text", ["第6月报", "13月", "30日", "2023年2月30日", "1.6月", "〔6月", "一季一调度", "两年内"]
)
def test_what_is_no_moment_of_its_own(text: str) -> None:
    assert all((m.start, m.end) != (0, len(text)) for m in moments_in(text, 2023))


def test_a_year_holds_for_what_is_joined_to_it() -> None:
    first, second = moments_in("2024年3月至6月", 2023)
    assert (first.last, second.last) == (date(2024, 3, 31), date(2024, 6, 30))
    assert second.yeared is False


def test_a_year_holds_for_all_that_follow_where_asked() -> None:
    text = "2024年3月启动，6月完成"
    assert [m.last.year for m in moments_in(text, 2023)] == [2024, 2023]
    assert [m.last.year for m in moments_in(text, 2023, inherit=True)] == [2024, 2024]


def test_without_any_year_only_words_that_name_one_count() -> None:
    assert [m.last for m in moments_in("6月底前；2024年底前", None)] == [date(2024, 12, 31)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("印发之日起10日内", date(2023, 4, 8)),
        ("自本通知下发之日起2个月内", date(2023, 5, 31)),
        ("印发后半年内", date(2023, 9, 30)),
        ("发布之日起1年内", date(2024, 3, 31)),
    ],
)
def test_counted_from_the_notice(text: str, last: date) -> None:
    issued = date(2023, 3, 29) if "10日" in text else date(2023, 3, 31)
    (moment,) = moments_in(text, 2023, issued)
    assert (moment.first, moment.last) == (issued, last)


@pytest.mark.parametrize("text", ["印发之日起15个工作日内", "印发之日起99999日内"])
def test_what_cannot_be_counted_gives_no_day(text: str) -> None:
    assert list(moments_in(text, 2023, date(2023, 3, 31))) == []


def test_only_quarters_are_joined_by_a_list_mark() -> None:
    assert are_joined("第二、三季度", 2, 3)
    assert not are_joined("3月、6月", 2, 3)
    assert are_joined("3月至6月", 2, 3)


@pytest.mark.parametrize("unit", ["6月底前，", "2023年", "十", "每", "印发之日起", "一季度", "20"])
def test_the_work_grows_with_the_text_alone(unit: str) -> None:
    """A hundred thousand characters are read at all: nothing backtracks."""
    text = unit * (100_000 // len(unit))
    assert sum(1 for _ in moments_in(text, 2023, date(2023, 3, 29))) <= len(text)
