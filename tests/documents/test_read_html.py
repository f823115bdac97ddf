from __future__ import annotations

import pytest

from tongchou.documents import block_list
from tongchou.documents.guard import GuardError
from tongchou.documents.read_html import read_html
from tongchou.domain.notice.document import Block

DATA = (
    "<table><tr><th>序号</th><th>任务名称</th><th>责任单位</th></tr>"
    "<tr><td>1</td><td>修路</td><td><p>交通局</p><p>财政局</p></td></tr></table>"
)


def blocks_of(page: str, encoding: str = "utf-8") -> tuple[Block, ...]:
    blocks, findings = read_html(page.encode(encoding), "a.html")
    assert findings == ()
    assert [block.index for block in blocks] == list(range(len(blocks)))
    return blocks


def paragraphs(page: str) -> list[str]:
    return [block.text for block in blocks_of(page) if block.kind == "paragraph"]


def cells(page: str) -> list[tuple[int | None, int | None, int, int, str]]:
    return [
        (b.row, b.column, b.row_span, b.column_span, b.text)
        for b in blocks_of(page)
        if b.kind == "cell"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_encodings_are_found_whatever_the_page_declares(encoding: str) -> None:
    page = "<html><meta charset=utf-8><p>关于印发重点任务的通知</p></html>"
    assert [block.text for block in blocks_of(page, encoding)] == ["关于印发重点任务的通知"]


def test_the_one_encoding_that_is_not_guessed_is_read_as_declared() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>重點任務通知</p>'
    assert [block.text for block in blocks_of(page, "big5")] == ["重點任務通知"]


def test_paragraphs_headings_and_breaks() -> None:
    page = "<h1>关于印发<br>任务的通知</h1>开头<div>第一段<p>第二段<p>第三<b>段</b></div>尾"
    assert paragraphs(page) == [
        "关于印发",
        "任务的通知",
        "开头",
        "第一段",
        "第二段",
        "第三段",
        "尾",
    ]
    assert [block.style for block in blocks_of(page)][:3] == ["Heading1", "Heading1", ""]


def test_a_line_end_inside_chinese_is_no_blank_and_inside_english_is_one() -> None:
    page = "<p>推进\n   重点任务，\r\n加快\tGDP\ngrowth&nbsp;&nbsp; 5 %</p>"
    assert paragraphs(page) == ["推进重点任务，加快 GDP growth 5 %"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert(1)</script>",
        "<style>p {}</style>",
        '<p style="display : none">无</p>',
        '<div style="visibility:hidden"><p>无</p></div>',
        "<p hidden>无</p>",
        "<!-- 无 -->",
        "<nav>首页</nav>",
        '<div role="navigation"><p>首页</p></div>',
        "<footer>主办单位</footer>",
        "<select><option>无</option></select>",
        "<noscript>无</noscript>",
        '<div><a href="/">首页</a> | <a href="/x">政务公开</a> | <a href="/y">互动</a></div>',
        "<title>站名</title>",
    ],
)
def test_what_is_not_the_article_is_left_out(hidden: str) -> None:
    assert paragraphs(f"<body><p>前</p>{hidden}<p>后</p></body>") == ["前", "后"]


def test_a_paragraph_with_a_link_stays() -> None:
    page = '<p>附件：<a href="a.doc">重点任务清单</a></p>'
    assert paragraphs(page) == ["附件：重点任务清单"]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ('<ol start="3"><li>甲<li value="7">乙<li>丙</ol>', ["3.甲", "7.乙", "8.丙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ('<ol type="a"><li>甲</ol>', ["a.甲"]),
        ('<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', ["一、甲", "二、乙"]),
        ('<ol style="list-style:none"><li>甲</ol>', ["甲"]),
        ("<ol><li>1．甲<li>（二）乙</ol>", ["1．甲", "（二）乙"]),
        ("<ol><li><p>甲</p><p>续</p><ol><li>子</ol><li>乙</ol>", ["1.甲", "续", "1.子", "2.乙"]),
        ("<ol><li><li>乙</ol>", ["2.乙"]),
    ],
)
def test_numbers_of_lists_are_written_out(page: str, lines: list[str]) -> None:
    assert paragraphs(page) == lines


def test_lists_and_marks_of_pages_saved_by_word() -> None:
    page = (
        "<p class=Mso><![if !supportLists]><span style='mso-list:Ignore'>1.<span>"
        "&nbsp;&nbsp;&nbsp; </span></span><![endif]>加快<span lang=en>5G</span>建设<o:p></o:p></p>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    )
    assert paragraphs(page) == ["1. 加快5G建设"]


def test_a_preformatted_text_keeps_its_lines() -> None:
    assert paragraphs("<pre>第一行\n第二行</pre>") == ["第一行", "第二行"]


def test_a_table_of_data_gives_cells() -> None:
    assert cells(f"<p>附件</p>{DATA}")[3:] == [
        (1, 0, 1, 1, "1"),
        (1, 1, 1, 1, "修路"),
        (1, 2, 1, 1, "交通局\n财政局"),
    ]


def test_merged_cells_keep_their_spans_and_push_the_others() -> None:
    page = (
        "<table><tr><td rowspan=2>序号<td colspan=2>任务<td rowspan=9>备注"
        "<tr><td>名称<td>目标<tr><td colspan=3>一、产业<tr><td>1<td>修路<td>10公里</table>"
    )
    assert cells(page) == [
        (0, 0, 2, 1, "序号"),
        (0, 1, 1, 2, "任务"),
        (0, 3, 4, 1, "备注"),
        (1, 1, 1, 1, "名称"),
        (1, 2, 1, 1, "目标"),
        (2, 0, 1, 3, "一、产业"),
        (3, 0, 1, 1, "1"),
        (3, 1, 1, 1, "修路"),
        (3, 2, 1, 1, "10公里"),
    ]


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "99999999", " 2 "])
def test_odd_spans_do_no_harm(span: str) -> None:
    found = cells(f'<table><tr><td rowspan="{span}">甲<td>乙<tr><td>丙<td>丁</table>')
    assert [text for *_, text in found] == ["甲", "乙", "丙", "丁"]


def test_a_table_that_lays_out_the_page_does_not_swallow_the_notice() -> None:
    prose = "".join(f"<p>第{n}段，{'推进重点任务，' * 20}</p>" for n in range(5))
    page = f"<table><tr><td>站名<td>检索</tr><tr><td colspan=2>{prose}{DATA}<p>尾</td></tr></table>"
    found = blocks_of(page)
    assert [block.text[:3] for block in found[:7]] == [
        "站名",
        "检索",
        *(f"第{n}段" for n in range(5)),
    ]
    assert [block.table for block in found if block.kind == "cell"] == [0] * 6
    assert found[-1].text == "尾"


@pytest.mark.parametrize(
    "page",
    [
        f"<table><tr><td>{DATA}</td></tr></table>",
        f"<table><tr><td><table><tr><td>x<td>{DATA}</table></td></tr></table>",
        f"<table><tr><td>左<td>{DATA}</td><td>右</tr><tr><td>甲<td>乙<td>丙</tr></table>",
    ],
)
def test_a_table_inside_others_is_found(page: str) -> None:
    assert [text for *_, text in cells(page)] == [
        "序号", "任务名称", "责任单位", "1", "修路", "交通局\n财政局",
    ]  # fmt: skip


def test_a_table_inside_a_cell_of_data_is_lines_of_that_cell() -> None:
    inner = "<table><tr><td>交通局<tr><td>财政局</table>"
    page = DATA.replace("<p>交通局</p><p>财政局</p>", inner)
    assert cells(page)[-1] == (1, 2, 1, 1, "交通局\n财政局")


def test_one_long_cell_does_not_make_a_table_of_tasks_a_layout() -> None:
    page = DATA.replace("修路", "加快建设。" * 900)
    assert len(cells(page)) == 6


def test_a_caption_stands_before_its_table() -> None:
    page = DATA.replace("<table>", "<table><caption>任务分解表</caption>")
    assert blocks_of(page)[0].text == "任务分解表"


@pytest.mark.parametrize("tag", ["div", "b", "table", "span", "font"])
def test_tags_nested_without_end_are_refused_at_once(tag: str) -> None:
    with pytest.raises(GuardError) as refused:
        read_html((f"<{tag}>" * 100_000 + "x").encode(), "a.html")
    assert refused.value.finding.code == "X106"


def test_tags_nested_as_deep_as_pages_are_can_be_read() -> None:
    assert paragraphs("<div>" * 900 + "<p>正文" + "</div>" * 900) == ["正文"]


def test_too_many_columns_and_too_many_blocks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = "<tr>" + "<td colspan=300>甲" * 2 + "</tr>"
    with pytest.raises(GuardError) as refused:
        read_html(f"<table>{wide * 2}</table>".encode(), "a.html")
    assert refused.value.finding.code == "X106"
    monkeypatch.setattr(block_list, "MAX_BLOCKS", 3)
    with pytest.raises(GuardError) as refused:
        read_html(b"<p>a<p>b<p>c<p>d", "a.html")
    assert refused.value.finding.code == "X111"


def test_a_page_without_words_gives_no_blocks() -> None:
    assert blocks_of("<html><body><img src=a.png></body></html>") == ()
