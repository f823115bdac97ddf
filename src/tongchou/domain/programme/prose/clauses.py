"""Sentences of the prose, the promises they hold, and what carries each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongchou.domain.notice.lines import Line
from tongchou.domain.notice.prose import Sentence
from tongchou.domain.programme.clause import Clause, Promise
from tongchou.domain.programme.project import Project
from tongchou.domain.programme.projects.read import Projects
from tongchou.domain.programme.prose.carriers import CarrierIndex
from tongchou.domain.programme.prose.promises import in_force, is_outlook, parts_of
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.programme.target import Quantity, QuantityField, Target
from tongchou.domain.programme.targets.division import Part
from tongchou.domain.programme.targets.phrases import action_of
from tongchou.domain.programme.targets.segments import stands_in
from tongchou.domain.programme.task import Area, Task


@dataclass(frozen=True, slots=True)
class Annex:
    """What the prose is held against."""

    areas: Sequence[Area]
    tasks: Sequence[Task]
    targets: Sequence[Target]
    projects: Projects
    places: Places


def read_clauses(sentences: Sequence[Sentence], annex: Annex) -> tuple[Clause, ...]:
    """Clauses in order, each with its promises and the tasks that carry them."""
    index = CarrierIndex(annex.tasks, annex.targets, annex.areas, annex.places)
    areas = {section: index.area_of(section) for section in {s.section for s in sentences}}
    clauses: list[Clause] = []
    for sentence, promising in zip(sentences, in_force(sentences), strict=True):
        quantities = tuple(scan(Line(sentence.text, sentence.span), QuantityField.CLAUSE))
        reading = _Reading(annex.projects, index, quantities, areas[sentence.section])
        parts = parts_of(sentence, annex.projects) if promising else []
        promises = [reading.promise(part) for part in parts]
        if is_outlook(sentence):
            promises = [promise for promise in promises if promise.carried]
        clauses.append(_clause(len(clauses) + 1, sentence, quantities, promises))
    return tuple(clauses)


def _clause(
    number: int,
    sentence: Sentence,
    quantities: tuple[Quantity, ...],
    promises: Sequence[Promise],
) -> Clause:
    keyed = (replace(p, key=f"c{number}.{n}") for n, p in enumerate(promises, 1))
    return Clause(
        section=sentence.section,
        heading=sentence.heading,
        text=sentence.text,
        tasks=tuple(sorted({task for promise in promises for task in promise.tasks})),
        quantities=quantities,
        spans=(sentence.span,),
        promises=tuple(keyed),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the promises of one sentence are read with."""

    projects: Projects
    index: CarrierIndex
    quantities: tuple[Quantity, ...]
    area: int | None

    def promise(self, part: Part) -> Promise:
        """Keyed by its clause later."""
        records = self._named(part)
        own = [q for q in self.quantities if stands_in(q.spans[0], part.spans)]
        tasks = {record.name: record.tasks for record in records}
        found = self.index.carriers(_matter(part), tasks, own, self.area)
        return Promise(
            key="",
            text=part.text,
            tasks=found.tasks,
            targets=found.targets,
            projects=tuple(record.key for record in records),
            spans=part.spans,
        )

    def _named(self, part: Part) -> list[Project]:
        if part.project:
            return [self.projects.record(part.project)]
        inside = (item for span in part.spans for item in self.projects.inside(span))
        return [self.projects.record(name) for name in dict.fromkeys(name for _, name in inside)]


def _matter(part: Part) -> str:
    """What a part is about: without 坚持…, 通过… before it."""
    return action_of(Line(part.text, part.spans[0]))
