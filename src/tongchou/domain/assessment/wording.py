"""Pieces of explaining sentences, in both languages at once."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from tongchou.domain.assessment.scheme import Bound, LightScheme, Measure
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.quantities import format_quantity
from tongchou.domain.shared.text import Text

PER_CENT = Decimal(10_000)
"""Millionths in one per cent."""


def say(zh: str, en: str, **params: object) -> Text:
    return Text(zh, en).filled(params)


def same(text: str) -> Text:
    """Names and figures, which read alike in both languages."""
    return Text(text, text)


def joined(parts: Iterable[Text], zh: str, en: str) -> Text:
    held = [part for part in parts if part.zh]
    return Text(zh.join(part.zh for part in held), en.join(part.en for part in held))


def clauses(*parts: Text) -> Text:
    """The clauses of one sentence; empty ones are left out."""
    return joined(parts, "；", "; ")


def names(items: Iterable[str]) -> Text:
    return joined((same(item) for item in items), "、", ", ")


def day(iso: str | None) -> Text:
    """2023年9月30日, 2023-09-30."""
    if not iso:
        return Text("—", "—")
    value = date.fromisoformat(iso)
    return Text(f"{value.year}年{value.month}月{value.day}日", iso)


def amount(value: str | None, figures: Mapping[str, Any]) -> str:
    """A base-unit figure in the unit the notice prints: 69300 亩 as 6.93万亩."""
    if value is None:
        return "—"
    return format_quantity(Decimal(value), figures["unit"], figures["printed_unit"])


def per_cent(millionths: int) -> str:
    """Two places, four where two would show a bound that was not met exactly; zero is just 0."""
    if not millionths:
        return "0"
    exact = Decimal(millionths) / PER_CENT
    short = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    misleading = short != exact and short == short.to_integral_value()
    return decimal_text(exact if misleading else short) + "%"


def rate(actual: str, annual: str) -> str:
    """Share of the annual figure, with one place: 51975 of 69300 is 75.0%."""
    with localcontext() as context:
        context.prec = 40
        share = Decimal(actual) / Decimal(annual) * 100
    return f"{share.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def bound_words(measure: Measure, bound: Bound) -> Text:
    """The bound as the scheme states it: 0 < 相对缺口 ≤ 50%; 落后8至14天."""
    if measure is Measure.RELATIVE_SHORTFALL:
        word = Text("相对缺口", "shortfall")
        below = "" if bound.start is None else per_cent(bound.start - 1)
        above = "" if bound.end is None else per_cent(bound.end)
        if not below:
            return say("{word} ≤ {above}", "{word} ≤ {above}", word=word, above=above)
        if not above:
            return say("{word} > {below}", "{word} > {below}", word=word, below=below)
        template = "{below} < {word} ≤ {above}"
        return say(template, template, word=word, below=below, above=above)
    if bound.start is None and bound.end == 0:
        return Text("未落后", "not behind")
    if bound.start is None:
        return say("落后不超过{end}天", "at most {end} days behind", end=bound.end or 0)
    if bound.end is None:
        return say("落后{start}天及以上", "{start} days behind or more", start=bound.start)
    return say(
        "落后{start}至{end}天", "{start} to {end} days behind", start=bound.start, end=bound.end
    )


def verdict_words(scheme: LightScheme, measure: Measure, value: int, light: str) -> Text:
    """按示例规则《…》（…），亮黄灯."""
    return say(
        "按{standing}《{title}》（{bound}），亮{label}",
        "by the {standing} “{title}” ({bound}): {label}",
        standing=Text("", "scheme") if scheme.adopted else scheme.standing,
        title=scheme.title,
        bound=bound_words(measure, scheme.bound_of(measure, value)),
        label=Text(scheme.light(light).label.zh, scheme.light(light).label.en.lower()),
    )
