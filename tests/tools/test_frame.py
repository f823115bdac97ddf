"""How benchmark figures are compared with their goals and shown."""

from __future__ import annotations

import pytest

from benchmarks.frame import Figure, Mark, Timing, aligned, measure, milliseconds, report, width


def figure(cpu: float, peer: float = 0.01, **goals: float) -> Figure:
    return Figure("page", Timing(cpu, cpu), "empty page", Timing(peer, peer), **goals)


@pytest.mark.parametrize(
    ("measured", "met"),
    [
        (figure(0.1, cpu_goal=0.1), True),
        (figure(0.101, cpu_goal=0.1), False),
        (figure(0.05, ratio_goal=5), True),
        (figure(0.051, ratio_goal=5), False),
        (figure(0.05, cpu_goal=0.01, ratio_goal=5), False),
        (figure(9), True),
    ],
)
def test_a_goal_is_an_upper_bound_and_every_goal_counts(measured: Figure, met: bool) -> None:
    assert measured.met is met


def test_columns_line_up_with_chinese_in_them() -> None:
    first, second = aligned([("汇总", "1"), ("page", "2")]).splitlines()
    assert width("汇总") == 4
    assert first == "汇总  1"
    assert second == "page  2"


def test_a_report_names_the_goal_the_peer_and_the_verdict() -> None:
    line = report([figure(0.08, cpu_goal=0.1, ratio_goal=5)]).splitlines()[1]
    for part in ("page", "80 ms", "≤ 100 ms, ≤ 5×", "✗", "empty page", "8.00×"):
        assert part in line


@pytest.mark.parametrize(
    ("mark", "met"),
    [
        (Mark("F1", 0.9, least=0.9), True),
        (Mark("F1", 0.89, least=0.9), False),
        (Mark("memory", 300, most=300), True),
        (Mark("memory", 301, most=300), False),
        (Mark("ratio", 2, least=1, most=1.5), False),
        (Mark("only shown", 7), True),
    ],
)
def test_a_mark_has_goals_on_either_side(mark: Mark, met: bool) -> None:
    assert mark.met is met


def test_times_and_marks_stand_in_one_report() -> None:
    mark = Mark("F1", 0.875, least=0.9, peer_name="another", peer=0.5)
    head, first, second = report([figure(0.08), mark]).splitlines()
    assert "goal" in head
    assert "80 ms" in first
    for part in ("F1", "0.875", "≥ 0.9", "✗", "another", "0.5"):
        assert part in second


def test_measuring_calls_once_to_warm_up_and_keeps_the_best() -> None:
    calls: list[int] = []
    timing = measure(lambda: calls.append(1), repeat=3, inner=2)
    assert len(calls) == 7
    assert 0 <= timing.cpu < 1


@pytest.mark.parametrize(("seconds", "text"), [(0.0123, "12.3 ms"), (2.5, "2.5 s")])
def test_times_are_shown_with_three_figures(seconds: float, text: str) -> None:
    assert milliseconds(seconds) == text
