"""A light scheme: measures, inclusive bounds, colours and roll-up, as data with a source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tongchou.domain.assessment.findings import (
    GapBetweenBounds,
    InvertedBound,
    MissingMeasure,
    OverlappingBounds,
    SchemeUnreadable,
    UnknownLight,
    UnknownMeasure,
    UnknownRollUp,
)
from tongchou.domain.shared.findings import Finding, Position, Refused
from tongchou.domain.shared.text import Text

DEFAULT = "sanya-projects"
EXAMPLE = Text("示例规则", "example rule")
NO_LIGHT = -1


class Measure(StrEnum):
    """What is held against the bounds, as whole numbers."""

    RELATIVE_SHORTFALL = "relative_shortfall"
    """(expected - actual) / expected, in millionths."""
    DAYS_BEHIND = "days_behind"
    """Days since the planned day of the earliest stage that is due and not reached."""


class RollUp(StrEnum):
    WORST = "worst"
    COUNTS = "counts"


LEVELS = ("project", "task", "area", "jurisdiction", "programme")


@dataclass(frozen=True, slots=True)
class Light:
    code: str
    label: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Bound:
    """Both ends belong to it; None is without end."""

    light: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class LightScheme:
    """`lights` stand from best to worst; a light's code in a column is its place among them."""

    name: str
    version: str
    adopted: bool
    title: Text
    source: Text
    lights: tuple[Light, ...]
    bounds: Mapping[Measure, tuple[Bound, ...]]
    roll_up: Mapping[str, RollUp]
    data: Mapping[str, Any]

    def lights_of(self, measure: Measure, values: NDArray[np.int64]) -> NDArray[np.int8]:
        """The code of the light of each value; every whole number has exactly one."""
        bounds = self.bounds[measure]
        ends = np.array([bound.end for bound in bounds[:-1]], dtype=np.int64)
        codes = np.array([self.code(bound.light) for bound in bounds], dtype=np.int8)
        return codes[np.searchsorted(ends, values, side="left")]

    def bound_of(self, measure: Measure, value: int) -> Bound:
        """The bound a value falls within."""
        return next(b for b in self.bounds[measure] if b.end is None or value <= b.end)

    def code(self, light: str) -> int:
        return [known.code for known in self.lights].index(light)

    def light(self, code: str) -> Light:
        """Raises KeyError."""
        for light in self.lights:
            if light.code == code:
                return light
        raise KeyError(code)

    @property
    def standing(self) -> Text:
        """示例规则 until every party has adopted the scheme."""
        return Text("", "") if self.adopted else EXAMPLE


@cache
def load_scheme(name: str = DEFAULT) -> LightScheme:
    """A scheme that comes with the product. Raises FileNotFoundError or `Refused`."""
    path = files("tongchou.domain.assessment").joinpath("schemes", f"{name}.json")
    return scheme_from_json(json.loads(path.read_text("utf-8")))


def scheme_from_json(data: Mapping[str, Any]) -> LightScheme:
    """Reads and checks a scheme. Raises `Refused` with every finding at once."""
    findings = list(check_scheme(data))
    if findings:
        raise Refused(findings)
    return LightScheme(
        name=data["name"],
        version=data["version"],
        adopted=data["adopted"],
        title=Text(**data["title"]),
        source=Text(**data["source"]),
        lights=tuple(
            Light(item["code"], Text(**item["label"]), Text(**item["meaning"]))
            for item in data["lights"]
        ),
        bounds={
            Measure(item["measure"]): tuple(_sorted_bounds(item["bounds"]))
            for item in data["measures"]
        },
        roll_up={level: RollUp(data["roll_up"][level]) for level in LEVELS},
        data=data,
    )


def check_scheme(data: Mapping[str, Any]) -> list[Finding]:
    """Every finding on a scheme file; none means that each whole number has exactly one light."""
    shape = _check_shape(data)
    if shape:
        return shape
    findings: list[Finding] = []
    lights = {item["code"] for item in data["lights"]}
    given = {item["measure"] for item in data["measures"]}
    known = "、".join(Measure)
    for item in data["measures"]:
        place = Position(where=item["measure"])
        if item["measure"] not in set(Measure):
            findings.append(UnknownMeasure(place, measure=item["measure"], known=known))
        findings += [
            UnknownLight(place, light=bound["light"])
            for bound in item["bounds"]
            if bound["light"] not in lights
        ]
        findings += _check_bounds(item["measure"], item["bounds"])
    findings += [
        MissingMeasure(measure=str(measure)) for measure in Measure if measure not in given
    ]
    ways = data["roll_up"]
    findings += [
        UnknownRollUp(level=level, way=ways.get(level, ""), known="、".join(RollUp))
        for level in LEVELS
        if ways.get(level) not in set(RollUp)
    ]
    return findings


def _check_shape(data: Mapping[str, Any]) -> list[Finding]:
    kinds: dict[str, type] = {
        "name": str,
        "version": str,
        "adopted": bool,
        "title": dict,
        "source": dict,
        "lights": list,
        "measures": list,
        "roll_up": dict,
    }
    wrong = [name for name, kind in kinds.items() if not isinstance(data.get(name), kind)]
    if wrong:
        return [SchemeUnreadable(Position(where=name), part=name) for name in wrong]
    wrong = [name for name in ("title", "source") if set(data[name]) != {"zh", "en"}]
    wrong += [
        f"lights[{number}]"
        for number, item in enumerate(data["lights"])
        if set(item) != {"code", "label", "meaning"}
    ]
    wrong += [
        f"measures[{number}]"
        for number, item in enumerate(data["measures"])
        if set(item) != {"measure", "bounds"} or not _whole(item["bounds"])
    ]
    return [SchemeUnreadable(Position(where=part), part=part) for part in wrong]


def _whole(bounds: object) -> bool:
    """Whether the bounds are a list whose ends are whole numbers or open."""
    if not isinstance(bounds, list) or not bounds:
        return False
    return all(
        set(bound) == {"light", "from", "to"}
        and all(end is None or type(end) is int for end in (bound["from"], bound["to"]))
        for bound in bounds
    )


def _sorted_bounds(bounds: list[dict[str, Any]]) -> list[Bound]:
    made = [Bound(item["light"], item["from"], item["to"]) for item in bounds]
    return sorted(made, key=lambda b: (b.start is not None, b.start or 0))


def _check_bounds(measure: str, bounds: list[dict[str, Any]]) -> list[Finding]:
    findings: list[Finding] = []
    place = Position(where=measure)
    ordered = _sorted_bounds(bounds)
    for bound in ordered:
        if bound.start is not None and bound.end is not None and bound.start > bound.end:
            findings.append(InvertedBound(place, measure=measure, start=bound.start, end=bound.end))
    if findings:
        return findings
    infinite = "∞"
    if ordered[0].start is not None:
        end = ordered[0].start - 1
        findings.append(GapBetweenBounds(place, measure=measure, start=f"-{infinite}", end=end))
    reached: int | None = ordered[0].end
    for bound in ordered[1:]:
        start = bound.start
        if start is None or reached is None or start <= reached:
            shown = f"-{infinite}" if start is None else start
            until = min((e for e in (reached, bound.end) if e is not None), default=infinite)
            findings.append(OverlappingBounds(place, measure=measure, start=shown, end=until))
        elif start > reached + 1:
            findings.append(
                GapBetweenBounds(place, measure=measure, start=reached + 1, end=start - 1)
            )
        open_ended = reached is None or bound.end is None
        reached = None if open_ended else max(e for e in (reached, bound.end) if e is not None)
    if reached is not None:
        findings.append(GapBetweenBounds(place, measure=measure, start=reached + 1, end=infinite))
    return findings
