"""Bytes as text: the encodings of Chinese offices, found by themselves."""

import codecs
import unicodedata

from tongchou.documents.findings import BadCharacters, NotText
from tongchou.documents.guard import MAX_CHARACTERS, GuardError, too_much
from tongchou.domain.shared.findings import Finding

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
INSTEAD = "\ufffd"
_ENOUGH = 0.95
_SAMPLE = 20_000
_MOST_BROKEN = 0.002
_ALWAYS_BEARABLE = 8


def decode(data: bytes, name: str, most: int = MAX_CHARACTERS) -> tuple[str, tuple[Finding, ...]]:
    """UTF-8, UTF-16 or GB18030, with or without a mark. A few broken bytes are replaced and
    said. Raises GuardError for what is no text, or more than `most` characters of it."""
    text = try_decode(data)
    if text is None:
        raise GuardError(NotText(name=name))
    if len(text) > most:
        raise GuardError(too_much(name))
    count = text.count(INSTEAD)
    return text, (BadCharacters(name=name, count=count),) if count else ()


def try_decode(data: bytes) -> str | None:
    """The text, or None where no encoding of an office gives one."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _bearable(data, encoding)
    text = _strict(data, "utf-8")
    if text is not None and _likeness(text) >= _ENOUGH:
        return text
    texts = [text for encoding in GUESSES[1:] if (text := _strict(data, encoding))]
    best = max(texts, key=_likeness, default="")
    if best and _likeness(best) >= _ENOUGH:
        return best
    mended = [text for encoding in GUESSES if (text := _bearable(data, encoding)) is not None]
    return max(mended, key=_likeness, default=None)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _bearable(data: bytes, encoding: str) -> str | None:
    """The text with its few broken bytes replaced; None where they are many."""
    if not _is_bearable(data[:_SAMPLE].decode(encoding, "replace")):
        return None
    text = data.decode(encoding, "replace")
    return text if _is_bearable(text) else None


def _is_bearable(text: str) -> bool:
    broken = text.count(INSTEAD)
    few = broken <= max(_ALWAYS_BEARABLE, len(text) * _MOST_BROKEN)
    return few and _likeness(text) >= _ENOUGH


def _likeness(text: str) -> float:
    """The share of characters an office would write: no controls, no unassigned or rare ones."""
    sample = text[:_SAMPLE]
    return sum(map(_usual, sample)) / max(len(sample), 1)


def _usual(c: str) -> bool:
    if c < "\u0080":
        return c in "\t\n\r\f\v" or c >= " "
    if "\u4e00" <= c <= "\u9fff" or "\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uffef":
        return True
    if "\u3400" <= c <= "\u4dbf" or "\ua000" <= c <= "\ud7ff" or c >= "\ue000":
        return False
    return unicodedata.category(c)[0] in "LNPSZ" and c < "\u3000"
