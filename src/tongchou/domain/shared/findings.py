"""What a person can mend, said with a code, a place and a remedy.

Every concrete finding is a subclass that sets `code`, `severity`, `title`, `template` and
`remedy`. Codes: N notice, P programme, R report, A assessment, X files and exchange.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from tongchou.domain.shared.text import Text


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Position:
    """A place: a block of a document with a code-point range, or just words (`where`)."""

    block: int | None = None
    start: int | None = None
    end: int | None = None
    where: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"block": self.block, "start": self.start, "end": self.end, "where": self.where}


class Finding:
    """Base of all findings. `SomeFinding(position, **params)` fills `template` and `remedy`."""

    code: str
    severity: Severity
    title: Text
    template: Text
    remedy: Text
    registry: ClassVar[dict[str, type["Finding"]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "code" not in cls.__dict__:
            return
        known = Finding.registry.setdefault(cls.code, cls)
        if known.__qualname__ != cls.__qualname__:
            raise TypeError(f"finding code {cls.code} is used by {known.__qualname__} already")

    def __init__(self, position: Position | None = None, **params: object) -> None:
        self.position = position or Position()
        self.params: dict[str, object] = params
        self.text = self.template.filled(params)
        self.advice = self.remedy.filled(params)

    def message(self, lang: str) -> str:
        return self.text.in_language(lang)

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.text.to_json(),
            "position": self.position.to_json(),
            "remedy": self.advice.to_json(),
        }

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash((self.code, self.text, self.position))

    def __repr__(self) -> str:
        return f"<{self.code} {self.text.en}>"


class StoredFinding(Finding):
    """A finding read back from a record: its words stay as they were written."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.code = str(data["code"])
        self.severity = Severity(data["severity"])
        self.position = Position(**data["position"])
        self.params = {}
        self.text = Text(**data["message"])
        self.advice = Text(**data["remedy"])
        known = Finding.registry.get(self.code)
        self.title = known.title if known else self.text
        self.template, self.remedy = self.text, self.advice


def finding_classes() -> tuple[type[Finding], ...]:
    """Every finding class imported so far, ordered by code."""
    return tuple(Finding.registry[code] for code in sorted(Finding.registry))


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


class Refused(Exception):
    """An action that a person can mend was not done; `findings` say why and what to do."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            "; ".join(f"{finding.code} {finding.text.en}" for finding in self.findings)
        )
