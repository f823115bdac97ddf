"""The bulletin as a file: it opens in Word's own terms and says what the value says."""

import io
import zipfile

import docx
from docx.enum.section import WD_ORIENT

from tests.domain.publication.cases import facts, picture
from tongchou.documents.write_bulletin import write_bulletin
from tongchou.domain.publication.bulletin import Bulletin, compose


def bulletin(**more: object) -> Bulletin:
    return compose(picture(), facts(**more))


def opened(value: Bulletin):
    return docx.Document(io.BytesIO(write_bulletin(value)))


def test_the_same_bulletin_is_the_same_bytes() -> None:
    assert write_bulletin(bulletin()) == write_bulletin(bulletin())


def test_the_page_is_that_of_the_standard() -> None:
    section = opened(bulletin()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.top_margin.mm) == 37
    width = section.page_width.mm - section.left_margin.mm - section.right_margin.mm
    height = section.page_height.mm - section.top_margin.mm - section.bottom_margin.mm
    assert (round(width), round(height)) == (156, 225)


def test_every_word_of_the_value_is_in_the_file() -> None:
    value = bulletin()
    paper = opened(value)
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    for words in (value.name, value.issue, value.organ, *value.title, *value.opening, *value.foot):
        assert words in text
    for section in value.sections:
        assert section.heading in text
        for heading, said in section.items:
            assert heading + said in text


def test_the_annex_is_a_landscape_table_with_lights_as_words() -> None:
    value = bulletin()
    paper = opened(value)
    assert paper.sections[-1].orientation == WD_ORIENT.LANDSCAPE
    (table,) = paper.tables
    assert [cell.text for cell in table.rows[0].cells] == list(value.annex_header)
    assert len(table.rows) == 1 + len(value.annex_rows)
    assert table.rows[2].cells[2].text == "绿灯"
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_simulated_data_is_marked_on_head_and_every_page() -> None:
    paper = opened(bulletin())
    assert paper.paragraphs[0].text == "演示数据"
    for header in (paper.sections[0].header, paper.sections[0].even_page_header):
        assert header.paragraphs[0].text == "演示数据"
    assert paper.sections[-1].header.is_linked_to_previous


def test_a_real_bulletin_says_nothing_of_simulation() -> None:
    with zipfile.ZipFile(io.BytesIO(write_bulletin(bulletin(simulated=False)))) as package:
        assert not any("演示".encode() in package.read(name) for name in package.namelist())


def test_pages_are_numbered_between_dashes_right_and_left() -> None:
    section = opened(bulletin()).sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        assert footer.paragraphs[0].text.replace("1", "") == "—  —"
        assert f'w:jc w:val="{side}"' in footer.paragraphs[0]._p.xml
        assert "PAGE" in footer.paragraphs[0]._p.xml


def test_the_file_carries_no_clock_and_no_maker() -> None:
    properties = opened(bulletin()).core_properties
    assert (properties.created.year, properties.created.month) == (2023, 10)
    assert properties.author == ""
    with zipfile.ZipFile(io.BytesIO(write_bulletin(bulletin()))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_signature_never_stands_on_a_page_of_its_own() -> None:
    value = bulletin()
    paragraphs = opened(value).paragraphs
    texts = [paragraph.text for paragraph in paragraphs]
    last = texts.index(value.sections[-1].items[-1][1])
    day = texts.index("2023年10月20日", last)
    assert all(p.paragraph_format.keep_with_next for p in paragraphs[last:day])
    assert not paragraphs[day].paragraph_format.keep_with_next
