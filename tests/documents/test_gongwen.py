"""Official papers: the parts that every writer shares."""

import io
from datetime import date

import docx
import pytest

from tongchou.documents import gongwen


def paper():
    return gongwen.new_paper(title="样张", dated=date(2023, 3, 29))


def reopened(made):
    return docx.Document(io.BytesIO(gongwen.to_bytes(made)))


def test_body_is_fangsong_at_the_fixed_pitch() -> None:
    made = paper()
    gongwen.body(made, "各地按要求推进。")
    paragraph = reopened(made).paragraphs[0]
    assert paragraph.paragraph_format.line_spacing.pt == pytest.approx(28.95)
    assert paragraph.paragraph_format.first_line_indent.pt == 32
    xml = paragraph._p.xml
    assert 'w:eastAsia="仿宋_GB2312"' in xml
    assert 'w:ascii="Times New Roman"' in xml
    assert '<w:spacing w:val="-5"/>' in xml


@pytest.mark.parametrize(("level", "font"), [(1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312")])
def test_headings_by_level_are_never_bold(level: int, font: str) -> None:
    made = paper()
    gongwen.heading(made, "一、总体情况", level)
    paragraph = reopened(made).paragraphs[0]
    assert f'w:eastAsia="{font}"' in paragraph._p.xml
    assert not paragraph.runs[0].font.bold
    assert paragraph.paragraph_format.keep_with_next


def test_several_organs_stand_in_one_size_the_last_with_the_suffix() -> None:
    made = paper()
    gongwen.organ_mark(made, ["江北区人民政府办公室", "临江省南市人民政府办公室"])
    first, last = (p for p in reopened(made).paragraphs if p.text)
    assert last.text == "临江省南市人民政府办公室文件"
    assert first.runs[0].font.size == last.runs[0].font.size
    assert first.runs[0].font.color.rgb == gongwen.RED


def test_the_document_number_stands_above_the_red_rule() -> None:
    made = paper()
    gongwen.document_number(made, "江府办发〔2023〕12号")
    number = reopened(made).paragraphs[0]
    assert 'w:bottom w:val="single"' in number._p.xml
    properties = [child.tag.rpartition("}")[2] for child in number._p.pPr]
    assert properties.index("pBdr") < properties.index("spacing") < properties.index("jc")


def test_a_brief_has_its_organ_left_and_its_date_right() -> None:
    made = paper()
    gongwen.brief_masthead(
        made, name="工作简报", issue="第1期", organ="联合办公室", dated="2023年3月29日"
    )
    texts = [paragraph.text for paragraph in reopened(made).paragraphs if paragraph.text]
    assert texts == ["工作简报", "第1期", "联合办公室\t2023年3月29日"]


def test_the_signature_is_unpadded_and_two_characters_from_the_right() -> None:
    made = paper()
    gongwen.signature(made, ["联合办公室"], date(2023, 3, 9))
    organ, day = (p for p in reopened(made).paragraphs if p.text)
    assert day.text == "2023年3月9日"
    assert organ.paragraph_format.right_indent.pt == 32


def test_an_annex_begins_on_a_page_of_its_own() -> None:
    made = paper()
    gongwen.annex(made, "附件", ["任务表"])
    first = reopened(made).paragraphs[0]
    assert (first.text, first.paragraph_format.page_break_before) == ("附件", True)


def test_a_table_keeps_lines_and_merges_the_name_of_an_area() -> None:
    made = paper()
    table = gongwen.table(made, [12, 40, 40], ["序号", "任务", "单位"])
    gongwen.merged_row(table, ["一", "绿色生态", ""])
    gongwen.add_row(table, ["1", "造林", "甲局\n乙局"])
    again = reopened(made).tables[0]
    assert again.rows[1].cells[1]._tc is again.rows[1].cells[2]._tc
    assert again.rows[1].cells[1].text == "绿色生态"
    assert again.rows[2].cells[2].text == "甲局\n乙局"
    assert [round(column.width.mm) for column in again.columns] == [12, 40, 40]


def test_a_table_is_never_the_last_thing() -> None:
    made = paper()
    gongwen.table(made, [12], ["序号"])
    body = reopened(made).element.body
    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "sectPr"]


def test_a_landscape_section_goes_on_with_heads_and_numbers() -> None:
    made = paper()
    gongwen.running_head(made.sections[0], "演示数据")
    gongwen.line(made, "正文")
    section = gongwen.landscape(made)
    gongwen.line(made, "附表")
    assert section.page_width > section.page_height
    again = reopened(made).sections[1]
    assert again.header.is_linked_to_previous
    assert again.footer.is_linked_to_previous


def test_the_same_paper_is_the_same_bytes() -> None:
    def made() -> bytes:
        sheet = paper()
        gongwen.title(sheet, ["标题"])
        return gongwen.to_bytes(sheet)

    assert made() == made()
