"""Gives every request the business date, and every write the address it came from."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tongchou.apps.audit import actions as audit

from . import clock

Handler = Callable[[HttpRequest], HttpResponse]


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
