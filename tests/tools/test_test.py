"""How a test run is put together: which browser, which folders, which database."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import browser, test
from tools.say import Stop


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    return tmp_path


def program(folder: Path, name: str) -> str:
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)
    return str(folder / name)


def test_a_browser_is_found_by_its_usual_names(path: Path) -> None:
    assert browser.find_chromium() is None
    chrome = program(path, "google-chrome")
    assert browser.prepare() == chrome
    chromium = program(path, "chromium")
    assert browser.prepare() == chromium


def test_a_named_browser_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "chromium")
    named = program(path, "my-browser")
    monkeypatch.setenv(browser.VARIABLE, named)
    assert browser.prepare() == named


def test_a_named_browser_that_cannot_run_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(browser.VARIABLE, str(path / "nothing"))
    with pytest.raises(Stop, match=browser.VARIABLE):
        browser.find_chromium()


@pytest.mark.usefixtures("path")
def test_no_browser_and_no_way_to_get_one_is_one_line() -> None:
    with pytest.raises(Stop, match="apt-get install chromium fonts-noto-cjk"):
        browser.prepare()


def test_folders_that_are_not_there_are_left_out() -> None:
    assert test.present(["tests/tools", "tests/nowhere"]) == ["tests/tools"]


@pytest.mark.parametrize(
    ("database", "seen"), [(None, "no database"), ("postgresql://x/y", "postgresql://x/y")]
)
def test_a_run_gets_its_own_data_folder_and_its_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: str | None, seen: str
) -> None:
    monkeypatch.setenv(test.DATABASE, "left over from the caller")
    (tmp_path / "test_it.py").write_text(
        "import os, pathlib\n"
        "def test_it():\n"
        "    told = os.environ['TONGCHOU_DATA'], os.environ.get('TONGCHOU_DATABASE_URL')\n"
        f"    pathlib.Path({str(tmp_path / 'told')!r}).write_text(repr(told))\n"
    )
    arguments = ["-q", "-p", "no:django", "-c", "/dev/null", str(tmp_path / "test_it.py")]
    assert test.pytest(arguments, tmp_path / "data", database) == 0
    told = (tmp_path / "told").read_text()
    assert str(tmp_path / "data") in told
    assert (seen in told) if database else told.endswith("None)")
