"""The automatic numbers of Word lists, which stand in no text of the document."""

import re
from collections import defaultdict

from lxml import etree

from tongchou.domain.shared.numerals import chinese_numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "chineseLegalSimplified",
}
LONGEST_PATTERN = 40
"""A longer pattern stands in no office's list; written before each paragraph it fills memory."""
ARABIC = {"decimal", "decimalZero", "decimalFullWidth", "decimalEnclosedParen"}

Element = etree._Element
Level = tuple[str, str, int]


class Numbering:
    """Counts through one document in reading order: ask for each paragraph exactly once."""

    def __init__(self, root: Element) -> None:
        abstract = {
            entry.get(f"{W}abstractNumId", ""): _levels(entry)
            for entry in root.iterfind(f"{W}abstractNum")
        }
        self.levels: dict[str, dict[int, Level]] = {}
        for entry in root.iterfind(f"{W}num"):
            link = entry.find(f"{W}abstractNumId")
            if link is not None:
                number = entry.get(f"{W}numId", "")
                self.levels[number] = abstract.get(link.get(f"{W}val", ""), {})
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Element) -> str:
        """The number a reader sees before this paragraph; empty for none and for bullets."""
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is None:
            return ""
        number = _attribute(properties, "numId")
        depth_text = _attribute(properties, "ilvl") or "0"
        levels = self.levels.get(number, {})
        depth = int(depth_text) if depth_text.isdigit() and len(depth_text) < 3 else 0
        if depth not in levels:
            return ""
        counts = self.counts[number]
        start = levels[depth][2]
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return self._written(levels, counts, depth)

    def _written(self, levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
        kind, pattern, _ = levels[depth]
        if kind not in CHINESE | ARABIC:
            return ""

        def number(match: re.Match[str]) -> str:
            level = int(match.group(1)) - 1
            value = counts.get(level, levels.get(level, ("", "", 1))[2])
            chinese = levels.get(level, ("", "", 1))[0] in CHINESE and 1 <= value <= 99
            return chinese_numeral(value) if chinese else str(value)

        return re.sub(r"%(\d)", number, pattern)


def _levels(abstract: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for level in abstract.iterfind(f"{W}lvl"):
        depth, start = level.get(f"{W}ilvl", "0"), _attribute(level, "start") or "1"
        if depth.isdigit() and start.isdigit() and len(depth + start) < 10:
            levels[int(depth)] = (
                _attribute(level, "numFmt"),
                _attribute(level, "lvlText")[:LONGEST_PATTERN],
                int(start),
            )
    return levels


def _attribute(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
