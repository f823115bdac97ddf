"""The report page: a form for its liaison while it may be changed, else what was sealed."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tongchou.apps.files.responses import attachment
from tongchou.apps.files.uploads import refused_uploads, shows_refused_uploads
from tongchou.domain.report.refusals import AlreadySubmitted
from tongchou.domain.review.checks import check_line
from tongchou.domain.shared.findings import Finding, Refused, has_errors

from .. import actions, queries
from ..choices import EDITABLE, ReportState
from ..drafts import is_blank
from ..forms import FormLine, SentReport, form_lines, read_report
from ..models import Report
from ..progress import expected_figures

REFUSED = 422
CONFLICT = 409


@shows_refused_uploads
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    row = queries.report_for(request.user, slug, uuid)
    request.programme = row.programme
    if request.method == "POST":
        if not queries.is_liaison(request.user, row):
            raise Http404
        return _posted(request, row)
    if queries.is_liaison(request.user, row) and row.state in EDITABLE:
        return _form(request, row)
    return _sealed(request, row)


def _posted(request: HttpRequest, row: Report) -> HttpResponse:
    wanted = request.POST.get("action", "save")
    if wanted == "correct":
        return _correct(request, row)
    if row.state not in EDITABLE:
        return _too_late(request, row)
    sent = read_report(request, queries.lines_of(row, request.business_date))
    if wanted == "autosave" and request.headers.get("HX-Request"):
        return _autosave(request, row, sent)
    try:
        _save(request, row, sent)
    except Refused as refused:
        status = CONFLICT if refused.findings[0].code == "R204" else REFUSED
        return _form(request, _fresh(request, row), sent, refused.findings, status=status)
    found = _take_files(request, row, sent)
    try:
        _remove(request, row)
        if wanted == "unchanged" and not found and not sent.findings:
            actions.keep_unchanged(report=row, by=request.user, on=request.business_date)
    except Refused as refused:
        found += refused.findings
    if found or sent.findings:
        return _shown_again(request, row, sent, found)
    if wanted == "submit":
        return _submit(request, row, sent)
    messages.success(request, _("The draft is saved."))
    return redirect("reports:report", row.programme.slug, row.uuid)


def _shown_again(
    request: HttpRequest, row: Report, sent: SentReport, found: list[Finding]
) -> HttpResponse:
    """The saved form with what went wrong; another window may have submitted it meanwhile."""
    fresh = _fresh(request, row)
    if fresh.state not in EDITABLE:
        return _too_late(request, fresh)
    return _form(request, fresh, sent, found, saved=True, status=REFUSED)


def _save(request: HttpRequest, row: Report, sent: SentReport) -> None:
    actions.save_draft(
        report=row,
        entries=sent.entries,
        by=request.user,
        on=request.business_date,
        expected_version=sent.version,
    )


def _submit(request: HttpRequest, row: Report, sent: SentReport) -> HttpResponse:
    try:
        actions.submit(report=row, by=request.user, on=request.business_date)
    except Refused as refused:
        fresh = _fresh(request, row)
        if fresh.state not in EDITABLE:
            return _too_late(request, fresh)
        lines = {line.asked.key for line in queries.lines_of(fresh, request.business_date)}
        general = [f for f in refused.findings if f.position.where not in lines]
        return _form(request, fresh, sent, general, saved=True, status=REFUSED, blanks=True)
    messages.success(request, _("The report is submitted and waits for review."))
    return redirect("reports:report", row.programme.slug, row.uuid)


def _correct(request: HttpRequest, row: Report) -> HttpResponse:
    try:
        actions.correct(report=row, by=request.user, on=request.business_date)
    except Refused as refused:
        return _sealed(request, _fresh(request, row), refused.findings, status=REFUSED)
    messages.info(request, _("The approved figures stand until the correction is approved."))
    return redirect("reports:report", row.programme.slug, row.uuid)


def _autosave(request: HttpRequest, row: Report, sent: SentReport) -> HttpResponse:
    found: tuple[Finding, ...] = ()
    try:
        _save(request, row, sent)
    except Refused as refused:
        found = refused.findings
    context = {"report": row, "found": [finding.to_json() for finding in found]}
    return render(request, "reports/saved.html", context)


def _take_files(request: HttpRequest, row: Report, sent: SentReport) -> list[Finding]:
    """Attaches what may be attached; a file of a forbidden kind is said beside its line."""
    found = list(refused_uploads(request))
    for target, file in sent.files:
        try:
            actions.add_evidence(
                report=row,
                target=target,
                data=file,
                name=file.name or "",
                by=request.user,
                on=request.business_date,
            )
        except Refused as refused:
            sent.findings.setdefault(target, []).extend(refused.findings)
    return found


def _remove(request: HttpRequest, row: Report) -> None:
    wanted = request.POST.get("remove", "")
    for evidence in row.evidence.filter(removed_at=None).select_related("file"):
        if str(evidence.uuid) == wanted:
            evidence.report = row
            actions.remove_evidence(evidence=evidence, by=request.user, on=request.business_date)


def _too_late(request: HttpRequest, row: Report) -> HttpResponse:
    """A form sent again: says where the report stands, and changes nothing."""
    if row.state == ReportState.SUBMITTED:
        messages.info(request, AlreadySubmitted().message(request.LANGUAGE_CODE))
    else:
        messages.warning(request, _("This report is approved; nothing was changed."))
    return redirect("reports:report", row.programme.slug, row.uuid)


def _form(
    request: HttpRequest,
    row: Report,
    sent: SentReport | None = None,
    found: Any = (),
    *,
    saved: bool = False,
    blanks: bool = False,
    status: int = 200,
) -> HttpResponse:
    on: date = request.business_date
    lines = queries.lines_of(row, on)
    shown = form_lines(lines, sent, saved=saved)
    expected = expected_figures(lines, row.period.end)
    for line in shown:
        line.expected = expected.get(line.line.asked.target, "")
        if blanks or not is_blank(line.stated):
            line.findings += check_line(line.line.with_statement(line.stated).checked)
    outside = None if found or queries.within(row, on) else actions.outside(row, on).to_json()
    context = {
        "programme": row.programme,
        "report": row,
        "shown": queries.shown_state(row),
        "groups": _by_task(shown),
        "found": [finding.to_json() for finding in _once(found)],
        "outside": outside,
        "wrong": [line for line in shown if line.findings],
        "severe": any(has_errors(line.findings) for line in shown),
        "opened": row.period.opens <= on,
        "open": queries.within(row, on),
        "days_left": (row.period.due - on).days,
        "may_repeat": any(line.line.last and is_blank(line.stated) for line in shown),
        "returned": _returned(row),
        "unsaved": sent is not None and not saved,
    }
    return render(request, "reports/form.html", context, status=status)


def _once(found: Any) -> list[Finding]:
    return list(dict.fromkeys(found))


def _returned(row: Report) -> Any:
    return queries.latest_submission(row) if row.state == ReportState.RETURNED else None


def _by_task(lines: list[FormLine]) -> list[tuple[Any, list[FormLine]]]:
    groups: dict[int, tuple[Any, list[FormLine]]] = {}
    for line in lines:
        task = line.line.target.task
        groups.setdefault(task.pk, (task, []))[1].append(line)
    return list(groups.values())


def _sealed(
    request: HttpRequest, row: Report, found: Any = (), *, status: int = 200
) -> HttpResponse:
    """What the person may see of a report that is not theirs to fill now."""
    submissions = list(queries.submissions_of(request.user, row))
    if not submissions:
        raise Http404
    own = queries.is_liaison(request.user, row)
    context = {
        "programme": row.programme,
        "report": row,
        "shown": queries.shown_state(row),
        "submissions": submissions,
        "latest": submissions[0],
        "statements": queries.shown_statements(submissions[0]),
        "found": [finding.to_json() for finding in found],
        "own": own,
        "correctable": own
        and row.state == ReportState.APPROVED
        and queries.within(row, request.business_date),
    }
    return render(request, "reports/report.html", context, status=status)


def _fresh(request: HttpRequest, row: Report) -> Report:
    return queries.report_for(request.user, row.programme.slug, row.uuid)


@require_GET
def evidence(request: HttpRequest, slug: str, uuid: UUID, file: UUID) -> HttpResponse:
    row = queries.report_for(request.user, slug, uuid)
    return attachment(queries.evidence_for(request.user, row, file).file)


@require_GET
def submission(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A sealed submission, where every published figure leads back to."""
    row = queries.submission_for(request.user, slug, uuid)
    request.programme = row.report.programme
    context = {
        "programme": row.report.programme,
        "report": row.report,
        "submission": row,
        "content": queries.content(row),
        "statements": queries.shown_statements(row),
    }
    return render(request, "reports/submission.html", context)
