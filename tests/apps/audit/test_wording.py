"""Every action that any app writes has its words, and no word is left without its action."""

from __future__ import annotations

import re
from pathlib import Path

import tongchou
from tongchou.apps.audit.wording import WORDS, words_of
from tongchou.domain.shared.text import Text

APPS = Path(tongchou.__file__).parent / "apps"
ACTION = re.compile(r"\"([a-z]+(?:\.[a-z_]+)+)\"")
CALLS = re.compile(r"(?:action=|\blog_\w+\(\s*|\b_log\(\s*)(.{0,120}?)[,)]", re.DOTALL)


def written() -> set[str]:
    """The action codes given to `log`, directly or through an app's own helper."""
    found = set()
    for path in APPS.glob("*/**/*.py"):
        for call in CALLS.findall(path.read_text("utf-8")):
            found.update(ACTION.findall(call))
    return found


def test_each_action_has_its_words_and_each_word_its_action() -> None:
    assert written() == set(WORDS)


def test_an_action_of_another_version_is_shown_by_its_code() -> None:
    assert words_of("thing.done") == Text("thing.done", "thing.done")
