"""The days between which the audit record is shown."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class DaysForm(forms.Form):
    """Both days are included; either may be left open."""

    first = forms.DateField(
        label=_("From day"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
        error_messages={"invalid": _("Write a day like 2023-10-20.")},
    )
    last = forms.DateField(
        label=_("To day"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
        error_messages={"invalid": _("Write a day like 2023-10-20.")},
    )

    def clean_last(self) -> Any:
        first, last = self.cleaned_data.get("first"), self.cleaned_data["last"]
        if first and last and last < first:
            raise ValidationError(_("This day lies before the first one."))
        return last
