"""A programme held against a notice's gold, field by field."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

from tests.corpus.scoring import Comparison

HEADER = ("document_number", "date", "title", "publicity")
LISTS = ("issuers", "addressees")
QUANTITY = ("field", "comparator", "role", "measure")
TARGET = ("jurisdictions", "combine", "effort", "template")
LEAST_ALIKE = 0.35
MOSTLY = 0.6


def compare(gold: dict[str, Any], found: dict[str, Any]) -> Comparison:
    """Hold a programme file (`Programme.to_json()`) against a gold."""
    result = Comparison()
    _header(result, gold["header"], found["header"])
    for place, name in enumerate(gold["areas"]):
        result.item("area", (place, name), None)
    for place, area in enumerate(found["areas"]):
        result.item("area", None, (place, area["name"]))
    areas = {area["number"]: area["name"] for area in found["areas"]}
    pairs, others = _aligned(gold["tasks"], found["tasks"])
    for wanted, read in pairs:
        result.item("task", wanted["number"], wanted["number"] if read else None)
        if read:
            _task(result, wanted, read, areas)
    for read in others:
        result.item("task", None, f"extra {read['number']} {read['name'][:12]}")
    numbers = {read["number"]: wanted["number"] for wanted, read in pairs if read}
    _targets(result, gold.get("targets", []), found["targets"], numbers)
    _clauses(result, gold.get("clauses", []), found["clauses"], numbers)
    _projects(result, gold.get("projects", []), found["projects"], numbers)
    _findings(result, gold, found)
    return result


def plain(text: str) -> str:
    """Without blanks, for the formats break lines differently."""
    return re.sub(r"\s+", "", text)


def _header(result: Comparison, gold: dict[str, Any], found: dict[str, Any]) -> None:
    for name in HEADER:
        if name in gold:
            result.item(name, gold[name], found[name])
    for name in LISTS:
        for place in range(max(len(gold.get(name, ())), len(found[name]))):
            if name in gold:
                wanted, read = gold[name][place : place + 1], found[name][place : place + 1]
                result.item(name, *((place, part[0]) if part else None for part in (wanted, read)))


def _aligned(
    gold: list[dict[str, Any]], found: list[dict[str, Any]]
) -> tuple[list[tuple[dict[str, Any], dict[str, Any] | None]], list[dict[str, Any]]]:
    """Each task of the gold with the one found that shares most of its words."""
    left = list(found)
    pairs: list[tuple[dict[str, Any], dict[str, Any] | None]] = []
    for wanted in gold:
        words = _pairs(_words(wanted))
        alike = [
            (len(words & _pairs(_words(read))) / len(words), read["number"] == wanted["number"], n)
            for n, read in enumerate(left)
        ]
        best = max(alike, default=(0.0, False, 0))
        pairs.append((wanted, left.pop(best[2]) if best[0] >= LEAST_ALIKE else None))
    return pairs, left


def _words(task: dict[str, Any]) -> str:
    return "".join(task.get(name, "") for name in ("name", "scope", "target"))


def _pairs(text: str) -> set[str]:
    """Each two neighbouring signs of a text."""
    words = plain(text)
    return {words[i : i + 2] for i in range(len(words) - 1)}


def _task(
    result: Comparison, gold: dict[str, Any], found: dict[str, Any], areas: dict[int, str]
) -> None:
    n = gold["number"]
    result.item("number", (n, n), (n, found["number"]))
    for name in ("name", "scope"):
        if name in gold:
            parts = [(n, plain(side[name])) if side[name] else None for side in (gold, found)]
            result.item(name, *parts)
    if "target" in gold:
        result.item("target", *_target_texts(n, gold, found))
    if "area" in gold:
        result.item("area of a task", (n, gold["area"]), (n, areas.get(found["area"], "")))
    for name in ("text", "kind", "start", "end"):
        if name in gold.get("period", ()):
            read = plain(found["period"][name] or "")
            result.item(f"period {name}", (n, plain(gold["period"][name])), (n, read))
    _organizations(result, n, gold["organizations"], found["organizations"])
    _quantities(result, n, gold, found["quantities"])


def _target_texts(
    n: int, gold: dict[str, Any], found: dict[str, Any]
) -> tuple[Hashable | None, Hashable | None]:
    """A list item's target may or may not begin with its heading, which is the task's name."""
    wanted, read = plain(gold["target"]), plain(found["target"])
    if wanted != read and "name" in gold:
        read = read.removeprefix(plain(found["name"])).lstrip("。：:，") or read
    return (n, wanted) if wanted else None, (n, read) if read else None


def _organizations(
    result: Comparison, n: int, gold: list[dict[str, Any]], found: list[dict[str, Any]]
) -> None:
    left = list(found)
    for wanted in gold:
        same = [read for read in left if read["printed"] == wanted["printed"]]
        read = next((r for r in same if r["role"] == wanted.get("role")), next(iter(same), None))
        key = (n, wanted["printed"])
        result.item("organization", key, key if read else None)
        if read:
            left.remove(read)
            for name in ("name", "jurisdiction", "role"):
                if name in wanted:
                    result.item(f"organization {name}", (key, wanted[name]), (key, read[name]))
    for read in left:
        result.item("organization", None, (n, read["printed"]))


def _quantities(
    result: Comparison, n: int, gold: dict[str, Any], found: list[dict[str, Any]]
) -> None:
    unscored = set(gold.get("unscored", ()))
    left = [q for q in found if not unscored & {q["number"], q["text"]}]
    left = [q for q in left if q["field"] != "name" or q["field"] in _fields(gold)]
    for wanted in gold["quantities"]:
        value = (wanted["value"], wanted.get("upper"), wanted["unit"])
        same = [q for q in left if (q["value"], q["upper"], q["unit"]) == value]
        read = next((q for q in same if q["field"] == wanted.get("field")), next(iter(same), None))
        key = (n, wanted["value"], wanted["unit"])
        result.item("quantity", key, key if read else None)
        if read:
            left.remove(read)
            for name in QUANTITY:
                if name in wanted:
                    result.item(f"quantity {name}", (key, wanted[name]), (key, read[name]))
    for read in left:
        result.item("quantity", None, (n, read["value"], read["unit"], read["text"]))


def _fields(gold: dict[str, Any]) -> set[str]:
    return {quantity.get("field", "") for quantity in gold["quantities"]}


def _targets(
    result: Comparison,
    gold: list[dict[str, Any]],
    found: list[dict[str, Any]],
    numbers: dict[int, int],
) -> None:
    """Targets of the tasks the gold divides: the first figure with the first, and so on."""
    for n in dict.fromkeys(target["task"] for target in gold):
        for kind in ("quantity", "ladder", "checklist"):
            wanted = [t for t in gold if (t["task"], t["kind"]) == (n, kind)]
            read = [t for t in found if (numbers.get(t["task"]), t["kind"]) == (n, kind)]
            for place in range(max(len(wanted), len(read))):
                key = (n, kind, place)
                here = place < len(wanted), place < len(read)
                result.item("targets", key if here[0] else None, key if here[1] else None)
                if all(here):
                    _one_target(result, key, wanted[place], read[place])


def _one_target(
    result: Comparison, key: Hashable, gold: dict[str, Any], found: dict[str, Any]
) -> None:
    shown = found | {
        "jurisdictions": tuple(found["jurisdictions"]),
        "template": found["ladder"]["template"] if found["ladder"] else None,
    }
    wanted = gold | {"jurisdictions": tuple(gold["jurisdictions"])}
    for name in TARGET:
        if wanted[name] is not None:
            result.item(f"target {name}", (key, wanted[name]), (key, shown[name]))


def _clauses(
    result: Comparison,
    gold: list[dict[str, Any]],
    found: list[dict[str, Any]],
    numbers: dict[int, int],
) -> None:
    for clause in gold:
        text = clause["text"]
        read = [other for other in found if text in other["text"]]
        result.item("clause", text, text if read else None)
        linked = {numbers.get(n, -n) for other in read for n in _carrying(text, other)}
        for n in clause["tasks"]:
            result.item("clause's tasks", (text, n), None)
        for n in linked:
            result.item("clause's tasks", None, (text, n))


def _carrying(text: str, clause: dict[str, Any]) -> set[int]:
    """The tasks of the promises that share most of their words with a piece of a sentence."""
    shared = [p for p in clause["promises"] if _alike(p["text"], text) >= MOSTLY]
    return {n for promise in shared for n in promise["tasks"]}


def _alike(one: str, other: str) -> float:
    pairs = _pairs(one), _pairs(other)
    return len(pairs[0] & pairs[1]) / max(min(map(len, pairs)), 1)


def _projects(
    result: Comparison,
    gold: list[dict[str, Any]],
    found: list[dict[str, Any]],
    numbers: dict[int, int],
) -> None:
    """Each undertaking of the gold by any of its names, on its task; others may be found."""
    for project in gold:
        key = (project["task"], project["name"])
        read = [
            other
            for other in found
            if project["name"] in other["names"]
            and project["task"] in {numbers.get(n) for n in other["tasks"]}
        ]
        result.item("project", key, key if read else None)


def _findings(result: Comparison, gold: dict[str, Any], found: dict[str, Any]) -> None:
    """Codes that must be among the findings, and codes that must not."""
    codes = {finding["code"] for finding in found["findings"]}
    for code in gold["findings"]:
        result.item("finding", code, code if code in codes else None)
    for code in gold["silent"]:
        result.item("finding", None, f"{code} should be silent" if code in codes else None)
