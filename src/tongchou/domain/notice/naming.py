"""The name of a task that stands in its text: the leading phrase."""

import re
from functools import cache

from tongchou.domain.notice.columns import PACKAGE
from tongchou.domain.notice.lines import HALF_STOP, Line
from tongchou.domain.shared.data import load

LONGEST_NAME = 40
LONGEST_SENTENCE = 60
SHORTEST_CLAUSE = 6
_STOP = re.compile(rf"[。；;！!？?\n]|{HALF_STOP}")
_COMMA = re.compile(rf"[，,：:。；;！!？?\n]|{HALF_STOP}")
_HEADED = re.compile(
    r"[^。；;！!？?\n，,：:]{2,24}[：:]|[^。；;！!？?\n.]+(?:[。\n]|" + HALF_STOP + ")"
)
_OPEN, _CLOSE = "“‘（(《〈【〔[", "”’）)》〉】〕]"


def leading_phrase(line: Line) -> Line:
    """The first clause that says something: 推进建设 of 围绕目标，推进建设，年底完工。"""
    stop = _outside(_STOP, line.text, 0)
    start = 0
    while match := _lead_in().match(line.text, start):
        comma = _outside(_COMMA, line.text, match.end())
        if comma >= stop:
            break
        start = comma + 1
    end = min(_outside(_COMMA, line.text, start + SHORTEST_CLAUSE), stop)
    return line.part(start, end) if end > start else line


def first_sentence(line: Line) -> Line:
    """A heading without what follows it and its full stop; of a long sentence the first clause."""
    stop = _outside(_STOP, line.text, 0)
    return line.part(0, stop) if 0 < stop <= LONGEST_SENTENCE else leading_phrase(line)


def run_in_heading(line: Line) -> int:
    """Where the words behind a run-in heading (加快项目建设。推进…) begin; 0 without one."""
    match = _HEADED.match(line.text)
    if not match or match.end() > LONGEST_NAME:
        return 0
    rest = line.text[match.end() :].strip()
    return match.end() if len(rest) > SHORTEST_CLAUSE else 0


@cache
def _lead_in() -> re.Pattern[str]:
    """Words that open a clause which only leads in (按照…要求，)."""
    words = load(PACKAGE, "duties.json")["lead_ins"]
    return re.compile(r"\s*(?:" + "|".join(map(re.escape, words)) + ")")


def _outside(stop: re.Pattern[str], text: str, start: int) -> int:
    """The first stop that stands in no quotes or brackets, else the end of the text."""
    depth = 0
    for i, c in enumerate(text):
        depth += (c in _OPEN) - (c in _CLOSE)
        if i >= start and depth <= 0 and stop.match(text, i):
            return i
    return len(text)
