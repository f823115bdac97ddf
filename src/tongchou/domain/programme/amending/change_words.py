"""What a comparison says in words: relations, values of fields, the part in which texts differ."""

from collections.abc import Iterable
from typing import Any

from tongchou.domain.programme.amending.changes import (
    ClauseDiff,
    FieldChange,
    Relation,
    TargetDiff,
    TaskDiff,
)
from tongchou.domain.programme.amending.field_names import word_name
from tongchou.domain.shared.text import Text

RELATIONS = {
    Relation.KEPT: Text("保留", "kept"),
    Relation.RENAMED: Text("改名", "renamed"),
    Relation.RENUMBERED: Text("改号", "renumbered"),
    Relation.SPLIT: Text("拆分", "split"),
    Relation.MERGED: Text("合并", "merged"),
    Relation.ADDED: Text("新增", "added"),
    Relation.DROPPED: Text("取消", "dropped"),
}
ORGANIZATIONS = {
    "added": Text("增加单位", "organization added"),
    "removed": Text("减少单位", "organization removed"),
    "role": Text("单位职责变化", "organization's part changed"),
}
NONE = Text("（无）", "(none)")
_WIDTH = 60
_AROUND = 10


def relation_words(item: TaskDiff | TargetDiff | ClauseDiff, language: str) -> str:
    changed = Text("有变化", "changed")
    word = changed if item.relation is Relation.KEPT else RELATIONS[item.relation]
    return word.in_language(language)


def moved(before: Iterable[object], after: Iterable[object]) -> str:
    sides = ["、".join(str(item) for item in side) for side in (before, after)]
    return sides[0] if sides[0] == sides[1] else " → ".join(side or "—" for side in sides)


def worded(change: FieldChange, language: str) -> tuple[str, str]:
    """A field before and after; of long texts the part in which they differ.

    Where both read the same, what differs inside is added in brackets.
    """
    old, new = (value_words(value, language) for value in (change.old, change.new))
    if old == new:
        inside = _inside(change.old, change.new, language)
        old, new = (f"{old}（{words}）" for words in inside)
    return _unlike(old, new)


def _inside(old: Any, new: Any, language: str) -> tuple[str, str]:
    """The innermost values in which two structures differ."""
    if isinstance(old, dict) and isinstance(new, dict):
        pairs = [(old.get(key), new.get(key)) for key in {**old, **new}]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = list(zip(old, new, strict=True))
    else:
        return value_words(old, language), value_words(new, language)
    found = [_inside(a, b, language) for a, b in pairs if a != b]
    return "、".join(a for a, _ in found), "、".join(b for _, b in found)


def _unlike(old: str, new: str) -> tuple[str, str]:
    """Two texts, of long ones the part in which they differ."""
    if max(len(old), len(new)) <= _WIDTH:
        return old, new
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    start = max(first - _AROUND, 0)
    return _cut(old, start, len(old) - last + _AROUND), _cut(new, start, len(new) - last + _AROUND)


def _shared(old: str, new: str) -> int:
    """How many letters both begin with."""
    unlike = (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    return next(unlike, min(len(old), len(new)))


def _cut(text: str, start: int, end: int) -> str:
    shown = short(text[start:end])
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) and shown[-1:] != '…' else ''}"


def value_words(value: Any, language: str) -> str:
    """A value as one reads it; a figure, a period or a ladder by its words."""
    if value is None or value in ([], {}, ""):
        return NONE.in_language(language)
    if isinstance(value, list):
        return "、".join(value_words(item, language) for item in value)
    if not isinstance(value, dict):
        return " ".join(word_name(str(value)).in_language(language).split())
    for name in ("rungs", "items"):
        if name in value:
            return value_words(value[name], language)
    if "curve" in value:
        curve = word_name(value["curve"]).in_language(language)
        return f"{curve} {value['start']}–{value['end']}"
    words = value.get("text") or value.get("name")
    if isinstance(words, str):
        day = value.get("planned") or value.get("end")
        return f"{words} ({day})" if day else words
    return "、".join(f"{key} {inner}" for key, inner in value.items())


def short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "…"
