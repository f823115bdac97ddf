"""A light scheme is data: every whole number has exactly one light, or the file is refused."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.assessment.scheme import (
    Measure,
    check_scheme,
    load_scheme,
    scheme_from_json,
)
from tongchou.domain.shared.findings import Refused

SCHEME = load_scheme()


def changed(**paths: object) -> dict:
    data = copy.deepcopy(dict(SCHEME.data))
    data.update(paths)
    return data


def bounds_of(measure: int, *bounds: tuple[str, int | None, int | None]) -> dict:
    data = copy.deepcopy(dict(SCHEME.data))
    data["measures"][measure]["bounds"] = [
        {"light": light, "from": start, "to": end} for light, start, end in bounds
    ]
    return data


def codes(data: dict) -> list[str]:
    return [finding.code for finding in check_scheme(data)]


def test_the_scheme_that_comes_with_the_product_is_whole() -> None:
    assert check_scheme(SCHEME.data) == []
    assert not SCHEME.adopted
    assert SCHEME.standing.zh == "示例规则"


@pytest.mark.parametrize(
    ("measure", "value", "light"),
    [
        (Measure.RELATIVE_SHORTFALL, -5, "green"),
        (Measure.RELATIVE_SHORTFALL, 0, "green"),
        (Measure.RELATIVE_SHORTFALL, 1, "yellow"),
        (Measure.RELATIVE_SHORTFALL, 500_000, "yellow"),
        (Measure.RELATIVE_SHORTFALL, 500_001, "red"),
        (Measure.RELATIVE_SHORTFALL, 1_000_000, "red"),
        (Measure.DAYS_BEHIND, 0, "green"),
        (Measure.DAYS_BEHIND, 1, "yellow"),
        (Measure.DAYS_BEHIND, 7, "yellow"),
        (Measure.DAYS_BEHIND, 8, "orange"),
        (Measure.DAYS_BEHIND, 14, "orange"),
        (Measure.DAYS_BEHIND, 15, "red"),
        (Measure.DAYS_BEHIND, 400, "red"),
    ],
)
def test_bounds_are_inclusive(measure: Measure, value: int, light: str) -> None:
    code = SCHEME.lights_of(measure, np.array([value], dtype=np.int64))[0]
    assert SCHEME.lights[code].code == light
    assert SCHEME.bound_of(measure, value).light == light


@given(st.integers(-(10**9), 10**9), st.sampled_from(list(Measure)))
def test_every_whole_number_has_one_light(value: int, measure: Measure) -> None:
    code = SCHEME.lights_of(measure, np.array([value], dtype=np.int64))[0]
    assert SCHEME.lights[code].code == SCHEME.bound_of(measure, value).light


def test_a_gap_is_found_and_named() -> None:
    data = bounds_of(1, ("green", None, 0), ("yellow", 2, 7), ("red", 8, None))
    (finding,) = check_scheme(data)
    assert finding.code == "A104"
    assert "1 至 1" in finding.message("zh")


@pytest.mark.parametrize(
    ("bounds", "found"),
    [
        ([("green", None, 0), ("yellow", 0, 7), ("red", 8, None)], ["A105"]),
        ([("green", None, 0), ("yellow", 1, None), ("red", 8, None)], ["A105"]),
        ([("green", None, 0), ("green", None, 5), ("red", 6, None)], ["A105"]),
        ([("green", 0, 0), ("yellow", 1, None)], ["A104"]),
        ([("green", None, 0), ("yellow", 1, 7)], ["A104"]),
        ([("green", None, -3), ("yellow", -1, None)], ["A104"]),
        ([("green", None, 0), ("yellow", 7, 1), ("red", 8, None)], ["A107"]),
        ([("green", None, 0), ("purple", 1, None)], ["A106"]),
    ],
)
def test_faults_of_bounds(bounds: list, found: list[str]) -> None:
    assert codes(bounds_of(1, *bounds)) == found


def test_unknown_and_missing_measures() -> None:
    data = changed()
    data["measures"][1]["measure"] = "mood"
    assert codes(data) == ["A102", "A103"]


def test_an_unknown_way_of_rolling_up() -> None:
    assert codes(changed(roll_up={**SCHEME.data["roll_up"], "task": "average"})) == ["A108"]


@pytest.mark.parametrize(
    "data",
    [
        {},
        changed(adopted="no"),
        changed(lights=[{"code": "green"}]),
        changed(measures=[{"measure": "days_behind", "bounds": []}]),
        changed(measures=[{"measure": "days_behind", "bounds": [{"light": "green"}]}]),
        changed(title={"zh": "规则"}),
    ],
)
def test_an_incomplete_file_is_refused_with_findings(data: dict) -> None:
    with pytest.raises(Refused) as caught:
        scheme_from_json(data)
    assert {finding.code for finding in caught.value.findings} == {"A101"}


def test_a_bound_of_half_a_unit_is_refused() -> None:
    data = changed()
    data["measures"][1]["bounds"][0]["to"] = 0.5
    assert codes(data) == ["A101"]
