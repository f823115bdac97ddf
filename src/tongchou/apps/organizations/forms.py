"""The forms of signing in, of one's own account, and of the people of this instance."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tongchou.apps.audit.naming import programme_names

from .choices import Role
from .models import Jurisdiction, Organization, User
from .passwords import check_password

PRESENT = {"autocomplete": "current-password"}
NEW = {"autocomplete": "new-password"}


class SignInForm(forms.Form):
    login = forms.CharField(
        label=_("Account"),
        max_length=64,
        widget=forms.TextInput({"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("Password"), strip=False, widget=forms.PasswordInput(PRESENT), max_length=200
    )

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(data)
        self.request = request
        self.user: User | None = None

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self.user = authenticate(self.request, **self.cleaned_data)
            if self.user is None:
                raise ValidationError(_("Account and password do not match an open account."))
        return self.cleaned_data


class PasswordForm(forms.Form):
    """The person's own change of password."""

    present = forms.CharField(
        label=_("Present password"), strip=False, widget=forms.PasswordInput(PRESENT)
    )
    new = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(NEW),
        help_text=_("Ten characters or more; not a common password, not digits alone."),
    )
    again = forms.CharField(
        label=_("New password again"), strip=False, widget=forms.PasswordInput(NEW)
    )

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.user = user

    def clean_present(self) -> str:
        present: str = self.cleaned_data["present"]
        if not self.user.check_password(present):
            raise ValidationError(_("This is not your present password."))
        return present

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        check_password(new, self.user)
        if self.user.check_password(new):
            raise ValidationError(_("This is the present password: choose another."))
        return new

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if "new" in self.cleaned_data and again != self.cleaned_data["new"]:
            raise ValidationError(_("The two new passwords differ."))
        return again


class OrganizationField(forms.ModelChoiceField):
    def label_from_instance(self, organization: Organization) -> str:
        return f"{organization.jurisdiction.name} · {organization.name}"


def programme_choices() -> list[tuple[str, Any]]:
    return [("", _("Every programme")), *((str(u), n) for u, n in programme_names().items())]


class RoleForm(forms.Form):
    """A role, in one programme or in all, with the place that this role has."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    programme = forms.TypedChoiceField(
        label=_("Programme"),
        required=False,
        choices=programme_choices,
        coerce=UUID,
        empty_value=None,
        help_text=_("An administrator's role holds for the whole instance."),
    )
    organization = OrganizationField(
        label=_("Organization"),
        required=False,
        queryset=Organization.objects.select_related("jurisdiction"),
        empty_label="—",
        help_text=_("For a liaison."),
    )
    jurisdiction = forms.ModelChoiceField(
        label=_("Jurisdiction"),
        required=False,
        queryset=Jurisdiction.objects.all(),
        empty_label="—",
        help_text=_("For a reviewer."),
    )

    def clean(self) -> dict[str, Any]:
        """Keeps of programme, organization and jurisdiction only what the role has."""
        role = self.cleaned_data.get("role")
        if role == Role.ADMINISTRATOR:
            self.cleaned_data["programme"] = None
        for field, owner in (("organization", Role.LIAISON), ("jurisdiction", Role.REVIEWER)):
            if role != owner:
                self.cleaned_data[field] = None
            elif field not in self.errors and self.cleaned_data.get(field) is None:
                self.add_error(field, _("This role needs one."))
        return self.cleaned_data


class AccountForm(RoleForm):
    """An account with its first role."""

    login = forms.SlugField(
        label=_("Account"),
        max_length=64,
        help_text=_("Letters, digits, hyphen: what the person signs in with."),
        error_messages={"invalid": _("Only letters, digits, hyphen and underscore.")},
    )
    name = forms.CharField(label=_("Name"), max_length=64)
    password = forms.CharField(
        label=_("First password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(NEW),
        help_text=_("Ten characters or more. The person changes it at the first sign-in."),
    )

    def clean_login(self) -> str:
        login: str = self.cleaned_data["login"]
        if User.objects.filter(login=login).exists():
            raise ValidationError(_("There is an account of this name already."))
        return login

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        check_password(password)
        return password
