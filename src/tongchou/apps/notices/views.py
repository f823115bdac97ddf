"""The notice as it was read, and the file as it came."""

import re
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tongchou.apps.files.responses import attachment
from tongchou.domain.notice.document import Document, Span

from .layout import lay_out
from .queries import document_of, notice_for

_NUMBER = re.compile(r"[0-9]{1,9}")


@require_GET
def notice(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """`?block=&start=&end=` marks a passage; the page's anchors are #b<block>."""
    row = notice_for(request.user, uuid)
    document = document_of(row)
    fields = row.reading["header"]["fields"]
    titles = {span[0] for name in ("title", "annex_title") for span in fields.get(name, [])}
    lit = _asked(request, document)
    return render(
        request,
        "notices/notice.html",
        {
            "notice": row,
            "parts": lay_out(document, lit, titles),
            "lit": lit[0] if lit else None,
            "simulated": row.simulated,
        },
    )


def _asked(request: HttpRequest, document: Document) -> list[Span]:
    """The passage asked for; an address that fits no block marks nothing."""
    numbers = [request.GET.get(name, "") for name in ("block", "start", "end")]
    if not all(_NUMBER.fullmatch(number) for number in numbers):
        return []
    block, start, end = (int(number) for number in numbers)
    if block >= len(document.blocks) or not start < end <= len(document.blocks[block].text):
        return []
    return [Span(block, start, end)]


@require_GET
def notice_file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return attachment(notice_for(request.user, uuid).file)
