"""Which tables of a document hold tasks, and which hold something else."""

from collections.abc import Sequence

from tongchou.domain.notice.columns import is_indicator
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.grid import Grid
from tongchou.domain.notice.layouts.flattened import stream_grid
from tongchou.domain.notice.layouts.ruled import continuation, ruled_grids


def find_grids(blocks: Sequence[Block]) -> tuple[list[Grid], list[list[Block]]]:
    """The tables of tasks of a document, and the cells of its other tables."""
    by_table: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind == "cell" and block.table is not None:
            by_table.setdefault(block.table, []).append(block)
    grids: list[Grid] = []
    others: list[list[Block]] = []
    for cells in by_table.values():
        found = _grids(cells)
        rows = continuation(cells, grids[-1]) if grids and not found and _is_ruled(cells) else None
        if rows:
            grids[-1].rows.extend(rows)
        elif found:
            grids.extend(found)
        else:
            others.append(cells)
    return grids, others


def holds_indicators(grid: Grid) -> bool:
    """A table of indicators (指标名称, 单位, 目标值), which is no list of things to be done."""
    name = grid.columns.first("name")
    return name is not None and is_indicator(grid.headings[name].text)


def _grids(cells: Sequence[Block]) -> list[Grid]:
    if _is_ruled(cells):
        return ruled_grids(cells)
    grid = stream_grid(cells)
    return [grid] if grid else []


def _is_ruled(cells: Sequence[Block]) -> bool:
    return cells[0].row is not None
