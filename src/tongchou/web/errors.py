"""The pages of what went wrong: each says what happened and what to do next."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from tongchou.domain.shared.findings import Finding


def bad_request(_request: HttpRequest, exception: object = None) -> HttpResponse:  # noqa: ARG001
    return _bare("errors/bad_request.html", 400)


def forbidden(request: HttpRequest, exception: object = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "errors/forbidden.html", status=403)


def not_found(request: HttpRequest, exception: object = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "errors/not_found.html", status=404)


def failed(_request: HttpRequest) -> HttpResponse:
    return _bare("errors/failed.html", 500)


def too_large(request: HttpRequest, findings: Iterable[Finding]) -> HttpResponse:
    return render(request, "errors/too_large.html", {"findings": list(findings)}, status=413)


def form_expired(request: HttpRequest, **_named: Any) -> HttpResponse:
    """A form without its valid token: usually a page left open since another sign-in.

    A request so large that it was not read has no token either, and says what it is.
    """
    if refused := getattr(request, "refused_uploads", None):
        return too_large(request, refused)
    return render(request, "errors/form_expired.html", status=403)


def _bare(template: str, status: int) -> HttpResponse:
    """A page without request, session or database: it must stand when those do not."""
    return HttpResponse(loader.get_template(template).render({}), status=status)
