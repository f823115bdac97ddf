"""The promises of a sentence of the prose: each action it announces, without principles."""

import re
from collections.abc import Sequence

from tongchou.domain.notice.lines import Line
from tongchou.domain.notice.prose import Sentence
from tongchou.domain.programme.projects.read import Projects
from tongchou.domain.programme.targets.division import Part, divided
from tongchou.domain.programme.targets.phrases import (
    has_object,
    phrases_of,
    sentences_of,
)
from tongchou.domain.programme.targets.wording import start_of_action, wording

_LONG_ENOUGH = 20


def parts_of(sentence: Sentence, projects: Projects) -> list[Part]:
    """The single actions of a sentence, in printed order; none in a section of principles
    and none in the formula that enacts a paper (制定本要点)."""
    if any(word in sentence.section for word in wording()["principle_sections"]):
        return []
    if re.search(wording()["formulas"], sentence.text):
        return []
    line = Line(sentence.text, sentence.span)
    return [
        part
        for piece in sentences_of(line)
        for phrase in phrases_of(piece)
        if _is_action(phrase.text)
        for part in divided(phrase, projects)
    ]


def is_outlook(sentence: Sentence) -> bool:
    """Whether a sentence opens its section with a principle (坚持…, 以…为): what it names is
    announced only where a task carries it."""
    return not sentence.heading and sentence.text.startswith(tuple(wording()["principles"]))


def is_governance(section: str) -> bool:
    """保障措施 and the like: what is promised there is about how the work is led, no task of it."""
    return any(word in section for word in wording()["governance_sections"])


def in_force(sentences: Sequence[Sentence]) -> list[bool]:
    """Which sentences may promise: those in sections; all of them where there are no sections."""
    sectioned = any(sentence.section for sentence in sentences)
    return [bool(sentence.section) or not sectioned for sentence in sentences]


def _is_action(text: str) -> bool:
    action = text[start_of_action(text) :] or text
    exhorts = any(word in text for word in wording()["exhortations"])
    return has_object(text) and not (exhorts and len(action) < _LONG_ENOUGH)
