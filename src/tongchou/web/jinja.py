"""The Jinja2 environment of every page: what templates may call, and how values are written."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from jinja2 import Environment, StrictUndefined

from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.text import Text

NOTHING = "—"


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a page by its name: `url("publications:task", slug, number)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def label(value: object) -> str:
    """A `Text` (or its JSON form) in the language of the page; other values as they are."""
    code = translation.get_language() or "zh-hans"
    if isinstance(value, dict):
        value = Text(**value)
    return value.in_language(code) if isinstance(value, Text) else str(value)


def day(value: date | str | None) -> str:
    """2023-10-20, from a date or from its ISO text."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d}"
    return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()


def instant(value: datetime | str | None) -> str:
    """A moment in the time zone of the offices, to the minute."""
    if value is None or value == "":
        return NOTHING
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def figure(value: Decimal | int | str | None) -> str:
    """69,300 or 2.75: grouped, without idle zeros. A missing figure is a dash, never zero."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, float):
        raise TypeError("a figure is a Decimal or its text, never a float")
    whole, point, rest = decimal_text(Decimal(value)).partition(".")
    return f"{int(whole):,}" + point + rest if whole not in {"-0"} else f"-0{point}{rest}"


def environment(**options: Any) -> Environment:
    """An undefined name in a template is an error, not an empty string."""
    options["undefined"] = StrictUndefined
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    env = Environment(extensions=["jinja2.ext.i18n"], **options)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=translation.gettext,
        ngettext=translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
    )
    env.globals.update(static=static, url=url, language=translation.get_language)
    env.filters.update(label=label, day=day, instant=instant, figure=figure)
    return env
