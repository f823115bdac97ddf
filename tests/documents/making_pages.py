"""Notices set on pages for the tests: where each line of words and each rule of a table goes.

Lengths are points, y downwards. The pages are then written as PDF (making_pdf) or OFD
(making_ofd).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.documents.making import COLUMNS, Flattened

Measure = Callable[[str, float], float]
SHARES = (10, 30, 22, 46, 46, 34, 14)
PITCH = 1.5
BELOW = 0.2
STOPS = "，。、；：！？）》”％%"
_PARTS = re.compile(r"[A-Za-z0-9.,%]+|.", re.DOTALL)


@dataclass(frozen=True)
class Paper:
    width: float = 595
    height: float = 842
    margin: float = 80
    size: float = 14
    cell_size: float = 9
    padding: float = 4
    indent: bool = True
    ruled: bool = True
    repeat_head: bool = False
    break_rows: bool = True
    close_breaks: bool = True
    middle: bool = False
    running_head: str = ""
    page_numbers: bool = True


@dataclass
class Sheet:
    """One page: (x, base, size, words) and (x0, y0, x1, y1)."""

    texts: list[tuple[float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def em_width(text: str, size: float) -> float:
    return sum(size / 2 if c.isascii() else size for c in text)


def wrapped(text: str, width: float, size: float, measure: Measure, first: float = 0) -> list[str]:
    """Lines as a word processor breaks them: no word is divided, no stop begins a line."""
    lines, room = [""], width - first
    parts = _PARTS.findall(text)
    for i, part in enumerate(parts):
        unit = part + (parts[i + 1] if i + 1 < len(parts) and parts[i + 1] in STOPS else "")
        if lines[-1] and part not in STOPS and measure(lines[-1] + unit, size) > room:
            lines.append("")
            room = width
        lines[-1] += part
    return lines


class Layout:
    """Sets paragraphs and tables one below the other; `sheets` are the pages."""

    def __init__(self, paper: Paper, measure: Measure) -> None:
        self.paper = paper
        self.measure = measure
        self.sheets: list[Sheet] = []
        self.new_page()

    @property
    def end(self) -> float:
        return self.paper.height - self.paper.margin

    def new_page(self) -> None:
        paper = self.paper
        self.sheets.append(Sheet())
        self.y = paper.margin
        number = f"— {len(self.sheets)} —"
        if paper.running_head:
            self.sheets[-1].texts.append((paper.margin, 40, 9, paper.running_head))
        if paper.page_numbers:
            self.sheets[-1].texts.append((paper.width / 2 - 12, paper.height - 40, 9, number))

    def words(self, text: str, x: float, y: float, size: float) -> None:
        """A line whose upper left corner is at (x, y)."""
        if text.strip():
            self.sheets[-1].texts.append((x, y + size * (1 - BELOW), size, text))

    def paragraph(self, text: str, align: str = "left") -> None:
        paper, size = self.paper, self.paper.size
        width = paper.width - 2 * paper.margin
        first = 2 * size if align == "left" and paper.indent else 0.0
        for i, line in enumerate(wrapped(text, width, size, self.measure, first)):
            if self.y + size * PITCH > self.end:
                self.new_page()
            spare = width - self.measure(line, size)
            shift = {"centre": spare / 2, "right": spare}.get(align, 0 if i else first)
            self.words(line, paper.margin + shift, self.y, size)
            self.y += size * PITCH

    def table(self, rows: Sequence[Sequence[str]], shares: Sequence[float] = SHARES) -> None:
        """Rows of as many cells as there are shares; of a row of two the second spans the rest."""
        paper = self.paper
        scale = (paper.width - 2 * paper.margin) / sum(shares)
        xs = [paper.margin + scale * sum(shares[:c]) for c in range(len(shares) + 1)]
        set_rows = [self._set(row, xs) for row in rows]
        for r, cells in enumerate(set_rows):
            height = max(len(lines) for _, _, lines in cells) * paper.cell_size * PITCH
            if self.y + height + 2 * paper.padding > self.end and (
                not paper.break_rows or self.y + 3 * paper.cell_size * PITCH > self.end
            ):
                self._next(set_rows[0], r)
            self._row(cells, set_rows[0])

    def _set(self, row: Sequence[str], xs: Sequence[float]) -> list[tuple[float, float, list[str]]]:
        cells = []
        padded = [*row, *[""] * (len(xs) - 1 - len(row))] if len(row) > 2 else row
        for c, text in enumerate(padded):
            x0, x1 = xs[c], xs[-1] if len(row) == 2 and c == 1 else xs[c + 1]
            width = x1 - x0 - 2 * self.paper.padding
            lines = [
                line
                for part in text.strip().split("\n")
                for line in wrapped(part, width, self.paper.cell_size, self.measure)
            ]
            cells.append((x0, x1, lines))
        return cells

    def _next(self, head: list[tuple[float, float, list[str]]], r: int) -> None:
        self.new_page()
        if self.paper.repeat_head and r:
            self._row(head, head)

    def _row(
        self,
        cells: list[tuple[float, float, list[str]]],
        head: list[tuple[float, float, list[str]]],
    ) -> None:
        """Draw a row; what does not fit runs on to the next page."""
        paper = self.paper
        pitch = paper.cell_size * PITCH
        most = max(1, int((self.end - self.y - 2 * paper.padding) / pitch))
        height = min(max(len(lines) for _, _, lines in cells), most) * pitch + 2 * paper.padding
        broken = any(len(lines) > most for _, _, lines in cells)
        for x0, x1, lines in cells:
            shown = lines[:most]
            spare = height - 2 * paper.padding - len(shown) * pitch
            down = spare / 2 if paper.middle and not broken else 0
            for n, line in enumerate(shown):
                y = self.y + paper.padding + down + n * pitch
                self.words(line, x0 + paper.padding, y, paper.cell_size)
            if paper.ruled:
                self._box(x0, self.y, x1, self.y + height, broken and not paper.close_breaks)
        self.y += height
        if broken:
            self._next(head, 1)
            self._row([(x0, x1, lines[most:] or [""]) for x0, x1, lines in cells], head)

    def _box(self, x0: float, y0: float, x1: float, y1: float, is_open: bool) -> None:
        rules = [(x0, y0, x1, y0), (x0, y0, x0, y1), (x1, y0, x1, y1), (x0, y1, x1, y1)]
        self.sheets[-1].rules.extend(rules[: 3 if is_open else 4])


def laid_out(notice: Flattened, paper: Paper, measure: Measure) -> list[Sheet]:
    """A notice as an office sets it: titles centred, date to the right, then its table."""
    layout = Layout(paper, measure)
    for line in notice.before:
        text = re.sub(r"\s+", " ", line.strip())
        if text:
            layout.paragraph(text, _align(text))
    layout.table(notice.rows)
    return layout.sheets


def _align(text: str) -> str:
    if re.fullmatch(r"\d{4}年\d+月\d+日", text):
        return "right"
    is_title = len(text) < 26 and not re.search(r"[。：]$|^[一二三四五六七八九十（]|^附", text)
    return "centre" if is_title else "left"


def pages_of_rows(count: int) -> Iterator[list[str]]:
    """Rows of a table of tasks, as many as are asked for."""
    yield ["序号", "项目名称", "建设时限", "主要内容", "目标任务", "责任单位", "备注"][:COLUMNS]
    for n in range(1, count + 1):
        target = f"完成第{n}批设施改造，新增服务点{n}个。"
        yield [str(n), f"设施改造{n}期", "2024年底", "改造设施。", target, "岚州市交通局", ""]
