from __future__ import annotations

import pytest

from tests.apps.reports.world import World, build
from tests.cast import Cast


@pytest.fixture
def world(cast: Cast) -> World:
    return build(cast)
