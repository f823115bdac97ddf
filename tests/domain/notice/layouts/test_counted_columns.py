from __future__ import annotations

from datetime import date

from tongchou.domain.notice.document import Block, Document
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.quantities import Measure


def table(title: str, *rows: str) -> Programme:
    blocks = [Block(0, "paragraph", title)]
    for r, row in enumerate(rows):
        for c, text in enumerate(row.split("|")):
            blocks.append(Block(len(blocks), "cell", text, table=0, row=r, column=c))
    return compile_document(Document("甲.docx", "docx", tuple(blocks)))


def test_amount_and_unit_in_columns_of_their_own_are_one_figure() -> None:
    found = table(
        "清河县2024年民生实事任务清单",
        "序号|实事名称|建设内容|数量|单位|牵头单位|会办单位|完成时限",
        "1|安全饮水|新打机井|45|眼|县水利局|县财政局|2024年9月底",
        "2|卫生室|新建卫生室|18|所|县卫生健康委|各镇人民政府|2024年10月底",
    )
    first, second = found.tasks
    assert [(q.number, q.unit, q.subject) for q in first.quantities] == [("45", "眼", "机井")]
    assert [(q.number, q.unit) for q in second.quantities] == [("18", "所")]
    shown = [(str(o.role), o.printed) for o in first.organizations]
    assert shown == [("lead", "县水利局"), ("assisting", "县财政局")]
    assert first.period.end == date(2024, 9, 30)


def test_a_bare_figure_measures_what_its_row_is_named_after() -> None:
    found = table(
        "清河县2024年主要指标任务表",
        "序号|指标名称|计量单位|目标值|责任单位",
        "1|绿化覆盖率|%|不低于41.5|县林业局",
        "2|每千人口医师数|人|3.5|县卫生健康委",
    )
    figures = [task.quantities[0] for task in found.tasks]
    assert [q.subject for q in figures] == ["绿化覆盖率", "每千人口医师数"]
    assert [q.measure for q in figures] == [Measure.RATE, Measure.STOCK]


def test_where_a_figure_starts_from_is_no_promise() -> None:
    found = table(
        "清河县2024年重点任务清单",
        "序号|任务名称|年度目标|责任单位",
        "1|掌上办事|注册用户由32万人增加到45万人|县数据局",
    )
    assert [t.quantity.number for t in found.targets if t.quantity] == ["45"]
