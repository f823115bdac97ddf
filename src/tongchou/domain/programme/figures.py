"""Figures in a text: number, printed unit, exact value, comparator, role and measure."""

import re
from collections.abc import Iterator
from functools import cache

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.target import Quantity, QuantityField, QuantityRole
from tongchou.domain.programme.vocabulary import any_of, vocabulary
from tongchou.domain.shared.quantities import Comparator, Measure, normalize, unit, unit_pattern

_MARKS = "，。；：、,;:！？\n（(“"
_LONGEST_FRAGMENT = 400
_OTHER_WORDS = "个月|个季度|方面|方案|方向|方式|方法|方位|人民|人大|人才|台账|次会议|条例|家庭|名录"
_CHINESE_UNITS = "元|亩|公顷|公里|吨|平方米|平方公里|立方米|千瓦时|千瓦"
_CHINESE_COUNTED = "人次|标箱|方|人|户"
_PART = re.compile(
    "(?:工程|拆迁|征地|路基|桥梁|隧道|土建|征收|征迁|主体|进度|房建|设施|安装)(?:完成|达到?)?$"
)
_WHOLE = re.compile("计划总投资|总概算|项目总投资")


@cache
def _pattern() -> re.Pattern[str]:
    number = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    after = "|".join(w for words in vocabulary()["comparators_after"].values() for w in words)
    return re.compile(
        rf"(?<![\dA-Za-z.〔\[第－-])(?P<number>{number})"
        rf"(?:(?P<first_unit>{unit_pattern()})?[—–～~至-](?P<upper>{number}))?"
        rf"(?P<more>[余多])?(?!{_OTHER_WORDS})(?P<unit>{unit_pattern()})(?![A-Za-z级])(?P<after>{after})?"
        rf"|(?<![一二三四五六七八九十百千万亿第零〇])"
        rf"(?P<zh>[一二两三四五六七八九十][零一二三四五六七八九十百千万亿]*)(?P<zh_more>余)?"
        rf"(?P<zh_unit>{_CHINESE_UNITS}|(?<=[万亿])(?:{_CHINESE_COUNTED}))(?!级)"
        rf"(?P<zh_after>{after})?"
    )


def scan(line: Line, field: QuantityField) -> Iterator[Quantity]:
    """Every figure of a text, in order; years, ordinals and document numbers are none."""
    for match in _pattern().finditer(line.text):
        yield _quantity(line, match, field)


def _quantity(line: Line, match: re.Match[str], field: QuantityField) -> Quantity:
    number = match["number"] or match["zh"]
    printed = match["unit"] or match["zh_unit"]
    value, base = normalize(number, printed)
    upper = None
    if match["upper"]:
        value = normalize(number, match["first_unit"] or printed)[0]
        upper = normalize(match["upper"], printed)[0]
    before = _before(line.text, match.start())
    span = Span(line.span.block, line.span.start + match.start(), line.span.start + match.end())
    return Quantity(
        field=field,
        text=match.group(),
        number=number,
        value=value,
        upper=upper,
        unit=base,
        printed_unit=printed,
        comparator=Comparator.RANGE if upper is not None else _comparator(before, match),
        role=_role(before, printed, field),
        measure=_measure(before, printed),
        spans=(span,),
    )


def _before(text: str, end: int) -> str:
    """The words of the same fragment before a figure."""
    reach = max(end - _LONGEST_FRAGMENT, 0)
    start = max(max(text.rfind(mark, reach, end) for mark in _MARKS) + 1, reach)
    return text[start:end]


def _comparator(before: str, match: re.Match[str]) -> Comparator:
    after = match["after"] or match["zh_after"]
    for name, words in vocabulary()["comparators_after"].items():
        if after in words:
            return Comparator(name)
    found = [
        (len(word), name)
        for name, words in vocabulary()["comparators_before"].items()
        for word in words
        if before.endswith(word)
    ]
    if found:
        return Comparator(max(found)[1])
    return Comparator.ABOUT if match["more"] or match["zh_more"] else Comparator.EQUAL


def _role(before: str, printed: str, field: QuantityField) -> QuantityRole:
    if field is not QuantityField.TARGET:
        return QuantityRole.TOTAL if any_of("totals").search(before) else QuantityRole.SCOPE
    if unit(printed).dimension == "ratio" and _PART.search(before):
        return QuantityRole.PROGRESS
    if _WHOLE.search(before):
        return QuantityRole.TOTAL
    return QuantityRole.TARGET


def _measure(before: str, printed: str) -> Measure:
    dimension = unit(printed).dimension
    default = Measure(vocabulary()["measures_by_dimension"][dimension])
    if default is Measure.RATE:
        return default
    if default is Measure.COUNT:
        return Measure.FLOW if "新增" in before else default
    for name, words in vocabulary()["measures"]:
        if re.search(words, before):
            return Measure(name)
    return default
