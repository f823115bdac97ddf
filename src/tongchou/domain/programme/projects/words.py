"""The words that name an undertaking or only tell of a kind of works (projects.json)."""

import re
from functools import cache
from typing import Any

from tongchou.domain.programme.targets.wording import alternatives, wording
from tongchou.domain.shared.data import load

PACKAGE = "tongchou.domain.programme.projects"


@cache
def project_words() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "projects.json")
    return table


@cache
def ending_sorts() -> dict[str, str]:
    return {
        word: name
        for name, entry in project_words()["sorts"].items()
        for word in (*entry["endings"], *entry["needing_works"])
    }


def sort_of(ending: str) -> str:
    return str(ending_sorts().get(ending) or project_words()["at_the_end"][ending])


@cache
def endings_of_all() -> frozenset[str]:
    """Last words that every sort of works may have."""
    return frozenset(project_words()["sorts"]["works"]["endings"])


@cache
def firm_endings() -> tuple[str, ...]:
    """Last words that name an undertaking whatever is said of it."""
    entries = project_words()["sorts"].values()
    return tuple(word for entry in entries for word in entry["endings"])


@cache
def needing_works() -> frozenset[str]:
    entries = project_words()["sorts"].values()
    return frozenset(word for entry in entries for word in entry["needing_works"])


@cache
def endings() -> re.Pattern[str]:
    words, last = (
        alternatives(tuple(ending_sorts())),
        alternatives([*project_words()["at_the_end"]]),
    )
    behind = project_words()["behind"]
    return re.compile(f"(?P<end>{words}|(?:{last})$)(?P<more>{behind})")


@cache
def any_ending() -> re.Pattern[str]:
    return re.compile(alternatives([*ending_sorts(), *project_words()["at_the_end"]]))


@cache
def works() -> re.Pattern[str]:
    return re.compile(alternatives(project_words()["works_words"]))


@cache
def and_so_on() -> re.Pattern[str]:
    """等 as the end of a list, not in 高等 or 等级; 三个…项目 ends one as well."""
    counted = (
        "(?=[一二两三四五六七八九十\\d]+[个项座条处][\u4e00-\u9fff]{0,8}(?:项目|工程)(?:$|建设))"
    )
    return re.compile(f"(?<![高中初优劣同平均对])等(?![级候待同])|(?<=.){counted}")


@cache
def list_of_works() -> re.Pattern[str]:
    return re.compile(project_words()["lists_of_works"])


@cache
def generic_words() -> re.Pattern[str]:
    words = alternatives(project_words()["generic"])
    return re.compile(
        rf"{words}|(?<![一二两三四五六七八九十百\d.余])[一二两三四五六七八九十百\d.余]{{1,8}}(?=[个座条处项批期])|[\d.％%]|\W"
    )


@cache
def boundary() -> re.Pattern[str]:
    """Verbs that no name holds, and what turns one thing into another."""
    held = project_words()["verbs_in_names"]
    words = [w for w in wording()["finishing"] + wording()["progressing"] if w not in held]
    building = "(?:建设)?|建设(?!$)|"
    return re.compile(f"(?:{alternatives(words)}){building}(?:作|成|升级|转变|调整)为|在|用于")


@cache
def breaks() -> re.Pattern[str]:
    """What stands between two undertakings and never inside the name of one."""
    words = [w for w in wording()["finishing"] + wording()["progressing"] if w != "建设"]
    return re.compile(f"{alternatives(words)}|[、，；。：与]|计划|预计")
