from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tests.apps.reports.world import IN_APRIL, World, build
from tests.cast import Cast, signed_in

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper


@pytest.fixture
def world(cast: Cast) -> World:
    return build(cast)


@pytest.fixture(autouse=True)
def today(settings: SettingsWrapper) -> Callable[[date], None]:
    """The business date of the pages: in the first days of May until a test says otherwise."""

    def becomes(day: date) -> None:
        settings.TONGCHOU_BUSINESS_DATE = day.isoformat()

    becomes(IN_APRIL)
    return becomes


@pytest.fixture
def liaison(world: World) -> Client:
    return signed_in(world.cast.liaison["万州"])
