"""The ledger's sheets: typed cells, the run's figures, ids that lead back."""

from decimal import Decimal

import pytest

from tests.domain.assessment.cases import WAN, answer, inputs, quantity
from tests.domain.publication.cases import facts, picture, programme, revision, statements
from tongchou.domain.publication.drawing import draw
from tongchou.domain.publication.ledger import Ledger, LedgerRow, Sheet, compose_ledger

SOURCES = {"t1": "新增营造林6.93万亩，抓好管护。"}


def ledger() -> Ledger:
    return compose_ledger(picture(), facts(), statements(), SOURCES)


def cells(sheet: Sheet, row: LedgerRow) -> dict[str, object]:
    return dict(zip([column.title for column in sheet.columns], row.cells, strict=True))


def rows(number: int = 0) -> list[dict[str, object]]:
    sheet = ledger().sheets[number]
    return [cells(sheet, row) for row in sheet.rows]


def test_there_is_a_row_for_each_target() -> None:
    assert [row["序号"] for row in rows()] == ["1.1", "1.2", "2.1", "2.2"]
    assert [sheet.name for sheet in ledger().sheets] == ["台账", "填报明细", "说明"]


def test_figures_are_decimals_and_missing_is_nothing() -> None:
    forest, invested, *_, plaque = rows()
    assert (forest["年度目标"], forest["应完成"], forest["实际"]) == (
        Decimal("6.93"),
        Decimal("5.1975"),
        Decimal("5.1975"),
    )
    assert forest["完成率"] == Decimal("0.75")
    assert (forest["万州"], forest["云阳"]) == (Decimal(2), None)
    assert invested["达州"] is None
    assert (plaque["实际"], plaque["达州"], plaque["开州"]) == ("启动", "启动", None)


def test_a_rate_without_end_is_cut_at_millionths() -> None:
    given = inputs((quantity(),), (answer(WAN, value="23100"),))
    made = compose_ledger(picture(given), facts(), (), {})
    (row,) = made.sheets[0].rows
    assert cells(made.sheets[0], row)["完成率"] == Decimal("0.333333")


def test_each_row_leads_back_to_its_reports_and_its_sentence() -> None:
    forest = rows()[0]
    assert forest["报告编号"] == "sub-wanzhou\nsub-dazhou\nsub-kaizhou"
    assert forest["原文"] == SOURCES["t1"]
    assert forest["责任单位"] == "万州区林业局、达州市林业局、开州区林业局"
    assert "应完成 = 9/12" in str(forest["说明"])


def test_a_light_colours_its_row() -> None:
    assert [row.light for row in ledger().sheets[0].rows] == ["green", "green", "", "red"]


def test_statements_keep_their_words_and_evidence() -> None:
    first = rows(1)[0]
    assert (first["数值"], first["计量单位"]) == (Decimal(2), "万亩")
    assert first["佐证材料"] == "验收单.pdf\n照片.jpg"
    assert first["报告编号"] == "sub-wanzhou"


def test_the_notes_name_rule_run_and_heads() -> None:
    notes = {str(row["项目"]): str(row["内容"]) for row in rows(2)}
    assert "示例规则" in notes["亮灯规则"]
    assert "ab" * 32 in notes["评估"]
    assert notes["红灯"] == "严重滞后"
    assert "演示数据" in notes


def test_without_a_run_there_is_no_ledger() -> None:
    with pytest.raises(ValueError, match="run"):
        compose_ledger(draw(revision(programme()), None), facts(), (), {})
