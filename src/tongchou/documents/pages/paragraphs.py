"""Lines of running text as paragraphs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongchou.documents.pages.content import PageContent
from tongchou.documents.pages.lines import TextLine
from tongchou.documents.pages.wrapping import (
    has_room,
    is_new_item,
    is_other_size,
    is_spaced,
    joined,
    normal_pitch,
)

INDENT = 0.7
SAME_START = 0.3
USUAL_INDENT = 2
DEEPEST = 4.5
"""A paragraph's first line may stand in this far; what stands further in is set to the right."""
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of running text begin and how far they reach, on pages of one width."""

    left: float
    right: float


class Paragraphs:
    """Joins lines by the margins and the line distance of the whole file."""

    def __init__(self, pages: Sequence[PageContent]) -> None:
        self.columns = _columns(pages)
        self.pitch = normal_pitch(
            (line, after)
            for page in pages
            for line, after in pairwise(page.lines)
            if not (line.pieces or after.pieces)
        )

    def read(self, lines: Iterable[TextLine]) -> list[str]:
        paragraphs: list[list[TextLine]] = []
        for line in lines:
            if paragraphs and self._runs_on(paragraphs[-1], line):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        return [joined([line.text for line in paragraph]) for paragraph in paragraphs]

    def _runs_on(self, paragraph: Sequence[TextLine], after: TextLine) -> bool:
        line = paragraph[-1]
        if is_other_size(line, after) or is_spaced(line, after, self.pitch):
            return False
        if is_new_item(line, after):
            return False
        column = self.columns[line.page]
        left, right = line.x0 - column.left, column.right - line.x1
        if len(paragraph) == 1 and left > SAME_START * line.size:
            centred = abs(left - right) < SAME_START * line.size
            indented = abs(left - USUAL_INDENT * line.size) < SAME_START * line.size
            if left > DEEPEST * line.size or (centred and not indented):
                return False
        if after.x0 - self.columns[after.page].left > INDENT * after.size:
            hangs = len(paragraph) > 1 and abs(after.x0 - line.x0) < SAME_START * after.size
            if not hangs:
                return False
        return not has_room(line, after, right)


def _columns(pages: Sequence[PageContent]) -> Mapping[int, Column]:
    """The column of each page, by its number."""
    lines: dict[int, list[TextLine]] = {}
    for page in pages:
        lines.setdefault(round(page.width), []).extend(page.lines)
    widths = {width: _column(found, width) for width, found in lines.items()}
    return {page.number: widths[round(page.width)] for page in pages}


def _column(lines: Sequence[TextLine], width: float) -> Column:
    """The left and right ends that several lines share; where few lines are long, the right
    margin of the page is taken to be like the left one."""
    if not lines:
        return Column(0, width)
    em = sorted(line.size for line in lines)[len(lines) // 2]
    left = _shared([line.x0 for line in lines], em)
    left = min(line.x0 for line in lines) if left is None else left
    ends = [line.x1 for line in lines if line.x1 <= width - left + em]
    right = -(_shared([-line.x1 for line in lines], em) or 0)
    longer = max((end for end in ends if end > right + em), default=None)
    return Column(left, right if right and longer is None else max([*ends, width - left]))


def _shared(values: Sequence[float], em: float) -> float | None:
    """The smallest place where enough of the values lie together."""
    bins = Counter(round(value / (em / 2)) for value in values)
    for place in sorted(bins):
        near = [v for v in values if place - 1 <= v / (em / 2) <= place + 1]
        if len(near) >= max(ENOUGH, len(values) / 20):
            return min(near)
    return None
