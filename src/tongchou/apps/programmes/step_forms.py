"""The rows of a ladder and of a checklist as forms."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongchou.domain.programme.target import Item, Rung, Target

from .forms import date_field

BLANK_ROWS = 1


class RungForm(forms.Form):
    """One stage of a ladder; a cleared name takes it out."""

    name = forms.CharField(label=_("Stage"), required=False, max_length=200)
    proof = forms.CharField(label=_("Proof"), required=False, max_length=300)
    planned = date_field(_("Planned for"))

    def __init__(
        self, key: str, number: int, rung: Rung | None, data: Mapping[str, str] | None
    ) -> None:
        initial = {"name": rung.name, "proof": rung.proof, "planned": rung.planned} if rung else {}
        super().__init__(data, prefix=f"rung-{key}-{number}", initial=initial)
        self.number = number

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("planned") and not cleaned.get("name"):
            self.add_error("name", _("A planned day needs the name of its stage."))
        return cleaned


class ItemForm(forms.Form):
    """One item of a checklist; a cleared name takes it out."""

    name = forms.CharField(label=_("Item"), required=False, max_length=200)
    proof = forms.CharField(label=_("Proof"), required=False, max_length=300)

    def __init__(
        self, key: str, number: int, item: Item | None, data: Mapping[str, str] | None
    ) -> None:
        initial = {"name": item.name, "proof": item.proof} if item else {}
        super().__init__(data, prefix=f"item-{key}-{number}", initial=initial)
        self.number = number


class CountForm(forms.Form):
    """How many items the notice counts, where it counts more than it names."""

    expected = forms.IntegerField(
        label=_("Counted in the notice"), required=False, min_value=0, max_value=100_000
    )

    def __init__(self, target: Target, data: Mapping[str, str] | None) -> None:
        held = target.checklist.expected if target.checklist else None
        super().__init__(data, prefix=f"count-{target.key}", initial={"expected": held})
