"""What kind of figure it is: promised, total, descriptive or a share of the works done (role);
growing over the period, a level, a rate or a count (measure)."""

import re
from functools import cache

from tongchou.domain.programme.reading.vocabulary import any_of, vocabulary
from tongchou.domain.programme.target import QuantityField, QuantityRole
from tongchou.domain.shared.quantities import Measure, unit

_PART = re.compile(
    "(?:工程|工程量|总量|拆迁|征地|路基|桥梁|隧道|土建|征收|征迁|主体|进度|房建|设施|安装|总体|建设任务)"
    r"(?:的|已?完成|达到?|累计|不低于|超过)*$|(?:改造|建设|施工|项目|标段)(?:累计|已)?完成$"
)
_WHOLE = re.compile("(?:计划|项目)?总投资(?:约|达|达到|为|超过?|近|概算)*$|总概算")
_MOST_GRANTED = re.compile("(?:给予|支持|补助|奖励|资助|补贴|贴息|额度)[^，。；]{0,8}最高$")
_FROM = re.compile(r"[由从自](?:原来的?|目前的?|现在的?|上年的?|去年的?|20\d\d年的?)?$")
_FROM_TO = re.compile(r"(?:增|提|扩|上升|下降|降|压|缩|减|升|拓|延|推|恢复)\S{0,3}[到至为]")
_REACHED = {"items", "land", "people", "households", "livestock"}
_COUNTED = _REACHED | {"visits", "mass"}
_WORKED = {"length", "area", "volume", "land"}
_CLAUSE = re.compile(r"[，。；：！？\n（(][^，。；：！？\n（(]*$")
_REACH = 80


def is_base(text: str, before: str, end: int) -> bool:
    """Whether a figure is the one it starts from: 由100万吨 增加到150万吨."""
    return bool(_FROM.search(before) and _FROM_TO.match(text[end : end + 8]))


def role_of(before: str, printed: str, field: QuantityField) -> QuantityRole:
    if field is not QuantityField.TARGET:
        return QuantityRole.TOTAL if any_of("totals").search(before) else QuantityRole.SCOPE
    if unit(printed).dimension == "ratio" and _PART.search(before):
        return QuantityRole.PROGRESS
    if _MOST_GRANTED.search(before):
        return QuantityRole.SCOPE
    return QuantityRole.TOTAL if _WHOLE.search(before) else QuantityRole.TARGET


def measure_of(text: str, start: int, before: str, printed: str, field: QuantityField) -> Measure:
    """From the words before a figure; 新增 holds for a whole list between commas."""
    dimension = unit(printed).dimension
    default = Measure(vocabulary()["measures_by_dimension"][dimension])
    if default is Measure.RATE:
        return default
    listed = _CLAUSE.search(text[max(start - _REACH, 0) : start])
    clause = listed.group() if listed else text[max(start - _REACH, 0) : start]
    if "新增" in before or ("新增" in clause and not _words("stock").search(before)):
        return Measure.FLOW
    if dimension in _COUNTED and _words("level").search(before):
        return Measure.STOCK
    reached = dimension in _REACHED and _words("reaching").search(before)
    if reached and _words("extent").search(before):
        return Measure.STOCK
    if default is not Measure.COUNT:
        for name in ("flow_first", "stock", "flow"):
            if _words(name).search(before):
                return Measure.STOCK if name == "stock" else Measure.FLOW
    elif _words("sold").search(before):
        return Measure.FLOW
    if reached and not any_of("doing").search(before):
        return Measure.STOCK
    worked = dimension in _WORKED and field is QuantityField.TARGET
    return Measure.FLOW if worked and any_of("doing").search(clause) else default


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(vocabulary()["measures"][name])
