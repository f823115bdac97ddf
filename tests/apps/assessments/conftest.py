"""A programme with September reported and approved, and its first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.apps.assessments.world import ON, SEPTEMBER, report_all
from tests.cast import Cast
from tongchou.apps.assessments.actions import assess

if TYPE_CHECKING:
    from tongchou.apps.assessments.models import Run
    from tongchou.apps.programmes.models import Programme


@pytest.fixture
def reported(programme: Programme, cast: Cast) -> Programme:
    report_all(programme, cast)
    return programme


@pytest.fixture
def run(reported: Programme, cast: Cast) -> Run:
    return assess(programme=reported, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
