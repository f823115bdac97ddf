"""The reviewer's queue, and one submission beside what the last period said."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tongchou.apps.organizations.queries import standing
from tongchou.apps.programmes.queries import programme_for
from tongchou.apps.reports.queries import is_reviewer, report_for, submissions_of
from tongchou.domain.shared.findings import Finding, Refused

from . import actions, queries

if TYPE_CHECKING:
    from tongchou.apps.reports.models import Report

REFUSED = 422


@require_GET
def queue(request: HttpRequest, slug: str) -> HttpResponse:
    programme = programme_for(request.user, slug)
    request.programme = programme
    if not standing(request.user, programme.uuid).reviewer:
        raise Http404
    context = {
        "programme": programme,
        "waiting": list(queries.to_review(request.user, programme)),
        "decided": list(queries.decided(request.user, programme)),
        "on": request.business_date,
    }
    return render(request, "reviews/queue.html", context)


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    report = report_for(request.user, slug, uuid)
    request.programme = report.programme
    if not is_reviewer(request.user, report):
        raise Http404
    if request.method != "POST":
        return _page(request, report)
    try:
        _decide(request, report)
    except Refused as refused:
        fresh = report_for(request.user, slug, uuid)
        return _page(request, fresh, refused.findings, request.POST.get("reason", ""))
    return redirect("reviews:queue", slug)


def _decide(request: HttpRequest, report: "Report") -> None:
    """Decides on the submission that the page showed, whatever came since."""
    number = request.POST.get("number", "")
    common = {
        "report": report,
        "by": request.user,
        "on": request.business_date,
        "number": int(number) if number.isdecimal() and len(number) < 6 else 0,
    }
    if request.POST.get("action") == "approve":
        actions.approve(**common)
        messages.success(request, _("Approved; the figures are current now."))
    else:
        actions.return_report(reason=request.POST.get("reason", ""), **common)
        messages.success(request, _("Returned with your reason."))


def _page(
    request: HttpRequest, report: "Report", found: Iterable[Finding] = (), reason: str = ""
) -> HttpResponse:
    submissions = list(submissions_of(request.user, report))
    latest = submissions[0]
    latest.report = report
    lines = queries.compare(latest, request.business_date)
    context = {
        "programme": report.programme,
        "report": report,
        "submission": latest,
        "earlier": submissions[1:],
        "lines": lines,
        "changed": sum(line.changed for line in lines),
        "warned": sum(bool(line.findings) for line in lines),
        "waiting": latest.outcome == "waiting",
        "found": [finding.to_json() for finding in found],
        "reason": reason,
    }
    return render(request, "reviews/review.html", context, status=REFUSED if found else 200)
