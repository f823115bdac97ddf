"""What surrounds every page: the business date, the address of a write, what was not taken."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse

from tongchou.apps.audit import actions as audit
from tongchou.apps.files.uploads import refused_uploads
from tongchou.apps.organizations import carried
from tongchou.web.errors import too_large

from . import clock

Handler = Callable[[HttpRequest], HttpResponse]
View = Callable[..., Any]


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


class SignInRequired(LoginRequiredMiddleware):
    """Sends anonymous requests to the sign-in page; a form's fields are carried over it.

    A request by script in the background is refused instead: its page keeps what was typed.
    """

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
