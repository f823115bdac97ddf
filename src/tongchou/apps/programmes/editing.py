"""All forms of one task together: what was read, what a person put in its place."""

from collections.abc import Iterator
from typing import Any

from tongchou.domain.programme.amending.fields import target_path, task_path
from tongchou.domain.programme.programme import Participant, Programme
from tongchou.domain.programme.task import Organization, Role, Task
from tongchou.domain.shared.organizations import OrganizationKind

from .forms import BLANK_ORGANIZATIONS, OrganizationForm, PeriodForm, iso
from .target_edit import Data, TargetEdit

Json = dict[str, Any]


class TaskEdit:
    """The forms of one task of a draft; `data` is what was posted, None to show what was read."""

    def __init__(self, reading: Programme, number: int, data: Data = None) -> None:
        self.task = reading.task(number)
        parties = tuple(participant.short for participant in reading.participants)
        self.period = PeriodForm(self.task, data)
        self.organizations = self._organizations(parties, data)
        names = {p.short: _names(self.task, p, data) for p in reading.participants}
        self.projects = [project.name for project in reading.projects]
        self.targets = [
            TargetEdit(i, target, names, data)
            for i, target in enumerate(reading.targets_of(number), start=1)
        ]
        for edit in self.targets:
            edit.several = len(self.targets) > 1

    @property
    def proposes(self) -> bool:
        """Whether saving adds stages or items that nobody has seen yet."""
        return any(target.proposed for target in self.targets)

    def _organizations(self, parties: tuple[str, ...], data: Data) -> list[OrganizationForm]:
        held: list[Organization | None] = list(self.task.organizations)
        count = len(held) + BLANK_ORGANIZATIONS
        while data is not None and f"organization-{count}-name" in data:
            count += 1
        rows = [*held, *[None] * count][:count]
        return [OrganizationForm(i, row, parties, data) for i, row in enumerate(rows)]

    def is_valid(self) -> bool:
        forms = [self.period, *self.organizations]
        results = [form.is_valid() for form in forms]
        results += [target.is_valid() for target in self.targets]
        return all(results)

    def corrections(self) -> dict[str, Any]:
        """The readings that are now another, by path. Call it once `is_valid()` holds."""
        return dict(self._changed())

    def _changed(self) -> Iterator[tuple[str, Any]]:
        now = self.task.to_json()
        for name, value in (("period", self._period()), ("organizations", self._named())):
            if value != now[name]:
                yield task_path(self.task.number, name), value
        renamed = self._renamed()
        for edit in self.targets:
            held = edit.target.to_json()
            for name, value in edit.values(renamed).items():
                if value != held[name]:
                    yield target_path(self.task.number, edit.target.key, name), value

    def _period(self) -> Json:
        cleaned = self.period.cleaned_data
        start, end = iso(cleaned["start"]), iso(cleaned["end"])
        return {
            "text": self.task.period.text,
            "start": start,
            "end": end,
            "kind": cleaned["kind"],
        }

    def _named(self) -> list[Json]:
        return [
            _organization_value(form) for form in self.organizations if form.cleaned_data["name"]
        ]

    def _renamed(self) -> dict[str, str]:
        return {
            form.organization.name: form.cleaned_data["name"]
            for form in self.organizations
            if form.organization and form.cleaned_data["name"]
        }


def _organization_value(form: OrganizationForm) -> Json:
    cleaned = form.cleaned_data
    held = form.organization or Organization(
        name=cleaned["name"],
        jurisdiction=None,
        role=Role.RESPONSIBLE,
        printed=cleaned["name"],
        kind=OrganizationKind.GOVERNMENT,
        function=None,
        spans=(),
    )
    return held.to_json() | {
        "name": cleaned["name"],
        "jurisdiction": cleaned["jurisdiction"],
        "role": cleaned["role"] or str(Role.RESPONSIBLE),
    }


def _names(task: Task, party: Participant, data: Data) -> list[str]:
    """Who on the task may answer for a party, those that are being added included.

    For one that did not sign, an organization of another may.
    """
    named = [(o.jurisdiction, o.name) for o in task.organizations]
    number = 0
    while data is not None and f"organization-{number}-name" in data:
        home = data.get(f"organization-{number}-jurisdiction")
        named.append((home, data[f"organization-{number}-name"].strip()))
        number += 1
    names = [name for home, name in named if home == party.short or not party.signed]
    return [name for name in dict.fromkeys(names) if name]
