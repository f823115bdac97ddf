"""The audit record, for administrators."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongchou.domain.shared.text import Text, printable

from . import queries
from .forms import DaysForm
from .models import Entry
from .wording import field_words, value_words, words_of

PAGE = 50
ASKED = ("action", "account")
Change = tuple[Text, Text | str, Text | str]


@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    if not request.user.is_administrator:
        raise Http404
    action, account = (printable(request.GET.get(name, "")).strip() for name in ASKED)
    days = DaysForm(request.GET)
    days.is_valid()
    rows = queries.entries(user=request.user, action=action, login=account, **days.cleaned_data)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    about = queries.about(list(page))
    chosen = {"action": action, "account": account}
    chosen |= {name: request.GET.get(name, "") for name in days.fields}
    context = {
        "page": page,
        "lines": [(entry, words_of(entry.action), about[entry], changes(entry)) for entry in page],
        "days": days,
        "kinds": [(code, words_of(code)) for code in queries.actions_written()],
        "action": action,
        "account": account,
        "address": f"?{urlencode({**{n: text for n, text in chosen.items() if text}, 'page': ''})}",
    }
    return render(request, "audit/entries.html", context)


def changes(entry: Entry) -> list[Change]:
    """What an entry says field by field: (field, before, after); only what differs and is said."""
    before: Mapping[str, Any] = entry.before or {}
    after: Mapping[str, Any] = entry.after or {}
    names = [*before, *(name for name in after if name not in before)]
    pairs = [
        (name, value_words(name, before.get(name)), value_words(name, after.get(name)))
        for name in names
    ]
    return [(field_words(name), old, new) for name, old, new in pairs if old != new]
