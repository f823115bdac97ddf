"""Which words of a row belong to which column, when the file does not say."""

from collections.abc import Sequence

from tongchou.domain.notice.columns import ORGANIZATION_COLUMNS, Columns
from tongchou.domain.notice.layouts.likeness import fit
from tongchou.domain.notice.lines import Line, joined

MOST_LINES = 80
_LEFT_OUT = {"remark": 0.0, "unit": 0.5, "leader": 1.0, "area": 0.5, "period": 1.5}
_MORE = {"name": 2.0, "number": 20.0, "period": 2.0, "unit": 9.0, "scope": 0.4, "target": 0.4}
_CONTENT_LEFT_OUT = 2.0


def aligned(lines: Sequence[Line], columns: Columns, width: int) -> dict[int, Line]:
    """Give the lines of one row to its columns, in order: a column may get none or several.

    The best whole is taken, by how well each line fits its column (`likeness.fit`).
    """
    kept, rest = list(lines[:MOST_LINES]), lines[MOST_LINES:]
    roles = {column: role for role, column in columns.roles}
    given = _best(kept, [roles.get(column, "remark") for column in range(width)])
    cells: dict[int, list[Line]] = {}
    for line, column in zip(kept, given, strict=True):
        cells.setdefault(column, []).append(line)
    if rest:
        cells[given[-1]].extend(rest)
    return {column: joined(found) for column, found in cells.items()}


def _best(lines: Sequence[Line], roles: Sequence[str]) -> list[int]:
    """The column of each line; dynamic programming over (line, column)."""
    width = len(roles)
    skips = [0.0]
    for role in roles:
        skips.append(skips[-1] + _left_out(role))
    best = [[float("-inf")] * width for _ in lines]
    came = [[0] * width for _ in lines]
    for i, line in enumerate(lines):
        lead, leader = float("-inf"), 0
        for c, role in enumerate(roles):
            own = fit(line.text, role)
            if i == 0:
                best[i][c] = own - skips[c]
                continue
            stay = best[i - 1][c] - _MORE.get(role, 0.2)
            step = lead - skips[c]
            best[i][c], came[i][c] = max((stay + own, c), (step + own, leader))
            reached = best[i - 1][c] + skips[c + 1]
            if reached > lead:
                lead, leader = reached, c
    return _path(best, came, skips)


def _path(
    best: Sequence[Sequence[float]], came: Sequence[Sequence[int]], skips: Sequence[float]
) -> list[int]:
    if not best:
        return []
    width = len(best[0])
    column = max(range(width), key=lambda c: best[-1][c] - (skips[width] - skips[c + 1]))
    path = [column]
    for i in range(len(best) - 1, 0, -1):
        column = came[i][column]
        path.append(column)
    return path[::-1]


def _left_out(role: str) -> float:
    if role in ORGANIZATION_COLUMNS:
        return _CONTENT_LEFT_OUT
    return _LEFT_OUT.get(role, _CONTENT_LEFT_OUT)
