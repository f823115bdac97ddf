"""Signing in and out, and one's own account."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tongchou.apps.audit.naming import programme_names

from .. import actions, carried, queries
from ..forms import PasswordForm, SignInForm
from ..models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "GET" and request.user.is_authenticated:
        return redirect(next_address(request))
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if form.is_valid() and form.user is not None:
        return entered(request, form.user)
    groups = queries.by_jurisdiction(queries.demo_accounts()) if settings.TONGCHOU_DEMO else []
    context = {
        "form": form,
        "next": request.POST.get("next", request.GET.get("next", "")),
        "groups": groups,
        "carried": carried.SESSION_KEY in request.session,
    }
    return render(request, "organizations/login.html", context)


@login_not_required
@never_cache
@require_POST
def demo_login(request: HttpRequest) -> HttpResponse:
    """One click, for the accounts made for a demonstration and only while it is one."""
    if not settings.TONGCHOU_DEMO:
        raise Http404
    wanted = request.POST.get("account", "")
    for user in queries.demo_accounts():
        if str(user.uuid) == wanted:
            return entered(request, user)
    raise Http404


def entered(request: HttpRequest, user: User) -> HttpResponse:
    """Signs in, then goes where the person was going; first to what was carried over."""
    login(request, user, backend=BACKEND)
    request.session.set_expiry(None)
    found = carried.carried(request, user)
    response = redirect("organizations:resume" if found else next_address(request))
    carried.remember(response, user)
    return response


def next_address(request: HttpRequest) -> str:
    """Where the person was going, if that is a page of this site."""
    wanted = request.POST.get("next", request.GET.get("next", ""))
    allowed = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if allowed else resolve_url(settings.LOGIN_REDIRECT_URL)


@never_cache
@require_http_methods(["GET", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """Shows what was carried over. POST sends it on (307 keeps its body) or drops it."""
    found = carried.carried(request, request.user)
    if found is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    if request.method == "GET":
        return render(request, "organizations/resume.html", {"found": found})
    carried.drop(request)
    if "drop" in request.GET:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return redirect(found.path, preserve_request=True)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@sensitive_post_parameters("present", "new", "again")
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    user = cast("User", request.user)
    form = PasswordForm(user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        first = user.must_change
        actions.change_password(user=user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, user)
        messages.success(request, _("Your password is changed. Other devices are signed out."))
        return redirect("organizations:resume" if first else "organizations:account")
    context = {
        "form": form,
        "held": user.held,
        "programmes": programme_names({m.programme for m in user.held if m.programme}),
        "changeable": user.has_usable_password(),
    }
    return render(request, "organizations/account.html", context)
