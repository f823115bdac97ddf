"""The words of a government site round an article: its tools, its owner, its catalogue."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

from tongchou.domain.shared.data import load

Line = tuple[str, str]
"""A text and its style."""
ENOUGH = 3
"""So many labels of the catalogue stand together only in its entry for a document."""
_LONGEST_LINE = 200


def article_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of the article itself. Of the site's catalogue the document number stays, as a
    line of its own: some pages print it nowhere else."""
    own = (line for line in lines if not _is_tool(line[0]))
    for is_index, group in groupby(own, lambda line: _label(line[0]) in index_labels()):
        found = list(group)
        if is_index and len(found) >= ENOUGH:
            yield from ((_value(text), style) for text, style in found if _is_number(text))
        else:
            yield from found


def index_number(cells: Iterable[str]) -> str:
    """The document number among the cells of a catalogue's table: behind its label."""
    label = ""
    for cell in cells:
        if label in _furniture()["index"]["numbers"]:
            return cell
        label = _plain(cell)
    return ""


def is_path(start: str) -> bool:
    """Whether an element that starts so shows the way from the front page to here."""
    return start.startswith(tuple(_furniture()["positions"]))


@cache
def index_labels() -> frozenset[str]:
    index = _furniture()["index"]
    return frozenset(index["labels"]) | frozenset(index["numbers"])


def _is_number(text: str) -> bool:
    return _label(text) in _furniture()["index"]["numbers"] and bool(_value(text))


def _is_tool(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and bool(_lines().search(text))


def _label(text: str) -> str:
    """What stands before the colon of a short line."""
    label, colon, _ = text[:_LONGEST_LINE].replace(":", "：").partition("：")
    return _plain(label) if colon and len(text) <= _LONGEST_LINE else ""


def _value(text: str) -> str:
    return text.replace(":", "：").partition("：")[2].strip()


def _plain(label: str) -> str:
    return "".join(label.split()).rstrip("：:")


@cache
def _lines() -> re.Pattern[str]:
    return re.compile("|".join(_furniture()["lines"]))


def _furniture() -> Any:
    return load("tongchou.documents.web", "furniture.json")
