"""Draws the picture from the two sealed contents alone: names as the revision has them, figures

and lights as the run has them.
"""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tongchou.domain.assessment.explain import explain, grounds, in_brief, light_label
from tongchou.domain.assessment.reasons import WORDS, Reason
from tongchou.domain.assessment.run import scheme_of, verdicts_of
from tongchou.domain.assessment.verdicts import Level, Verdict
from tongchou.domain.assessment.wording import amount, rate
from tongchou.domain.programme.target import TargetKind
from tongchou.domain.publication.picture import (
    AreaLine,
    Lit,
    PartyLine,
    Picture,
    Share,
    TargetLine,
    TaskLine,
    TaskShare,
)
from tongchou.domain.shared.quantities import in_unit
from tongchou.domain.shared.text import Text

NOT_RUN = Text("尚未评估", "no assessment yet")
NO_WORDS = Text("", "")


def draw(revision: Mapping[str, Any], run: Mapping[str, Any] | None) -> Picture:
    """`revision` and `run` are contents of sealed records; without a run nothing has a light."""
    return _Painter(revision, run).picture()


class _Painter:
    def __init__(self, revision: Mapping[str, Any], run: Mapping[str, Any] | None) -> None:
        self.revision = revision
        self.scheme = scheme_of(run) if run else None
        self.as_of: str | None = run["inputs"]["as_of"] if run else None
        self.verdicts: dict[tuple[str, str, str], Verdict] = {}
        for verdict in verdicts_of(run) if run else ():
            self.verdicts[str(verdict.level), verdict.object, verdict.jurisdiction] = verdict
        self.programme: str = run["programme"] if run else ""
        self.names = {party["jurisdiction"]: party["name"] for party in revision["parties"]}
        self.organizations = {
            organization["uuid"]: organization["name"]
            for task in revision["tasks"]
            for organization in task["organizations"]
        }
        self.projects = {project["uuid"]: project["name"] for project in revision["projects"]}
        self.targets: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for target in revision["targets"]:
            self.targets[target["task"]].append(target)

    def picture(self) -> Picture:
        whole = self._figures(Level.PROGRAMME, self.programme)
        tasks: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for task in self.revision["tasks"]:
            tasks[task["area"]].append(task)
        return Picture(
            revision=self.revision["number"],
            as_of=self.as_of,
            scheme=self.scheme,
            areas=tuple(
                AreaLine(
                    area["uuid"],
                    area["number"],
                    area["name"],
                    self._figures(Level.AREA, area["uuid"]).get("counts", {}),
                    tuple(self._task(task, area["number"]) for task in tasks[area["uuid"]]),
                )
                for area in self.revision["areas"]
            ),
            parties=tuple(self._party(party) for party in self.revision["parties"]),
            counts=whole.get("counts", {}),
            target_counts=whole.get("targets", {}),
        )

    def _party(self, party: Mapping[str, Any]) -> PartyLine:
        slug = party["jurisdiction"]
        figures = self._figures(Level.JURISDICTION, self.programme, slug)
        return PartyLine(
            slug,
            party["name"],
            party["signed"],
            figures.get("counts", {}),
            figures.get("joint", {}),
        )

    def _task(self, task: Mapping[str, Any], area: int) -> TaskLine:
        shares = {}
        for slug in self.names:
            verdict = self.verdicts.get((Level.TASK, task["uuid"], slug))
            if verdict is not None:
                joint = str(verdict.figures["joint_light"])
                shares[slug] = TaskShare(slug, self._lit(verdict), joint)
        return TaskLine(
            uuid=task["uuid"],
            number=task["number"],
            name=task["name"],
            area=area,
            period=task["period"]["text"],
            wanted=task["target"],
            lit=self._lit(self.verdicts.get((Level.TASK, task["uuid"], ""))),
            shares=shares,
            organizations=tuple(
                (slug, organization["name"])
                for slug in self.names
                for organization in task["organizations"]
                if organization["jurisdiction"] == slug
            ),
            targets=tuple(
                self._target(target, self.projects.get(target["project"], ""))
                for target in self.targets[task["uuid"]]
            ),
        )

    def _target(self, target: Mapping[str, Any], project: str) -> TargetLine:
        verdict = self.verdicts.get((Level.TARGET, target["uuid"], ""))
        figures = verdict.figures if verdict else {}
        quantity = target["quantity"] or {}
        unit = quantity.get("printed_unit", "")
        annual, actual = quantity.get("value"), figures.get("actual")
        rungs = (target["ladder"] or {}).get("rungs", [])
        return TargetLine(
            uuid=target["uuid"],
            key=target["key"],
            text=target["text"],
            project=project,
            kind=target["kind"],
            spans=tuple((span[0], span[1], span[2]) for span in target["spans"]),
            unit=unit,
            annual=_counted(annual, unit),
            expected=_counted(figures.get("expected"), unit),
            actual=_counted(actual, unit),
            rate=rate(actual, annual) if actual and annual and Decimal(annual) else "",
            stage=_stage(figures.get("reached")),
            stages=((figures.get("reached") or {}).get("number", 0), len(rungs)),
            lit=self._lit(verdict),
            shares=tuple(
                self._share(target, slug, target["answers"][slug])
                for slug in self.names
                if slug in target["answers"]
            ),
        )

    def _share(self, target: Mapping[str, Any], slug: str, organization: str | None) -> Share:
        verdict = self.verdicts.get((Level.ANSWER, target["uuid"], slug))
        part = next(iter(verdict.figures["parts"]), None) if verdict else None
        value, stated = None, Text("—", "—")
        if part and verdict and target["kind"] == TargetKind.QUANTITY:
            value = _counted(part["value"], target["quantity"]["printed_unit"])
            shown = amount(part["value"], verdict.figures)
            stated = Text(shown, shown)
        elif part:
            stated = _stage_words(part["rung"])
        return Share(
            jurisdiction=slug,
            name=self.names[slug],
            organization=self.organizations.get(organization or "", ""),
            lit=self._lit(verdict),
            stated=stated,
            value=value,
            as_of=part["as_of"] if part else None,
            submission=part["submission"] if part else None,
        )

    def _figures(self, level: Level, uuid: str, jurisdiction: str = "") -> Mapping[str, Any]:
        verdict = self.verdicts.get((str(level), uuid, jurisdiction))
        return verdict.figures if verdict else {}

    def _lit(self, verdict: Verdict | None) -> Lit:
        if verdict is None or self.scheme is None or self.as_of is None:
            return Lit("", "", NOT_RUN, NOT_RUN, NOT_RUN, NOT_RUN, NOT_RUN)
        return Lit(
            code=verdict.light,
            reason=str(verdict.reason),
            label=light_label(verdict.light, self.scheme),
            why=NO_WORDS if verdict.reason is Reason.ASSESSED else WORDS[verdict.reason],
            sentence=explain(verdict, self.scheme, self.as_of),
            grounds=grounds(verdict, self.scheme, self.as_of),
            brief=in_brief(verdict),
        )


def _counted(value: str | None, unit: str) -> Decimal | None:
    """A base-unit figure counted in the printed unit."""
    if value is None:
        return None
    return in_unit(Decimal(value), unit) if unit else Decimal(value)


def _stage(rung: Mapping[str, Any] | None) -> str:
    return str(rung["name"]) if rung and rung["number"] else ""


def _stage_words(rung: Mapping[str, Any]) -> Text:
    name = _stage(rung)
    return Text(name, name) if name else Text("未起步", "not begun")
