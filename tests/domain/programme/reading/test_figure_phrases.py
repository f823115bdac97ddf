from __future__ import annotations

from pathlib import Path

import pytest

from tongchou.domain.notice.document import Block
from tongchou.domain.notice.lines import whole
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.target import Quantity, QuantityField
from tongchou.domain.shared.canonical import decimal_text

TABLE = Path(__file__).with_name("figure_phrases.tsv")


def rows() -> list[tuple[str, list[str]]]:
    found = []
    for row in TABLE.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            phrase, _, figures = row.partition("\t")
            found.append((phrase, [f.strip() for f in figures.split(";") if f.strip()]))
    return found


def shown(quantity: Quantity) -> str:
    upper = f" {decimal_text(quantity.upper)}" if quantity.upper is not None else ""
    value = decimal_text(quantity.value)
    return f"{quantity.text}={value} {quantity.unit} {quantity.comparator}{upper}"


@pytest.mark.parametrize(("phrase", "figures"), rows())
def test_figures_of_a_phrase(phrase: str, figures: list[str]) -> None:
    found = list(scan(whole(Block(0, "cell", phrase)), QuantityField.TARGET))
    assert [shown(quantity) for quantity in found] == figures
    for quantity in found:
        span = quantity.spans[0]
        assert phrase[span.start : span.end] == quantity.text


def test_the_table_is_wide() -> None:
    assert len(rows()) >= 150
    assert sum(not figures for _, figures in rows()) >= 40
