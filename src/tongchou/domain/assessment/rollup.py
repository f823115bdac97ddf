"""From targets to projects, tasks, areas, jurisdictions and the programme, as the scheme declares.

`worst`: the worst light among those assessed. `counts`: how many of each light, and the worst.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tongchou.domain.assessment.inputs import Inputs
from tongchou.domain.assessment.reasons import Reason
from tongchou.domain.assessment.scheme import LightScheme, RollUp
from tongchou.domain.assessment.verdicts import Judged, Level, Verdict

UNASSESSED = "none"
"""The key under which counts hold what was not assessed."""


def roll_up(judged: Judged, scheme: LightScheme, programme: str) -> tuple[Verdict, ...]:
    """All verdicts of a run, lowest level first; `programme` is the programme's UUID."""
    climb = _Climb(judged.inputs, scheme, programme)
    by_key = {verdict.object: verdict for verdict in judged.targets}
    tasks = climb.tasks(by_key)
    shares = climb.shares(judged.answers, by_key)
    return (
        *judged.answers,
        *judged.targets,
        *climb.projects(by_key),
        *tasks,
        *shares,
        *climb.areas(tasks, by_key),
        *climb.jurisdictions(shares, judged.answers),
        climb.programme_row(tasks, by_key),
    )


class _Climb:
    def __init__(self, inputs: Inputs, scheme: LightScheme, programme: str) -> None:
        self.inputs, self.scheme, self.programme = inputs, scheme, programme
        self.rank = {light.code: number for number, light in enumerate(scheme.lights)}

    def projects(self, targets: Mapping[str, Verdict]) -> list[Verdict]:
        under = self._targets_by("project", targets)
        return [
            self._rolled(Level.PROJECT, row.uuid, under[row.uuid]) for row in self.inputs.projects
        ]

    def tasks(self, targets: Mapping[str, Verdict]) -> list[Verdict]:
        under = self._targets_by("task", targets)
        return [self._rolled(Level.TASK, row.uuid, under[row.uuid]) for row in self.inputs.tasks]

    def shares(self, answers: Iterable[Verdict], targets: Mapping[str, Verdict]) -> list[Verdict]:
        """A task's light in each jurisdiction: the worst of the jurisdiction's own answers.

        `figures["joint_light"]` is the worst light of the joint targets its figures enter.
        """
        task_of = {row.uuid: row.task for row in self.inputs.targets}
        under: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
        for answer in answers:
            under[task_of[answer.object], answer.jurisdiction].append(answer)
        rows = []
        for task in self.inputs.tasks:
            for party in self.inputs.parties:
                own = under.get((task.uuid, party.slug))
                if own:
                    joint = [targets[a.object] for a in own if a.reason is Reason.JOINT]
                    more = {"joint_light": self._worst_light(joint)}
                    rows.append(self._rolled(Level.TASK, task.uuid, own, party.slug, more))
        return rows

    def areas(self, tasks: list[Verdict], targets: Mapping[str, Verdict]) -> list[Verdict]:
        area_of = {row.uuid: row.area for row in self.inputs.tasks}
        by_area: dict[str, list[Verdict]] = defaultdict(list)
        of_targets: dict[str, list[Verdict]] = defaultdict(list)
        for task in tasks:
            by_area[area_of[task.object]].append(task)
        for row in self.inputs.targets:
            of_targets[area_of[row.task]].append(targets[row.uuid])
        return [
            self._rolled(
                Level.AREA,
                row.uuid,
                by_area[row.uuid],
                more={"targets": self._counts(of_targets[row.uuid])},
            )
            for row in self.inputs.areas
        ]

    def jurisdictions(self, shares: list[Verdict], answers: Iterable[Verdict]) -> list[Verdict]:
        """Tasks by the jurisdiction's own light; `joint` counts, by the light of their joint

        targets, the tasks in which its figures only enter joint ones.
        """
        rows = []
        for party in self.inputs.parties:
            mine = [share for share in shares if share.jurisdiction == party.slug]
            own = [share for share in mine if share.reason is not Reason.JOINT]
            joint = [share for share in mine if share.reason is Reason.JOINT]
            alone = [
                answer
                for answer in answers
                if answer.jurisdiction == party.slug and answer.reason is not Reason.JOINT
            ]
            more = {
                "joint": self._counts(joint, lambda share: str(share.figures["joint_light"])),
                "targets": self._counts(alone),
            }
            rows.append(self._rolled(Level.JURISDICTION, self.programme, own, party.slug, more))
        return rows

    def programme_row(self, tasks: list[Verdict], targets: Mapping[str, Verdict]) -> Verdict:
        more = {"targets": self._counts(targets.values())}
        return self._rolled(Level.PROGRAMME, self.programme, tasks, more=more)

    def _targets_by(self, column: str, targets: Mapping[str, Verdict]) -> dict[str, list[Verdict]]:
        under: dict[str, list[Verdict]] = defaultdict(list)
        for row in self.inputs.targets:
            under[getattr(row, column) or ""].append(targets[row.uuid])
        return under

    def _rolled(
        self,
        level: Level,
        uuid: str,
        below: list[Verdict],
        jurisdiction: str = "",
        more: Mapping[str, Any] | None = None,
    ) -> Verdict:
        light = self._worst_light(below)
        figures: dict[str, Any] = {"counts": self._counts(below), **(more or {})}
        if self.scheme.roll_up[str(level)] is RollUp.WORST:
            figures["keys"] = _deciding(below, light)
        reason = Reason.ASSESSED if light else _common_reason(below)
        return Verdict(level, uuid, jurisdiction, light, reason, figures)

    def _worst_light(self, verdicts: Iterable[Verdict]) -> str:
        lights = [verdict.light for verdict in verdicts if verdict.light]
        return max(lights, key=self.rank.__getitem__, default="")

    def _counts(
        self, verdicts: Iterable[Verdict], light: Callable[[Verdict], str] = lambda v: v.light
    ) -> dict[str, int]:
        counted = Counter(light(verdict) or UNASSESSED for verdict in verdicts)
        return {name: counted[name] for name in [*self.rank, UNASSESSED]}


def _deciding(below: list[Verdict], light: str) -> list[str]:
    """Keys of the targets whose light it is."""
    keys: list[str] = []
    for verdict in below:
        if light and verdict.light == light:
            keys += [verdict.figures["key"]] if "key" in verdict.figures else []
            keys += verdict.figures.get("keys", [])
    return keys


def _common_reason(below: list[Verdict]) -> Reason:
    reasons = {verdict.reason for verdict in below}
    if not reasons:
        return Reason.NOTHING
    return reasons.pop() if len(reasons) == 1 else Reason.MIXED
