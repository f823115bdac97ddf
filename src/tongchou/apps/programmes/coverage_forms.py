"""Adopting a promise, and correcting a project, as forms."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.project import Project

from .choices import Cadence, ProjectCategory
from .forms import date_field

Data = Mapping[str, str] | None


class AdoptForm(forms.Form):
    """Name, deadline and cadence of an adopted promise, and who answers in each jurisdiction."""

    name = forms.CharField(label=_("Item name"), max_length=200)
    until = date_field(_("Due by"))
    cadence = forms.ChoiceField(label=_("Reported"), choices=Cadence.choices)

    def __init__(self, reading: Programme, text: str, data: Data = None) -> None:
        super().__init__(data, initial={"name": text[:200], "cadence": str(Cadence.QUARTER)})
        self.reading = reading
        self.parties = [participant.short for participant in reading.participants]
        for place, short in enumerate(self.parties):
            self.fields[f"owner-{place}"] = forms.CharField(
                label=short,
                required=False,
                max_length=128,
                widget=forms.TextInput(attrs={"list": f"organizations-{place}"}),
            )

    @property
    def owner_fields(self) -> list[tuple[Any, str, Sequence[str]]]:
        """Each party's field, the name of its list of suggestions, and these."""
        return [
            (self[f"owner-{place}"], f"organizations-{place}", organizations(self.reading, short))
            for place, short in enumerate(self.parties)
        ]

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        year = self.reading.year
        if until and year is not None and until.year != year:
            raise forms.ValidationError(_("Give a day within the programme's year."))
        return until

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["owners"] = {
            short: owner
            for place, short in enumerate(self.parties)
            if (owner := cleaned.get(f"owner-{place}"))
        }
        if not cleaned["owners"]:
            self.add_error(None, _("Name who answers in one jurisdiction at least."))
        return cleaned


def organizations(reading: Programme, short: str) -> list[str]:
    """The organizations of a jurisdiction that the programme names."""
    named = (o for task in reading.tasks for o in task.organizations if o.jurisdiction == short)
    return sorted({organization.name for organization in named})


class ProjectForm(forms.Form):
    name = forms.CharField(label=_("Project name"), max_length=200)
    category = forms.ChoiceField(
        label=_("Category"),
        choices=[("", _("not said")), *ProjectCategory.choices],
        required=False,
    )
    jurisdictions = forms.MultipleChoiceField(
        label=_("Jurisdictions"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, project: Project, parties: Sequence[str], data: Data = None) -> None:
        initial = {
            "name": project.name,
            "category": str(project.category or ""),
            "jurisdictions": list(project.jurisdictions),
        }
        super().__init__(data, initial=initial)
        self.project = project
        bound: Any = self.fields["jurisdictions"]
        bound.choices = [(short, short) for short in parties]

    def changes(self) -> dict[str, Any]:
        """The fields that are now another, by path. Call it once the form is valid."""
        held = self.project.to_json()
        now = {name: self.cleaned_data[name] for name in ("name", "category", "jurisdictions")}
        now["category"] = now["category"] or None
        key = self.project.key
        return {f"projects/{key}/{name}": v for name, v in now.items() if v != held[name]}
