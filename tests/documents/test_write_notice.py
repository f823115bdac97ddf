"""The written notice holds its facts, in the official order, with the same bytes every time."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

import tongchou
from tongchou.documents.read import read_document
from tongchou.documents.write_notice import (
    AreaFacts,
    ClauseFacts,
    NoticeFacts,
    TaskFacts,
    write_notice,
)
from tongchou.domain.programme.programme import Programme
from tongchou.project.demo import facts as demo

SMALL = NoticeFacts(
    document_number="甲府办发〔2024〕3号",
    issuers=("重庆市万州区人民政府办公室", "四川省达州市人民政府办公室"),
    date=date(2024, 2, 1),
    subject=("甲乙两地协同发展", "2024年重点任务"),
    addressees=("万州区各部门", "达州市各部门"),
    order="任务随文印发，请组织实施。",
    opening="两地商定任务如下。",
    publicity="此件公开发布",
    areas=(
        AreaFacts("共治生态", "两地同治。", (ClauseFacts("共造林地", "新造林地若干。"),)),
        AreaFacts("共建交通", "两地同建。", (ClauseFacts("贯通公路", "公路分段开工。"),)),
    ),
    tasks=(
        TaskFacts(1, "联合造林", "2024年底", "两地造林。", "新增造林1.5万亩。",
                  ("万州区林业局", "达州市林业局")),
        TaskFacts(2, "甲乙公路", "2024—2026年", "新建公路30公里。", "完成年度投资2亿元。",
                  ("万州区交通局", "达州市交通运输局、市发展改革委")),
    ),
)  # fmt: skip


def compiled(facts: NoticeFacts) -> Programme:
    return tongchou.compile(write_notice(facts), name="notice.docx")


def assert_holds(programme: Programme, facts: NoticeFacts) -> None:
    """Every compiled field is the fact, character for character."""
    assert [area.name for area in programme.areas] == [area.name for area in facts.areas]
    read = [
        (task.number, task.area, task.name, task.period.text, task.scope, task.target)
        for task in programme.tasks
    ]
    said = [
        (number, task.area, task.name, task.period, task.scope, task.target)
        for number, task in enumerate(facts.tasks, start=1)
    ]
    assert read == said
    for task, fact in zip(programme.tasks, facts.tasks, strict=True):
        printed = [o.printed for o in task.organizations]
        assert printed == [name for line in fact.organizations for name in line.split("、")]


def test_every_task_of_the_demo_is_read_back() -> None:
    facts = demo.load()
    programme = compiled(facts)
    assert len(programme.tasks) == 25
    assert len(programme.areas) == 6
    assert_holds(programme, facts)


def test_the_header_is_read_back() -> None:
    facts = demo.load()
    header = compiled(facts).header
    assert header.document_number == facts.document_number
    assert tuple(header.issuers) == facts.issuers
    assert header.date == facts.date
    assert header.annex_title == "".join(facts.subject)
    assert "关于印发" in header.title
    assert "公开" in str(header.publicity)


def test_prose_items_are_read_back() -> None:
    facts = demo.load()
    clauses = compiled(facts).clauses
    headings = [clause.heading for area in facts.areas for clause in area.clauses]
    assert [clause.heading for clause in clauses if clause.heading] == headings


def test_another_notice_is_read_back() -> None:
    programme = compiled(SMALL)
    assert_holds(programme, SMALL)
    assert [str(target.quantity.value) for target in programme.targets if target.quantity] == [
        "15000",
        "200000000",
    ]


def test_the_same_facts_give_the_same_bytes() -> None:
    assert write_notice(SMALL) == write_notice(replace(SMALL))
    assert write_notice(SMALL) != write_notice(replace(SMALL, order="请组织实施。"))


def test_the_paper_stands_in_the_official_order() -> None:
    document = read_document(write_notice(SMALL), "notice.docx")
    text = "\n".join(block.text for block in document.blocks)
    order = [
        f"{SMALL.issuers[1]}文件",
        SMALL.document_number,
        "关于印发甲乙两地协同发展",
        "万州区各部门；达州市各部门：",
        SMALL.order,
        "2024年2月1日",
        "（此件公开发布）",
        SMALL.opening,
        "一、共治生态",
        "共造林地。新造林地若干。",
        "二、共建交通",
        "附件：甲乙两地协同发展2024年重点任务",
        "序号",
        "达州市交通运输局、市发展改革委",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_the_annex_is_one_landscape_table_with_merged_area_rows() -> None:
    paper = docx.Document(io.BytesIO(write_notice(SMALL)))
    [table] = paper.tables
    assert len(table.columns) == 7
    assert len(table.rows) == 1 + len(SMALL.areas) + len(SMALL.tasks)
    area = table.rows[1].cells
    assert area[0].text == "一"
    assert {cell.text for cell in area[1:]} == {"共治生态"}
    assert area[1]._tc is area[6]._tc
    last = paper.sections[-1]
    assert last.page_width > last.page_height
    assert paper.sections[0].page_width < paper.sections[0].page_height


def test_a_note_stands_on_every_page_and_not_in_the_text() -> None:
    noted = write_notice(replace(SMALL, note="演示数据"))
    paper = docx.Document(io.BytesIO(noted))
    assert "演示数据" in paper.sections[0].header.paragraphs[0].text
    assert paper.sections[-1].header.is_linked_to_previous
    blocks = read_document(noted, "notice.docx").blocks
    assert not any("演示数据" in block.text for block in blocks)


def test_a_task_outside_every_area_is_refused() -> None:
    stray = replace(SMALL, tasks=(replace(SMALL.tasks[0], area=3),))
    with pytest.raises(ValueError, match="area 3"):
        write_notice(stray)


def test_more_areas_than_numerals_are_refused() -> None:
    with pytest.raises(ValueError, match="11 areas"):
        write_notice(replace(SMALL, areas=SMALL.areas[:1] * 11))
