"""What a cell looks like: a number, a period, organizations, words."""

import re

from tongchou.domain.notice.columns import ORGANIZATION_COLUMNS, printed_unit
from tongchou.domain.notice.labels import task_number
from tongchou.domain.shared.organizations import is_group, is_organ
from tongchou.domain.shared.periods import PeriodKind, parse_period

_PIECE = re.compile(r"[^、，,；;。\s]+")
_LABELLED = re.compile(r"^.{0,8}(?:单位|部门|牵头|配合|责任)[：:]")
_STRONG = re.compile(
    r"(?:[局委办厅部院会团联]|中心|公司|集团|政府|单位|部门|办公室|管委会|街道|银行|支队|学校|大学)$"
)
_FIGURE = re.compile(r"[\d.,，]+|[—\-/]")
_PERSONS = re.compile(r"[\u4e00-\u9fff、，,]{2,16}")
_DOES = re.compile(r"(?<=[局委办厅府会团联])(?:牵头|主办|负责|配合|协办|会办|协助|参与)$")
LONGEST_PERIOD = 24
LONGEST_ORGAN = 24
LONGEST_PLACE = 10


def is_period(text: str) -> bool:
    """Whether the words give a time and nothing else."""
    if not text or len(text) > LONGEST_PERIOD:
        return False
    return parse_period(text, 2000).kind is not PeriodKind.UNKNOWN


def organ_share(text: str) -> float:
    """Which share of the words between commas is formed like organizations, 0 to 1."""
    words = _LABELLED.sub("", text)
    pieces = [_bare(piece.group()) for piece in _PIECE.finditer(words)]
    if not pieces:
        return 0.0
    if words.rstrip().endswith("。") and not any(_STRONG.search(piece) for piece in pieces):
        return 0.0
    return sum(map(_is_organ, pieces)) / len(pieces)


def _is_organ(piece: str) -> bool:
    """Short words that end like an organ; a place's name (…区) only where they are very short."""
    if is_group(piece):
        return len(piece) <= LONGEST_ORGAN
    strong = _STRONG.search(piece) is not None
    return is_organ(piece) and len(piece) <= (LONGEST_ORGAN if strong else LONGEST_PLACE)


def fit(text: str, role: str) -> float:
    """How well words fit a column; above 0 well, below 0 badly."""
    if role == "number":
        return 5 if task_number(text) is not None else -10
    if role == "period":
        return 6 if is_period(text) else -6
    if role in ORGANIZATION_COLUMNS:
        return 8 * organ_share(text) - 4
    if role == "unit":
        return 5 if printed_unit(text) else -6
    if role in {"amount", "investment", "total_investment"}:
        return 5 if _FIGURE.fullmatch(text) else -6
    if role == "leader":
        words = re.sub(r"\s+", "", text)
        return 2 if _PERSONS.fullmatch(words) and not organ_share(words) else -4
    if role == "remark":
        return 0 if len(text) < LONGEST_ORGAN else -1
    return _fit_words(text, role)


def _fit_words(text: str, role: str) -> float:
    if is_period(text):
        return -3
    if organ_share(text) > 0.9:
        return -2
    if role == "name":
        return 1 if len(text) < 50 and not text.endswith("。") else -0.5
    return 1 + min(len(text) / 60, 1) + (0.5 if text.endswith(("。", "；")) else 0)


def _bare(piece: str) -> str:
    """A name without the words behind it: 区交通局（牵头）, 区财政局等, 区水务局配合."""
    named = re.sub(r"(?:[（(].*|等(?:单位|部门)?)$", "", piece) or piece
    return _DOES.sub("", named)
