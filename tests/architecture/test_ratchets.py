"""Lengths and named places: the tree keeps them, and a breach is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import ratchets


def written(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_the_tree_keeps_the_ratchets() -> None:
    assert ratchets.breaches() == []


def test_a_file_of_301_lines_is_seen_and_one_of_300_is_not(tmp_path: Path) -> None:
    written(tmp_path, "src/long.py", "x = 1\n" * 301)
    written(tmp_path, "src/full.py", "x = 1\n" * 300)
    assert list(ratchets.too_long(tmp_path)) == ["src/long.py: 301 lines, 300 allowed"]


def test_a_function_of_41_lines_is_seen(tmp_path: Path) -> None:
    written(tmp_path, "src/f.py", "def f():\n" + "    x = 1\n" * 40)
    assert list(ratchets.too_long(tmp_path)) == ["src/f.py:1: f has 41 lines, 40 allowed"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("--|find-links somewhere", "a registry"),
        ("see https://pypi.|org/project/x", "a registry"),
        ('"resolved": "https://registry.|npmjs.org/x"', "a registry"),
        ("lies in /|srv-less", None),
        ("lies in /|opt/x", "a machine's path"),
        ("lies in /|home/anna/x", "a machine's path"),
        ('open("/|tmp/x")', "a machine's path"),
    ],
)
def test_a_named_place_is_seen(tmp_path: Path, text: str, what: str | None) -> None:
    """The bar keeps this file from naming what it looks for."""
    written(tmp_path, "notes.md", f"first\n{text.replace('|', '')}\n")
    if what is None:
        assert list(ratchets.named_places(tmp_path)) == []
        return
    (line,) = ratchets.named_places(tmp_path)
    assert line.startswith(f"notes.md:2: names {what}")


@pytest.mark.parametrize(
    "text", ["src/tmp/x", "https://example.org/home/x", "<dir>/tmp/x", "/usr/bin"]
)
def test_an_innocent_path_is_not_seen(tmp_path: Path, text: str) -> None:
    written(tmp_path, "notes.md", text)
    assert list(ratchets.named_places(tmp_path)) == []


def test_migrations_may_be_as_long_as_django_writes_them(tmp_path: Path) -> None:
    written(tmp_path, "src/app/migrations/0001_initial.py", "x = 1\n" * 301)
    assert list(ratchets.too_long(tmp_path)) == []


def test_what_is_made_at_set_up_is_not_looked_at(tmp_path: Path) -> None:
    written(tmp_path, ".venv/lib/x.py", "/" + "home/anna\n")
    written(tmp_path, "node_modules/x/readme.md", "/" + "home/anna\n")
    assert ratchets.breaches(tmp_path) == []


def test_a_binary_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "image.png").write_bytes(b"\x89PNG\0 /" + b"home/anna")
    assert ratchets.breaches(tmp_path) == []
