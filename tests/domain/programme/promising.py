"""A small programme with a promise that no task carries."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Promise
from tongchou.domain.programme.programme import Programme

OPEN = "新增高标准农田12万亩"
CARRIED = "推进沿江造林"
SENTENCE = f"{CARRIED}，{OPEN}，建立三地联席会议机制。"
ROWS = (
    row(1, "沿江造林", "新增营造林6万亩。"),
    row(2, "产业论坛", "举办产业论坛1次。推进会展平台建设。"),
)


def promising(*rows: list[str], sentence: str = SENTENCE) -> Programme:
    """c1.1 is carried by task 1; c1.2 names a figure and c1.3 none, and no task carries them."""
    programme = compiled(*(rows or ROWS), prose=("一、绿色发展", sentence))
    clause = next(clause for clause in programme.clauses if clause.text == sentence)
    block, first = clause.spans[0].block, clause.spans[0].start
    promises = []
    for text in sentence.rstrip("。").split("，"):
        start = first + sentence.index(text)
        tasks = (1,) if text == CARRIED else ()
        key = f"c1.{len(promises) + 1}"
        spans = (Span(block, start, start + len(text)),)
        promises.append(Promise(key, text, tasks, (), (), spans))
    return replace(programme, clauses=(replace(clause, promises=tuple(promises)),))
