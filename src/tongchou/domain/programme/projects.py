"""Named undertakings: the works a figure of investment belongs to."""

import re
from functools import cache

from tongchou.domain.programme.vocabulary import vocabulary

_TAILS = re.compile(r"(并|计划|预计|力争|争取|确保|全年|今年|本年|20\d\d年)+$")


@cache
def _money() -> re.Pattern[str]:
    return re.compile(vocabulary()["project_money"])


@cache
def _lead_ins() -> re.Pattern[str]:
    words = sorted(vocabulary()["project_lead_ins"], key=len, reverse=True)
    return re.compile(f"^(?:{'|'.join(map(re.escape, words))})+")


def project_of(text: str, before: str = "") -> str | None:
    """The undertaking whose investment a text states: 青龙水库 in 青龙水库完成投资2亿元.

    A text that begins with the verb takes the undertaking named last in `before`, the earlier
    words of its sentence.
    """
    money = _money().search(text)
    if not money:
        return None
    subject = _subject(text[: money.start()])
    if subject:
        return subject
    if text[: money.start()].strip():
        return None
    pieces = [piece for piece in re.split(r"[，,、]", before) if piece]
    for piece in reversed(pieces):
        earlier = _money().search(piece)
        subject = _subject(piece[: earlier.start()] if earlier else piece)
        if subject:
            return subject
    return None


def _subject(words: str) -> str | None:
    name = _TAILS.sub("", words.strip())
    name = _lead_ins().sub("", name)
    name = re.split(r"[：:]", name)[-1]
    if len(name) < 3 or name in vocabulary()["project_parts"]:
        return None
    return name if name.endswith(tuple(vocabulary()["project_endings"])) else None
