"""LibreOffice for the tests: found, got, or asked for in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongchou.documents import office as product
from tools import office
from tools.say import Stop


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(office.VARIABLE, raising=False)
    monkeypatch.setattr(product, "USUAL", ())
    return tmp_path


def program(folder: Path) -> str:
    (folder / "soffice").write_text("#!/bin/sh\n")
    (folder / "soffice").chmod(0o755)
    return str(folder / "soffice")


def test_one_that_is_there_is_taken(path: Path) -> None:
    there = program(path)
    assert office.prepare() == there


def test_one_that_is_not_is_installed_where_that_is_allowed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def install(*packages: str) -> None:
        asked.extend(packages)
        program(path)

    monkeypatch.setattr(office, "can_install", lambda: True)
    monkeypatch.setattr(office, "install", install)
    assert office.prepare() == str(path / "soffice")
    assert asked == ["libreoffice-writer-nogui", "libreoffice-calc-nogui"]


@pytest.mark.usefixtures("path")
def test_none_and_no_way_to_get_one_is_one_line() -> None:
    with pytest.raises(Stop, match="apt-get install libreoffice-writer-nogui") as stopped:
        office.prepare()
    assert "\n" not in str(stopped.value)
