"""All forms of one task together: what was read, what a person put in its place."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from tongchou.domain.programme.fields import target_path, task_path
from tongchou.domain.programme.ladders import ladder_for
from tongchou.domain.programme.programme import Participant, Programme
from tongchou.domain.programme.target import Ladder, Target
from tongchou.domain.programme.task import Organization, Role, Task
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.organizations import OrganizationKind

from .choices import TargetKind
from .forms import (
    BLANK_ORGANIZATIONS,
    BLANK_RUNGS,
    AnswerForm,
    OrganizationForm,
    PeriodForm,
    PlanForm,
    QuantityForm,
    RungForm,
    TargetForm,
)

Json = dict[str, Any]
Data = Mapping[str, str] | None


class TargetEdit:
    """The forms of one target; `number` counts within its task and marks its words."""

    def __init__(
        self, number: int, target: Target, names: Mapping[str, list[str]], data: Data
    ) -> None:
        """`names` are the organizations that may answer, for each party."""
        self.number = number
        self.target = target
        self.form = TargetForm(number, target, tuple(names), data)
        self.kind = self.form.chosen_kind
        self.answers = [AnswerForm(target, party, names[party], data) for party in names]
        figure = self.kind == TargetKind.QUANTITY
        self.quantity = QuantityForm(target, data) if figure else None
        self.plan = PlanForm(target, data) if figure else None
        self.proposed = self._proposed(data)
        ladder = self.kind == TargetKind.LADDER and self.proposed is None
        self.rungs = self._rungs(data) if ladder else []
        self.errors: list[str] = []

    def _proposed(self, data: Data) -> Ladder | None:
        """The ladder that its words call for, where a target has just been made one."""
        if data is None or self.kind != TargetKind.LADDER or self.target.ladder:
            return None
        if f"rung-{self.target.key}-0-name" in data:
            return None
        return ladder_for(self.target.text)

    def _rungs(self, data: Data) -> list[RungForm]:
        held = self.target.ladder.rungs if self.target.ladder else ()
        count = len(held) + BLANK_RUNGS
        if data is not None:
            count = 0
            while f"rung-{self.target.key}-{count}-name" in data:
                count += 1
        rows = [*held, *[None] * count][:count]
        return [RungForm(self.target.key, i, rung, data) for i, rung in enumerate(rows)]

    @property
    def parties(self) -> list[tuple[Any, AnswerForm]]:
        """Each jurisdiction's checkbox with the choice of who answers there."""
        return list(zip(self.form["jurisdictions"], self.answers, strict=True))

    def is_valid(self) -> bool:
        forms = [self.form, *self.answers, *self.rungs]
        forms += [form for form in (self.quantity, self.plan) if form is not None]
        results = [form.is_valid() for form in forms]
        valid = all(results)
        if valid and self.rungs and not self._rung_values():
            self.errors.append(_("A ladder needs at least one stage."))
        return valid and not self.errors

    def _rung_values(self) -> list[Json]:
        return [
            {
                "name": form.cleaned_data["name"],
                "proof": form.cleaned_data["proof"],
                "planned": _iso(form.cleaned_data["planned"]),
            }
            for form in self.rungs
            if form.cleaned_data["name"]
        ]

    def values(self, renamed: Mapping[str, str]) -> Json:
        """The target's readings as JSON; `renamed` maps old names of organizations to new ones."""
        cleaned = self.form.cleaned_data
        bound = cleaned["jurisdictions"]
        chosen = {form.jurisdiction: form.cleaned_data["organization"] for form in self.answers}
        return {
            "kind": cleaned["kind"],
            "text": cleaned["text"].replace("\r\n", "\n"),
            "project": cleaned["project"] or None,
            "combine": cleaned["combine"],
            "effort": cleaned["effort"],
            "jurisdictions": bound,
            "answers": {
                name: renamed.get(organization, organization)
                for name, organization in chosen.items()
                if name in bound and organization
            },
            "quantity": self._quantity_value(),
            "plan": self._plan_value(),
            "ladder": self._ladder_value(),
        }

    def _quantity_value(self) -> Json | None:
        if self.quantity is None:
            return None
        cleaned, held = self.quantity.cleaned_data, self.target.quantity
        upper = cleaned.get("upper_value")
        value: Json = (
            held.to_json()
            if held
            else {"field": "target", "text": "", "role": "target", "spans": []}
        )
        return value | {
            "number": cleaned["number"],
            "value": decimal_text(cleaned["number_value"]),
            "upper": None if upper is None else decimal_text(upper),
            "unit": cleaned["base"],
            "printed_unit": cleaned["unit"],
            "comparator": cleaned["comparator"],
            "measure": cleaned["measure"],
        }

    def _plan_value(self) -> Json | None:
        if self.plan is None or not self.plan.cleaned_data["curve"]:
            return None
        cleaned = self.plan.cleaned_data
        return {
            "curve": cleaned["curve"],
            "start": _iso(cleaned["start"]),
            "end": _iso(cleaned["end"]),
        }

    def _ladder_value(self) -> Json | None:
        if self.kind != TargetKind.LADDER:
            return None
        if self.proposed:
            return self.proposed.to_json()
        template = self.target.ladder.template if self.target.ladder else "generic"
        return {"template": template, "rungs": self._rung_values()}


class TaskEdit:
    """The forms of one task of a draft; `data` is what was posted, None to show what was read."""

    def __init__(self, reading: Programme, number: int, data: Data = None) -> None:
        self.task = reading.task(number)
        parties = tuple(participant.short for participant in reading.participants)
        self.period = PeriodForm(self.task, data)
        self.organizations = self._organizations(parties, data)
        names = {p.short: _names(self.task, p, data) for p in reading.participants}
        self.targets = [
            TargetEdit(i, target, names, data)
            for i, target in enumerate(reading.targets_of(number), start=1)
        ]

    @property
    def proposes(self) -> bool:
        """Whether saving adds stages that nobody has seen yet."""
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
        start, end = _iso(cleaned["start"]), _iso(cleaned["end"])
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


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
