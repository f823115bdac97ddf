"""The readings of one task as a form: period, organizations, and each target with its parts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongchou.documents import kinds
from tongchou.domain.programme.target import Quantity, Target
from tongchou.domain.programme.task import Organization, Task
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.quantities import UnknownUnitError, in_unit, normalize

from .choices import (
    Cadence,
    Combine,
    Comparator,
    Curve,
    Effort,
    Measure,
    OrganizationRole,
    PeriodKind,
    TargetKind,
)

BLANK_ORGANIZATIONS = 1


def date_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class UploadForm(forms.Form):
    notice = forms.FileField(
        label=_("Notice file"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(
            attrs={"accept": ",".join(f".{ending}" for ending in kinds.NAMED)}
        ),
        help_text=_(
            "A notice with its tasks: Word, WPS, PDF, OFD, Excel, web page, text or Markdown, "
            "at most 50 MB."
        ),
    )


class PeriodForm(forms.Form):
    start = date_field(_("First day"))
    end = date_field(_("Last day"))
    kind = forms.ChoiceField(label=_("Kind of period"), choices=PeriodKind.choices)

    def __init__(self, task: Task, data: Mapping[str, str] | None) -> None:
        period = task.period
        initial = {"start": period.start, "end": period.end, "kind": str(period.kind)}
        super().__init__(data, prefix="period", initial=initial)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", _("The period ends before it begins."))
        return cleaned


class OrganizationForm(forms.Form):
    """One organization of the task; a cleared name takes it off."""

    name = forms.CharField(label=_("Organization"), required=False, max_length=128)
    jurisdiction = forms.ChoiceField(label=_("Jurisdiction"), required=False)
    role = forms.ChoiceField(
        label=_("Part in the task"), choices=OrganizationRole.choices, required=False
    )

    def __init__(
        self,
        number: int,
        organization: Organization | None,
        jurisdictions: tuple[str, ...],
        data: Mapping[str, str] | None,
    ) -> None:
        initial = {"role": str(OrganizationRole.RESPONSIBLE)}
        if organization:
            initial = {
                "name": organization.name,
                "jurisdiction": organization.jurisdiction or "",
                "role": str(organization.role),
            }
        super().__init__(data, prefix=f"organization-{number}", initial=initial)
        self.organization = organization
        self.mark = f"o{number}"
        self.fields["jurisdiction"].choices = [
            ("", "—"),
            *((name, name) for name in jurisdictions),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("name") and not cleaned.get("jurisdiction"):
            self.add_error("jurisdiction", _("Choose the jurisdiction it belongs to."))
        return cleaned


class TargetForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=TargetKind.choices)
    text = forms.CharField(label=_("Promise"), widget=forms.Textarea(attrs={"rows": 2}))
    project = forms.CharField(
        label=_("Project"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "projects"}),
    )
    combine = forms.ChoiceField(label=_("Joint figure"), choices=Combine.choices)
    effort = forms.ChoiceField(label=_("Effort"), choices=Effort.choices)
    cadence = forms.ChoiceField(label=_("Reported"), choices=Cadence.choices)
    jurisdictions = forms.MultipleChoiceField(
        label=_("Binds"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, number: int, target: Target, parties: tuple[str, ...], data: Mapping[str, str] | None
    ) -> None:
        initial = {
            "kind": str(target.kind),
            "text": target.text,
            "project": target.project or "",
            "combine": str(target.combine),
            "effort": str(target.effort),
            "cadence": str(target.cadence),
            "jurisdictions": list(target.jurisdictions),
        }
        super().__init__(data, prefix=f"target-{target.key}", initial=initial)
        self.target = target
        self.mark = f"t{number}"
        self.fields["jurisdictions"].choices = [(name, name) for name in parties]

    @property
    def chosen_kind(self) -> str:
        """The kind as it will be: posted where it was posted, else as read."""
        posted = self.data.get(self.add_prefix("kind")) if self.is_bound else None
        return posted if posted in TargetKind.values else str(self.target.kind)

    def clean_jurisdictions(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["jurisdictions"]
        if not chosen:
            raise forms.ValidationError(_("Choose at least one jurisdiction that it binds."))
        return chosen


class AnswerForm(forms.Form):
    """Who answers for one target in one jurisdiction; empty: nobody reports there."""

    organization = forms.ChoiceField(required=False)

    def __init__(
        self,
        target: Target,
        jurisdiction: str,
        names: list[str],
        data: Mapping[str, str] | None,
    ) -> None:
        held = target.answers.get(jurisdiction, "")
        super().__init__(
            data, prefix=f"answer-{target.key}-{jurisdiction}", initial={"organization": held}
        )
        self.jurisdiction = jurisdiction
        field = self.fields["organization"]
        field.label = jurisdiction
        held_too = [held] if held and held not in names else []
        shown = [*names, *held_too]
        field.choices = [("", _("does not report")), *((name, name) for name in shown)]


class QuantityForm(forms.Form):
    """The figure as printed; its exact value in the base unit is computed."""

    number = forms.CharField(label=_("Figure"), max_length=40)
    unit = forms.CharField(label=_("Unit"), max_length=32)
    upper = forms.CharField(label=_("Up to"), max_length=40, required=False)
    comparator = forms.ChoiceField(label=_("Comparison"), choices=Comparator.choices)
    measure = forms.ChoiceField(label=_("Measure"), choices=Measure.choices)

    def __init__(self, target: Target, data: Mapping[str, str] | None) -> None:
        self.quantity = target.quantity
        initial = _quantity_initial(target.quantity) if target.quantity else {}
        super().__init__(data, prefix=f"quantity-{target.key}", initial=initial)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        unit = cleaned.get("unit")
        for name in ("number", "upper"):
            if unit and cleaned.get(name):
                self._normalize(cleaned, name, unit)
        if cleaned.get("comparator") == Comparator.RANGE and not cleaned.get("upper"):
            self.add_error("upper", _("A range needs its upper end."))
        return cleaned

    def _normalize(self, cleaned: dict[str, Any], name: str, unit: str) -> None:
        try:
            cleaned[f"{name}_value"], cleaned["base"] = normalize(cleaned[name], unit)
        except UnknownUnitError:
            self.add_error(
                "unit",
                _("This unit is not known; write it as the notices do (see the figure beside)."),
            )
        except ValueError:
            self.add_error(name, _("This is not a figure; write it as 6.93 or 12,000."))


def _quantity_initial(quantity: Quantity) -> dict[str, str]:
    upper = ""
    if quantity.upper is not None:
        upper = decimal_text(in_unit(quantity.upper, quantity.printed_unit))
    return {
        "number": quantity.number,
        "unit": quantity.printed_unit,
        "upper": upper,
        "comparator": str(quantity.comparator),
        "measure": str(quantity.measure),
    }


class PlanForm(forms.Form):
    """How the figure is expected to grow; without a curve it is not assessed."""

    curve = forms.ChoiceField(
        label=_("Expected progress"),
        choices=[("", _("no plan (not assessed)")), *Curve.choices],
        required=False,
    )
    start = date_field(_("Plan from"))
    end = date_field(_("Plan to"))

    def __init__(self, target: Target, data: Mapping[str, str] | None) -> None:
        plan = target.plan
        initial = {"curve": str(plan.curve), "start": plan.start, "end": plan.end} if plan else {}
        super().__init__(data, prefix=f"plan-{target.key}", initial=initial)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("start"), cleaned.get("end")
        if cleaned.get("curve") and not (start and end):
            self.add_error("start", _("A plan needs its first and its last day."))
        elif start and end and end < start:
            self.add_error("end", _("The plan ends before it begins."))
        return cleaned


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
