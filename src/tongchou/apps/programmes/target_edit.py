"""All forms of one target together: what was read, what a person put in its place."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tongchou.domain.programme.target import Checklist, Item, Ladder, Target
from tongchou.domain.programme.targets.ladders import ladder_for
from tongchou.domain.shared.canonical import decimal_text

from .choices import TargetKind
from .forms import AnswerForm, PlanForm, QuantityForm, TargetForm, iso
from .step_forms import BLANK_ROWS, CountForm, ItemForm, RungForm

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
        asked = self.kind if self.proposed is None else ""
        self.rungs = self._rungs(data) if asked == TargetKind.LADDER else []
        self.items = self._items(data) if asked == TargetKind.CHECKLIST else []
        self.counted = CountForm(target, data) if asked == TargetKind.CHECKLIST else None
        self.several = False
        self.errors: list[str] = []

    def _proposed(self, data: Data) -> Ladder | Checklist | None:
        """What its words call for, where a target has just been made a ladder or a checklist."""
        if data is None or str(self.target.kind) == self.kind:
            return None
        if self.kind == TargetKind.LADDER:
            posted = f"rung-{self.target.key}-0-name" in data
            return None if posted or self.target.ladder else ladder_for(self.target.text)
        if self.kind == TargetKind.CHECKLIST:
            posted = f"item-{self.target.key}-0-name" in data
            return None if posted or self.target.checklist else proposed_items(self.target.text)
        return None

    def _rungs(self, data: Data) -> list[RungForm]:
        held = self.target.ladder.rungs if self.target.ladder else ()
        rows = _rows(held, f"rung-{self.target.key}", data)
        return [RungForm(self.target.key, i, rung, data) for i, rung in enumerate(rows)]

    def _items(self, data: Data) -> list[ItemForm]:
        held = self.target.checklist.items if self.target.checklist else ()
        rows = _rows(held, f"item-{self.target.key}", data)
        return [ItemForm(self.target.key, i, item, data) for i, item in enumerate(rows)]

    @property
    def parties(self) -> list[tuple[Any, AnswerForm]]:
        """Each jurisdiction's checkbox with the choice of who answers there."""
        return list(zip(self.form["jurisdictions"], self.answers, strict=True))

    def is_valid(self) -> bool:
        forms = [self.form, *self.answers, *self.rungs, *self.items]
        forms += [f for f in (self.quantity, self.plan, self.counted) if f is not None]
        results = [form.is_valid() for form in forms]
        valid = all(results)
        if valid and self.rungs and not self._rung_values():
            self.errors.append(_("A ladder needs at least one stage."))
        if valid and self.items and not self._item_values():
            self.errors.append(_("A checklist needs at least one item."))
        return valid and not self.errors

    def _rung_values(self) -> list[Json]:
        return [
            {
                "name": form.cleaned_data["name"],
                "proof": form.cleaned_data["proof"],
                "planned": iso(form.cleaned_data["planned"]),
            }
            for form in self.rungs
            if form.cleaned_data["name"]
        ]

    def _item_values(self) -> list[Json]:
        """Items keep the words that they were read from, unless they are named anew."""
        held = {item.name: item.to_json() for item in self._held_items()}
        return [
            held.get(form.cleaned_data["name"], {"spans": []})
            | {"name": form.cleaned_data["name"], "proof": form.cleaned_data["proof"]}
            for form in self.items
            if form.cleaned_data["name"]
        ]

    def _held_items(self) -> tuple[Item, ...]:
        return self.target.checklist.items if self.target.checklist else ()

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
            "checklist": self._checklist_value(),
            "cadence": cleaned["cadence"],
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
            "start": iso(cleaned["start"]),
            "end": iso(cleaned["end"]),
        }

    def _ladder_value(self) -> Json | None:
        if self.kind != TargetKind.LADDER:
            return None
        if self.proposed:
            return self.proposed.to_json()
        template = self.target.ladder.template if self.target.ladder else "generic"
        return {"template": template, "rungs": self._rung_values()}

    def _checklist_value(self) -> Json | None:
        if self.kind != TargetKind.CHECKLIST:
            return None
        if self.proposed:
            return self.proposed.to_json()
        expected = self.counted.cleaned_data["expected"] if self.counted else None
        return {"items": self._item_values(), "expected": expected}


def proposed_items(text: str) -> Checklist:
    """The things a promise enumerates, else the promise itself as the only item."""
    named = [piece.strip() for piece in re.split(r"[、，；。和]", text) if piece.strip()]
    return Checklist(tuple(Item(name, "") for name in dict.fromkeys(named)))


def _rows(held: Sequence[Any], prefix: str, data: Data) -> list[Any]:
    """What is held and blank rows to fill; of a form that was sent, as many as it has."""
    count = len(held) + BLANK_ROWS
    if data is not None:
        count = 0
        while f"{prefix}-{count}-name" in data:
            count += 1
    return [*held, *[None] * count][:count]
