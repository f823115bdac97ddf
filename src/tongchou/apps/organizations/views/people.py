"""The people of this instance, as the administrator sees and manages them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from tongchou.apps.audit.naming import programme_names
from tongchou.domain.shared.findings import Refused

from .. import actions, queries
from ..forms import AccountForm, RoleForm
from ..models import Membership, User

PAGE = 50


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    for_administrator(request)
    form = AccountForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = admit(by=request.user, **form.cleaned_data)
        messages.success(request, _("The account of %(name)s is open.") % {"name": user.name})
        return redirect("organizations:people")
    page = Paginator(queries.accounts(), PAGE).get_page(request.GET.get("page"))
    programmes = programme_names()
    context = {
        "form": form,
        "page": page,
        # Where there is one programme only, naming it beside every role says nothing.
        "programmes": programmes if len(programmes) > 1 else {},
    }
    return render(request, "organizations/people.html", context)


@transaction.atomic
def admit(*, by: User, login: str, name: str, password: str, **role: Any) -> User:
    """An account and its first role, both or neither."""
    user = actions.open_account(login=login, name=name, password=password, must_change=True, by=by)
    actions.give_role(user=user, by=by, **role)
    return user


@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One account: its roles, a further one, a new password, closing. A post gives a role."""
    for_administrator(request)
    user = get_object_or_404(queries.accounts(), uuid=uuid)
    form = RoleForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        request,
        lambda: actions.give_role(user=user, by=request.user, **form.cleaned_data),
        _("The role is given."),
    ):
        return redirect("organizations:person", uuid)
    context = {"person": user, "form": form, "programmes": programme_names()}
    return render(request, "organizations/person.html", context)


@require_POST
def end_role(request: HttpRequest, uuid: UUID) -> HttpResponse:
    for_administrator(request)
    membership = get_object_or_404(Membership.objects.select_related("user"), uuid=uuid)
    done(
        request,
        lambda: actions.end_role(membership=membership, by=request.user),
        _("The role is ended."),
    )
    return redirect("organizations:person", membership.user.uuid)


@never_cache
@sensitive_variables("password")
@require_POST
def reset_password(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The answer itself shows the password, once: no address leads to it again."""
    for_administrator(request)
    user = get_object_or_404(User, uuid=uuid)
    try:
        password = actions.reset_password(user=user, by=request.user)
    except Refused as refused:
        tell(request, refused)
        return redirect("organizations:person", uuid)
    context = {"person": user, "password": password}
    return render(request, "organizations/new_password.html", context)


@require_POST
def close_account(request: HttpRequest, uuid: UUID) -> HttpResponse:
    for_administrator(request)
    user = get_object_or_404(User, uuid=uuid)
    done(
        request,
        lambda: actions.close_account(user=user, by=request.user),
        _("The account is closed."),
    )
    return redirect("organizations:person", uuid)


@require_POST
def reopen_account(request: HttpRequest, uuid: UUID) -> HttpResponse:
    for_administrator(request)
    user = get_object_or_404(User, uuid=uuid)
    actions.reopen_account(user=user, by=request.user)
    messages.success(request, _("The account is open again."))
    return redirect("organizations:person", uuid)


def done(request: HttpRequest, act: Callable[[], object], said: str) -> bool:
    """Whether the action was taken; the next page tells either way."""
    try:
        act()
    except Refused as refused:
        tell(request, refused)
        return False
    messages.success(request, said)
    return True


def tell(request: HttpRequest, refused: Refused) -> None:
    language = get_language() or ""
    for finding in refused.findings:
        remedy = finding.remedy.in_language(language)
        messages.error(request, _("%(what)s. To mend it: %(remedy)s.")
                       % {"what": finding.message(language), "remedy": remedy})  # fmt: skip


def for_administrator(request: HttpRequest) -> None:
    """A page that does not exist for anyone else."""
    if not request.user.is_administrator:
        raise Http404
