"""One line in both languages: what is being done, or what is missing and how to mend it."""

from __future__ import annotations

import sys
from typing import NoReturn


class Stop(Exception):
    """The work cannot go on until a person mends something; its text says what."""


def stop(zh: str, en: str) -> NoReturn:
    raise Stop(f"{zh} / {en}")


def step(zh: str, en: str) -> None:
    print(f"· {zh} / {en}", file=sys.stderr, flush=True)
