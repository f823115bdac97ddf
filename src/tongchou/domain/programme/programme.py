"""The programme: what a joint notice promises, as data. `to_json` is the programme file."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Clause
from tongchou.domain.programme.older import upgraded
from tongchou.domain.programme.project import Project
from tongchou.domain.programme.target import Target, spans_from_json, spans_to_json
from tongchou.domain.programme.task import Area, Task
from tongchou.domain.shared.findings import Finding, StoredFinding

SCHEMA_VERSION = 2


@dataclass(frozen=True, slots=True)
class Participant:
    """A government of the programme; without signing it has no vote."""

    name: str
    short: str
    code: str | None
    parent: str | None
    signed: bool

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "short": self.short,
            "code": self.code,
            "parent": self.parent,
            "signed": self.signed,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Participant":
        return cls(**{name: data[name] for name in ("name", "short", "code", "parent", "signed")})


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above and below a notice's text; `fields` gives the spans of each part."""

    document_number: str | None = None
    issuers: tuple[str, ...] = ()
    date: datetime.date | None = None
    title: str = ""
    annex_title: str | None = None
    addressees: tuple[str, ...] = ()
    publicity: str | None = None
    fields: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "document_number": self.document_number,
            "issuers": list(self.issuers),
            "date": self.date.isoformat() if self.date else None,
            "title": self.title,
            "annex_title": self.annex_title,
            "addressees": list(self.addressees),
            "publicity": self.publicity,
            "fields": {name: spans_to_json(spans) for name, spans in self.fields.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Header":
        return cls(
            document_number=data["document_number"],
            issuers=tuple(data["issuers"]),
            date=datetime.date.fromisoformat(data["date"]) if data["date"] else None,
            title=data["title"],
            annex_title=data["annex_title"],
            addressees=tuple(data["addressees"]),
            publicity=data["publicity"],
            fields={name: spans_from_json(spans) for name, spans in data["fields"].items()},
        )


@dataclass(frozen=True, slots=True)
class Programme:
    """The reading of one notice. Its file is `to_json()`; docs/programme.schema.json holds it."""

    header: Header
    participants: tuple[Participant, ...] = ()
    areas: tuple[Area, ...] = ()
    tasks: tuple[Task, ...] = ()
    projects: tuple[Project, ...] = ()
    targets: tuple[Target, ...] = ()
    clauses: tuple[Clause, ...] = ()
    findings: tuple[Finding, ...] = ()
    year: int | None = None

    def task(self, number: int) -> Task:
        """Raises KeyError."""
        for task in self.tasks:
            if task.number == number:
                return task
        raise KeyError(number)

    def target(self, key: str) -> Target:
        """Raises KeyError."""
        for target in self.targets:
            if target.key == key:
                return target
        raise KeyError(key)

    def project(self, key: str) -> Project:
        """Raises KeyError."""
        for project in self.projects:
            if project.key == key:
                return project
        raise KeyError(key)

    def targets_of(self, number: int) -> tuple[Target, ...]:
        return tuple(target for target in self.targets if target.task == number)

    def to_json(self) -> dict[str, Any]:
        return {
            "schema_version": SCHEMA_VERSION,
            "year": self.year,
            "header": self.header.to_json(),
            "participants": [item.to_json() for item in self.participants],
            "areas": [item.to_json() for item in self.areas],
            "tasks": [item.to_json() for item in self.tasks],
            "projects": [item.to_json() for item in self.projects],
            "targets": [item.to_json() for item in self.targets],
            "clauses": [item.to_json() for item in self.clauses],
            "findings": [item.to_json() for item in self.findings],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Programme":
        """Read a programme file. Raises ValueError for a schema number it does not know."""
        data = upgraded(data)
        if data["schema_version"] != SCHEMA_VERSION:
            raise ValueError(f"programme file of schema {data['schema_version']!r}")
        return cls(
            header=Header.from_json(data["header"]),
            participants=tuple(Participant.from_json(item) for item in data["participants"]),
            areas=tuple(Area.from_json(item) for item in data["areas"]),
            tasks=tuple(Task.from_json(item) for item in data["tasks"]),
            projects=tuple(Project.from_json(item) for item in data["projects"]),
            targets=tuple(Target.from_json(item) for item in data["targets"]),
            clauses=tuple(Clause.from_json(item) for item in data["clauses"]),
            findings=tuple(StoredFinding(item) for item in data["findings"]),
            year=data["year"],
        )
