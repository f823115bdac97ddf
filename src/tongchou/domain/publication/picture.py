"""One run over one revision, arranged for reading: areas, tasks, targets, each party's share.

Pages, bulletin and ledger all show it, so that they cannot differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tongchou.domain.assessment.explain import light_label
from tongchou.domain.assessment.scheme import LightScheme
from tongchou.domain.programme.target import TargetKind
from tongchou.domain.shared.text import Text


@dataclass(frozen=True, slots=True)
class Lit:
    """A light with its words; `code` is blank for 未评 and `why` then says why in few words.

    `sentence` explains it whole, `grounds` without naming the rule, `brief` in a table's cell.
    """

    code: str
    reason: str
    label: Text
    why: Text
    sentence: Text
    grounds: Text
    brief: Text

    @property
    def shown(self) -> str:
        """The code under which looks are chosen."""
        return self.code or "none"


@dataclass(frozen=True, slots=True)
class Share:
    """A jurisdiction's part in a target: who answers, what is approved, from which submission."""

    jurisdiction: str
    name: str
    organization: str
    lit: Lit
    stated: Text
    value: Decimal | None
    as_of: str | None
    submission: str | None


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target with its figures in the unit the notice prints; `actual` for a ladder is a stage."""

    uuid: str
    key: str
    text: str
    project: str
    kind: str
    spans: tuple[tuple[int, int, int], ...]
    unit: str
    annual: Decimal | None
    expected: Decimal | None
    actual: Decimal | None
    rate: str
    stage: str
    stages: tuple[int, int]
    lit: Lit
    shares: tuple[Share, ...]

    @property
    def is_quantity(self) -> bool:
        return self.kind == TargetKind.QUANTITY


@dataclass(frozen=True, slots=True)
class TaskShare:
    """A task in one jurisdiction; `joint` is the light of its joint targets where it has none."""

    jurisdiction: str
    lit: Lit
    joint: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    uuid: str
    number: int
    name: str
    area: int
    period: str
    wanted: str
    lit: Lit
    shares: Mapping[str, TaskShare]
    organizations: tuple[tuple[str, str], ...]
    targets: tuple[TargetLine, ...]

    @property
    def printed_organizations(self) -> str:
        return "、".join(name for _, name in self.organizations)

    def late(self) -> Iterator[TargetLine]:
        """The targets that give the task a light worse than the best."""
        worst = self.lit.code
        yield from (line for line in self.targets if worst and line.lit.code == worst)


@dataclass(frozen=True, slots=True)
class AreaLine:
    uuid: str
    number: int
    name: str
    counts: Mapping[str, int]
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class PartyLine:
    """`counts`: tasks by the jurisdiction's own light; `joint`: tasks only in joint figures."""

    slug: str
    name: str
    signed: bool
    counts: Mapping[str, int]
    joint: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """Of the revision of that number; `scheme` and `as_of` are None before the first run."""

    revision: int
    as_of: str | None
    scheme: LightScheme | None
    areas: tuple[AreaLine, ...]
    parties: tuple[PartyLine, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    target_counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def tasks(self) -> tuple[TaskLine, ...]:
        return tuple(task for area in self.areas for task in area.tasks)

    def task(self, number: int) -> TaskLine | None:
        return next((task for task in self.tasks if task.number == number), None)

    def labels(self) -> list[tuple[str, Text]]:
        """Every light from the best to the worst, then 未评."""
        if self.scheme is None:
            return []
        lights = [(light.code, light.label) for light in self.scheme.lights]
        return [*lights, ("none", light_label("", self.scheme))]
