from django import forms
from django.utils.translation import gettext_lazy as _


class AssessForm(forms.Form):
    as_of = forms.DateField(
        label=_("As of"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Figures of periods that ended by this day are read."),
    )
