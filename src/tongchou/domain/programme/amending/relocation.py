"""Where the words of an older reading stand in a new one, so that carried values keep spans."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Clause
from tongchou.domain.programme.target import spans_to_json
from tongchou.domain.programme.task import Task

Json = dict[str, Any]
Passage = tuple[Span, str]
"""Where a text stands, and the text."""
_CELLS = ("name", "scope", "target")


@dataclass(frozen=True, slots=True)
class Relocation:
    """Pairs of passages: the older one and the one that stands in its place."""

    passages: tuple[tuple[Passage, Passage], ...]

    def span(self, span: Span) -> Span | None:
        """None where the words are no longer there."""
        for (old, was), (new, now) in self.passages:
            if old.block != span.block or not old.start <= span.start <= span.end <= old.end:
                continue
            words = was[span.start - old.start : span.end - old.start]
            at = now.find(words)
            if at >= 0:
                start = new.start + at
                return Span(new.block, start, start + len(words))
        return None

    def value(self, value: Any) -> Any:
        """A value of the programme file with every span relocated, or left out."""
        if isinstance(value, Mapping):
            return {
                name: self._spans(inner) if name == "spans" else self.value(inner)
                for name, inner in value.items()
            }
        return [self.value(inner) for inner in value] if isinstance(value, list) else value

    def _spans(self, spans: list[list[int]]) -> list[list[int]]:
        found = (self.span(Span.from_json(span)) for span in spans)
        return spans_to_json(tuple(span for span in found if span))


def of_task(old: Task, new: Task) -> Relocation:
    texts = {"name": (old.name, new.name), "scope": (old.scope, new.scope)}
    texts["target"] = (old.target, new.target)
    return Relocation(
        tuple(
            ((old.cells[cell], texts[cell][0]), (new.cells[cell], texts[cell][1]))
            for cell in _CELLS
            if cell in old.cells and cell in new.cells
        )
    )


def of_clause(old: Clause, new: Clause) -> Relocation:
    return Relocation((((old.spans[0], old.text), (new.spans[0], new.text)),))


def same_organizations(value: list[Json], task: Task) -> list[Json]:
    """Corrected organizations with the spans of those that the task now names."""
    spans = {o.name: spans_to_json(o.spans) for o in task.organizations}
    printed = {o.printed: spans_to_json(o.spans) for o in task.organizations}
    return [{**o, "spans": spans.get(o["name"], printed.get(o["printed"], []))} for o in value]
