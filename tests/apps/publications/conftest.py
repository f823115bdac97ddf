"""A programme assessed as of September, and its first edition."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.apps.assessments.conftest import reported, run
from tests.cast import Cast
from tongchou.apps.publications.actions import publish

if TYPE_CHECKING:
    from tongchou.apps.assessments.models import Run
    from tongchou.apps.publications.models import Edition

__all__ = ["reported", "run"]

DATED = date(2023, 10, 20)


@pytest.fixture
def edition(run: Run, cast: Cast) -> Edition:
    return publish(programme=run.programme, run=run, by=cast.coordinator, on=DATED)
