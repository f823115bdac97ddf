"""What the plan asks by the end of a period, in words of the target's own unit."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import numpy as np

from tongchou.domain.programme.plan import CODES, day_column, expected
from tongchou.domain.programme.target import Curve
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.quantities import format_quantity, in_unit, units

from .lines import ReportLine

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Target

MILLIONTH = Decimal("0.000001")
SHOWN = Decimal("0.01")
"""An expectation is shown to two places of the printed unit."""


def expected_figures(lines: list[ReportLine], as_of: date) -> dict[UUID, str]:
    """By target; a target without a plan has none."""
    planned = [line.target for line in lines if line.target.curve and line.target.value]
    if not planned:
        return {}
    figures = expected(
        curve=np.array([CODES[Curve(target.curve)] for target in planned], dtype=np.int8),
        annual=np.array([float(target.value) for target in planned]),
        start=day_column([target.plan_start for target in planned]),
        end=day_column([target.plan_end for target in planned]),
        as_of=np.datetime64(as_of),
    )
    return {
        target.uuid: _worded(target, float(figure))
        for target, figure in zip(planned, figures, strict=True)
        if not np.isnan(figure)
    }


def _worded(target: "Target", figure: float) -> str:
    value = Decimal(repr(figure)).quantize(MILLIONTH)
    if target.printed_unit not in units():
        return format_quantity(value, target.unit)
    shown = in_unit(value, target.printed_unit).quantize(SHOWN)
    return f"{decimal_text(shown)}{target.printed_unit}"
