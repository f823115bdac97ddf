"""What surrounds every page: the business date, the address of a write, what was not taken."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from tongchou.apps.audit import actions as audit
from tongchou.apps.files.uploads import refused_uploads
from tongchou.apps.organizations import carried
from tongchou.web.errors import too_large

from . import clock

Handler = Callable[[HttpRequest], HttpResponse]
View = Callable[..., Any]
CHANGE = "organizations:account"


def business_date(next_handler: Handler) -> Handler:
    def handle(request: HttpRequest) -> HttpResponse:
        request.business_date = clock.business_date()  # type: ignore[attr-defined]
        return next_handler(request)

    return handle


def remote_address(next_handler: Handler) -> Handler:
    def handle(request: HttpRequest) -> HttpResponse:
        token = audit.remote_address.set(request.META.get("REMOTE_ADDR", ""))
        try:
            return next_handler(request)
        finally:
            audit.remote_address.reset(token)

    return handle


def private_pages(next_handler: Handler) -> Handler:
    """No cache on the way keeps a page, and a browser asks again before it shows one.

    It may still give back what was typed: `no-store` would lose an unsaved form on the way back.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        response = next_handler(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return handle


class SignInRequired(LoginRequiredMiddleware):
    """Sends anonymous requests to the sign-in page; a form's fields are carried over it.

    A request by script in the background is refused instead: its page keeps what was typed.
    """

    def process_view(
        self, request: HttpRequest, view: View, arguments: Any, named: Any
    ) -> HttpResponseBase | None:
        """A password that somebody else knows is changed before anything else is done."""
        answer = super().process_view(request, view, arguments, named)
        if answer is not None or not getattr(request.user, "must_change", False):
            return answer
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name == CHANGE or not getattr(view, "login_required", True):
            return None
        return redirect(CHANGE)

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view: View
    ) -> HttpResponse:
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401)
        if request.method == "POST":
            carried.keep(request)
        return super().handle_no_permission(request, view)


class RefusedUploads:
    """A form whose file passes the limit gets a page that says so, unless its view does."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.next_handler(request)

    def process_view(
        self, request: HttpRequest, view: View, _arguments: object, _named: object
    ) -> HttpResponse | None:
        if request.method != "POST" or getattr(view, "shows_refused_uploads", False):
            return None
        if not (request.content_type or "").startswith("multipart/"):
            return None
        found = refused_uploads(request)
        return too_large(request, found) if found else None
