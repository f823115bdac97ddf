"""The stamp that spares the second start, and the lock files it stands for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools import environment
from tools.places import ROOT

LOCKS = ("runtime", "test", "bench", "node")
PINNED = re.compile(r"^([a-z0-9-]+)==([^\s;\\]+)(.*)$")


def pins(name: str) -> set[tuple[str, str, str]]:
    text = environment.lock_path(name).read_text(encoding="utf-8")
    found = [PINNED.match(line) for line in text.splitlines()]
    return {(m[1], m[2], m[3].strip(" \\")) for m in found if m}


@pytest.fixture
def stamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like an environment; its stamp is what the test writes."""
    python = tmp_path / "python"
    python.touch()
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(environment, "VENV_PYTHON", python)
    return python


def test_nothing_is_ready_without_a_stamp(stamped: Path) -> None:
    assert stamped.exists()
    assert not environment.is_ready("runtime")


def test_what_was_installed_is_ready_and_nothing_else(stamped: Path) -> None:
    environment.write_stamp({"runtime": environment.key_of("runtime")})
    assert environment.is_ready("runtime")
    assert not environment.is_ready("test")
    stamped.unlink()
    assert not environment.is_ready("runtime")


def test_a_changed_lock_is_noticed(stamped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.write_stamp({"runtime": environment.key_of("runtime")})
    changed = stamped.parent / "requirements"
    changed.mkdir()
    (changed / "runtime.lock").write_text("other")
    monkeypatch.setattr(environment, "REQUIREMENTS", changed)
    assert not environment.is_ready("runtime")


def test_an_environment_that_was_moved_is_not_ready(
    stamped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.write_stamp({"runtime": environment.key_of("runtime")})
    monkeypatch.setattr(environment, "ROOT", ROOT / "docs")
    monkeypatch.setattr(environment, "key_of", lambda _name: environment.read_stamp()["runtime"])
    assert stamped.exists()
    assert not environment.is_ready("runtime")


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes_and_no_address(name: str) -> None:
    text = environment.lock_path(name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE)
    blocks = re.split(r"(?m)^(?=\S)", text)
    without = [b.split()[0] for b in blocks if b.strip() and "--hash=sha256:" not in b]
    assert without == []


def test_each_lock_holds_all_of_the_one_before() -> None:
    assert pins("runtime") <= pins("test") <= pins("bench")


def test_the_npm_lock_has_hashes_and_no_address() -> None:
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    assert '"resolved"' not in text
    assert text.count('"integrity"') == text.count('"node_modules/')
