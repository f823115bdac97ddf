"""What every test may rely on: the cast, the real notice where it lies, no silent skip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connections
from hypothesis import settings

# Examples are the same in every run, and none is failed by a slow machine.
settings.register_profile("tongchou", deadline=None, derandomize=True)
settings.load_profile("tongchou")

pytest_plugins = ["tests.cast", "tests.programmes_cast", "tests.skips"]

CHECKOUT = Path(__file__).resolve().parent.parent
REAL_NOTICE = "wandakai-2023.txt"


def notices_folder() -> Path:
    """The folder of real notices: named by TONGCHOU_NOTICES, else beside the checkout."""
    named = os.environ.get("TONGCHOU_NOTICES")
    return Path(named) if named else CHECKOUT.parent / "shared" / "notices"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every process tests on an SQLite file of its own, however many runs there are at once."""
    connection = connections["default"]
    if connection.vendor == "sqlite":
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(name)


@pytest.fixture(scope="session")
def real_notice() -> Path:
    """The notice of 2023 as its offices published it; it is not part of the project."""
    path = notices_folder() / REAL_NOTICE
    if not path.is_file():
        pytest.skip(f"{REAL_NOTICE} is not here: name its folder in TONGCHOU_NOTICES")
    return path
