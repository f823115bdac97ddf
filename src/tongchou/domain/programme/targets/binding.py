"""Whom a target binds, who answers for it, and how the parties' figures make the joint one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tongchou.domain.programme.projects.read import Projects
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.programme.reading.vocabulary import any_of
from tongchou.domain.programme.target import Combine, Quantity
from tongchou.domain.programme.targets.ladders import is_joint
from tongchou.domain.programme.targets.wording import begins_with_verb
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.quantities import Measure, unit

_ANY = re.compile("至少(?:一方|一地|一个(?:地区|区县))|任意?一方")
_QUOTED = re.compile("“[^”—－-]*”")
"""A name in quotes (“清凉万州”) binds nobody; “开州—开江” is between two."""
_ONE_DEED = re.compile("联合|共同|联办|携手")
_TOGETHER = re.compile("[与和同]|联合|共")
_LED = re.compile("牵头(?!单位|部门)")


_APIECE = re.compile("[市县区地方州盟省]各(?![类级项种地界县区乡镇部])")
"""三市各设立…1个, not 全市各类活动10场."""
_WITH = re.compile("(?:并|及)?(?:与|同|会同|联合|和)")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What stands before a promise: `before` between the marks ； or 。, `opening` the first part
    of its whole sentence. Stages keep the place named before, figures of a list do not."""

    before: str
    opening: str
    same_place: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a target's reading needs beside its own words."""

    task: Task
    places: Places
    year: int | None
    projects: Projects = field(default_factory=Projects)


def bound_by(text: str, earlier: Earlier, project: str | None, context: Context) -> tuple[str, ...]:
    """By name in the promise, else where its undertaking lies, else as its sentence names them
    earlier, else all governments of the task."""
    places = context.places
    before = places.named_in(earlier.before)
    named = places.named_in(_QUOTED.sub("", text))
    alone = _acting_alone(text, places)
    if alone:
        return alone
    if named:
        return places.ordered({*named, *before}) if _WITH.match(text) else named
    if project:
        lies = context.projects.record(project).jurisdictions
        return lies or (before if len(before) == 1 and earlier.same_place else _of_task(context))
    own = _of_task(context)
    joint = places.named_in(earlier.opening)
    return before or (joint if set(joint) > set(own) else own)


def _acting_alone(text: str, places: Places) -> tuple[str, ...]:
    """The one government that opens a promise as the one who acts: 甲市8月举办三市美食节."""
    opening = places.pattern.match(text)
    named = places.named_in(opening.group()) if opening else ()
    if opening and len(named) == 1 and not _TOGETHER.search(text):
        return named if begins_with_verb(text[opening.end() :]) else ()
    return ()


def _of_task(context: Context) -> tuple[str, ...]:
    """The governments with an organization on the task, else all that signed."""
    named = set(context.task.jurisdictions)
    return context.places.ordered(named) if named else context.places.signed


def answers_for(jurisdictions: Sequence[str], context: Context) -> dict[str, str]:
    firsts = {short: context.task.first_of(short) for short in jurisdictions}
    return {short: first.name for short, first in firsts.items() if first}


def combine_figures(
    quantity: Quantity, project: str | None, jurisdictions: Sequence[str], text: str
) -> Combine:
    if len(jurisdictions) == 1:
        return Combine.SUM
    if _ANY.search(text):
        return Combine.ANY
    if (project and unit(quantity.printed_unit).dimension == "money") or _LED.search(text):
        return Combine.LEAD
    own = text.rpartition("，")[2] if quantity.subject else text
    if quantity.measure is Measure.COUNT and _ONE_DEED.search(own):
        return Combine.LARGEST
    if quantity.measure is Measure.RATE or any_of("each").search(text) or _APIECE.search(own):
        return Combine.EACH
    return Combine.SUM


def combine_stages(
    template: str | None, text: str, jurisdictions: Sequence[str], context: Context
) -> Combine:
    """One paper, body or event of all is reached when any party proves it; works are each's own."""
    if len(jurisdictions) == 1:
        return Combine.EACH
    if _ANY.search(text):
        return Combine.ANY
    if _LED.search(text):
        return Combine.LEAD
    words = f"{context.task.name}，{text}"
    together = any_of("joint").search(words) or len(context.places.named_in(words)) > 1
    shared = template is not None and is_joint(template) and not any_of("each").search(text)
    return Combine.ANY if shared and together else Combine.EACH
