"""How notices word an action: its verbs, what leads in to it, what follows (actions.json)."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeAlias

from tongchou.domain.shared.data import load

Tree: TypeAlias = "dict[str, Tree]"
PACKAGE = "tongchou.domain.programme.targets"
_LONGEST_LEAD = 40
_PARTICLES = "的了与和并及等各全、，其对在把将“”（）()《》·—"
_DATED = re.compile(
    r"(?:20\d\d年)?(?:第?[一二三四]季度|[上下]半年|前三季度|(?:1[0-2]|0?[1-9])月(?:份|底|末|中旬|上旬|下旬|\d{1,2}日)?"
    r"|年底|年末|年内|年初|全年|春节|国庆节?)?(?:以?前|之前|期间|起|内)?(?:，|,)?"
)


@cache
def wording() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "actions.json")
    return table


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, that reads each character
    once: 完(?:成|工|善) for 完成, 完工, 完善."""
    tree: Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree) if tree else "(?!)"


def _branches(tree: Tree) -> str:
    longer = [re.escape(c) + _branches(node) for c, node in sorted(tree.items()) if c]
    if not longer:
        return ""
    joined = longer[0] if len(longer) == 1 and "" not in tree else f"(?:{'|'.join(longer)})"
    return joined + "?" if "" in tree else joined


@cache
def starting_with(*lists: str) -> re.Pattern[str]:
    words = [word for name in lists for word in wording()[name]]
    return re.compile(f"(?:{alternatives(words)})")


@cache
def _verbs() -> re.Pattern[str]:
    return starting_with("finishing", "progressing")


@cache
def _weightless() -> re.Pattern[str]:
    words = [
        w for name in ("finishing", "progressing", "vague", "adverbs") for w in wording()[name]
    ]
    weightless = alternatives([*words, "项目", "工程"])
    return re.compile(f"{weightless}|[{re.escape(_PARTICLES)}]|\\s")


@cache
def _lead_in() -> re.Pattern[str]:
    words = alternatives(wording()["adverbs"])
    return re.compile(f"{wording()['marks']}|^(?:{words})")


def verb_in(text: str) -> bool:
    return _verbs().search(text) is not None


def begins_with_verb(text: str) -> bool:
    """Whether the action stands first, behind nothing but adverbs and a date."""
    return _verbs().match(text, start_of_action(text)) is not None


def start_of_action(text: str) -> int:
    """Where a text begins behind its number, its date and its adverbs."""
    at, before = 0, -1
    while at != before and at < min(len(text), _LONGEST_LEAD):
        before = at
        dated = _DATED.match(text, at)
        at = dated.end() if dated else at
        led, verb = _lead_in().match(text[at:]), _verbs().match(text, at)
        length = verb.end() - at if verb else 0
        if led and (led.end() > length or _verbs().match(text, at + led.end())):
            at += led.end()
    return min(at, len(text))


def first_verbs(text: str) -> str:
    """The verbs by which a text's action begins (启动创建), behind its subject; "" for none."""
    found = _verb_runs().search(text)
    return found.group() if found else ""


@cache
def _verb_runs() -> re.Pattern[str]:
    verbs = alternatives(wording()["finishing"] + wording()["progressing"])
    adverbs = alternatives(wording()["adverbs"])
    return re.compile(f"(?:{verbs})(?:{verbs}|{adverbs})*")


def is_progress(text: str) -> bool:
    """Whether an action only goes on (推进, 加强), without an end that it names (推动…竣工)."""
    verb = _verbs().search(text)
    goes_on = verb is not None and verb.group() in wording()["progressing"]
    return goes_on and not starting_with("milestones").search(text)


def is_date_alone(text: str) -> bool:
    return bool(text) and _DATED.fullmatch(text) is not None


def weight(text: str) -> int:
    """How many characters of a text name something: verbs, adverbs and turns count nothing."""
    return len(_weightless().sub("", text))
