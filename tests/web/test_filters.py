"""How values are written on pages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import jinja2
import pytest
from django.template import engines
from django.utils.translation import override

from tongchou.domain.shared.text import Text
from tongchou.web.jinja import NOTHING, day, figure, instant, label


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("69300", "69,300"),
        ("2.750", "2.75"),
        ("0.80", "0.8"),
        ("0", "0"),
        ("-1234.5", "-1,234.5"),
        ("-0.25", "-0.25"),
        (Decimal("2.75E+8"), "275,000,000"),
        (999, "999"),
        ("14500000000", "14,500,000,000"),
        ("", NOTHING),
        (None, NOTHING),
    ],
)
def test_figures_are_grouped_trimmed_and_never_zero_when_missing(value: object, shown: str) -> None:
    assert figure(value) == shown  # type: ignore[arg-type]


def test_a_float_is_no_figure() -> None:
    with pytest.raises(TypeError, match="never a float"):
        figure(0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2023, 10, 20), "2023-10-20"),
        ("2023-10-20", "2023-10-20"),
        (datetime(2023, 10, 20, 17, 0, tzinfo=UTC), "2023-10-21"),
        (None, NOTHING),
        ("", NOTHING),
    ],
)
def test_days_are_those_of_the_offices(value: object, shown: str) -> None:
    assert day(value) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2023, 10, 20, 17, 5, 59, tzinfo=UTC), "2023-10-21 01:05"),
        ("2023-10-20T17:05:59+00:00", "2023-10-21 01:05"),
        (None, NOTHING),
    ],
)
def test_moments_are_in_shanghai_to_the_minute(value: object, shown: str) -> None:
    assert instant(value) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [Text("红灯", "Red"), {"zh": "红灯", "en": "Red"}])
def test_labels_are_in_the_language_of_the_page(text: object) -> None:
    with override("zh-hans"):
        assert label(text) == "红灯"
    with override("en"):
        assert label(text) == "Red"


def test_other_labels_are_shown_as_they_are() -> None:
    assert label("红灯") == "红灯"


def test_an_undefined_name_is_an_error() -> None:
    template = engines.all()[0].from_string("{{ nothing }}")
    with pytest.raises(jinja2.UndefinedError):
        template.render({})


def test_values_are_escaped() -> None:
    template = engines.all()[0].from_string("{{ text }} {{ _('Next') }}")
    assert template.render({"text": "<b>"}).startswith("&lt;b&gt;")
