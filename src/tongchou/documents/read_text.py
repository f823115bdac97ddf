"""Text files: paragraphs, and tables flattened to one cell a line behind a tab."""

import codecs
import re
import unicodedata

from tongchou.documents.findings import NotText
from tongchou.documents.guard import MAX_CHARACTERS, GuardError, too_much
from tongchou.domain.notice.document import Block
from tongchou.domain.shared.text import printable

_LINES = re.compile(r"\r\n|\r|\n")
_ENOUGH = 0.95
_SAMPLE = 20_000


def read_text(data: bytes, name: str) -> tuple[Block, ...]:
    """A line led by a tab opens a cell that runs to the next such line; other lines are
    paragraphs, blank ones are left out. Raises GuardError when the bytes are no text."""
    text = decode(data, name)
    if len(text) > MAX_CHARACTERS:
        raise GuardError(too_much(name))
    return blocks_of(printable(text))


def decode(data: bytes, name: str) -> str:
    """UTF-8 (with or without mark), UTF-16, or GB18030. Raises GuardError."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, encoding) or _refuse(name)
    text = _strict(data, "utf-8")
    if text is not None and _likeness(text) >= _ENOUGH:
        return text
    likely = "gb18030", "utf-16-le", "utf-16-be"
    texts = [text for encoding in likely if (text := _strict(data, encoding))]
    best = max(texts, key=_likeness, default="")
    return best if best and _likeness(best) >= _ENOUGH else _refuse(name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse(name: str) -> str:
    raise GuardError(NotText(name=name))


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


def blocks_of(text: str) -> tuple[Block, ...]:
    """Blocks of a decoded text; the blank line that ends the last cell ends the table."""
    blocks: list[Block] = []
    cell: list[str] | None = None
    lines = _LINES.split(text)
    last_tab = max((i for i, line in enumerate(lines) if line.startswith("\t")), default=-1)

    def close() -> None:
        if cell is not None:
            blocks.append(Block(len(blocks), "cell", "\n".join(cell), table=0))

    for i, line in enumerate(lines):
        if line.startswith("\t"):
            close()
            cell = [line[1:]]
        elif cell is not None and not (i > last_tab and not line.strip()):
            cell.append(line)
        else:
            close()
            cell = None
            if line.strip():
                blocks.append(Block(len(blocks), "paragraph", line))
    close()
    return tuple(blocks)
