from __future__ import annotations

import pytest

from tests.documents.making import flattened
from tests.golden.write import NOTICE
from tongchou.documents.read_html import read_html
from tongchou.documents.web.furniture import article_lines, index_number, is_path

NUMBER = "岚府办发〔2024〕7号"
ENTRY = ["索引号：X-2024-1", f"发文字号：{NUMBER}", "成文日期: 2024-03-01", "有 效 性：有效"]


def kept(*lines: str) -> list[str]:
    return [text for text, _ in article_lines((line, "") for line in lines)]


def test_of_the_catalogue_only_the_number_stays() -> None:
    assert kept("首行", *ENTRY, "正文") == ["首行", NUMBER, "正文"]


def test_labels_on_their_own_may_be_the_notices() -> None:
    lines = ["成文日期：2024年3月1日", "正文", "发布单位：市政府", "标题：无"]
    assert kept(*lines) == lines


def test_a_catalogue_without_a_number_leaves_nothing() -> None:
    assert kept(ENTRY[0], "文号：", *ENTRY[2:]) == []


@pytest.mark.parametrize(
    "line",
    [
        "蜀ICP备12345678号-1",
        "川公网安备 51170202000123号",
        "政府网站标识码：5117000001",
        "版权所有：某市人民政府",
        "【字体：大 中 小】",
        "字体：[大 中 小]",
        "打印",
        "【打印本页】",
        "[关闭窗口]",
        "分享到：",
        "扫一扫在手机打开当前页",
        "上一篇：另一个通知",
        "浏览次数：12",
        "来源：市政府办 发布时间：2024-03-01 字体：大 中 小",
    ],
)
def test_tools_of_a_site_are_left_out(line: str) -> None:
    assert kept(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "来源：市政府办公室",
        "加快建设政府网站，网站标准化率达到90%。",
        "（三）打印设备更新。",
        "关闭小煤矿12处。",
        "分享发展成果。",
        "信息来源：各区县",
    ],
)
def test_sentences_of_a_notice_stay(line: str) -> None:
    assert kept(line) == [line]


def test_the_way_from_the_front_page_is_known_by_its_first_words() -> None:
    assert is_path("您现在的位置：首页 > 政策")
    assert not is_path("位置优越")


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        (["索引号", "X", "发文字号：", NUMBER], NUMBER),
        (["文  号", NUMBER, "分类"], NUMBER),
        (["索引号", "X"], ""),
        (["文号"], ""),
    ],
)
def test_the_number_stands_behind_its_label(cells: list[str], number: str) -> None:
    assert index_number(cells) == number


def test_a_table_of_tasks_with_such_headings_is_none_of_the_catalogue() -> None:
    row = "<tr><td>序号<td>分类<td>名称<td>目标任务<td>责任部门</tr>"
    blocks, _ = read_html(f"<table>{row}<tr><td>1<td>甲<td>乙<td>丙<td>丁</table>".encode(), "a")
    assert [block.text for block in blocks][5:] == ["1", "甲", "乙", "丙", "丁"]


PAGE_HEAD = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知_某市人民政府</title>
<meta name="ArticleTitle" content="通知"><style>p{{}}</style></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a
href="/b">政务服务</a></li><li><a href="/c">互动交流</a></li></ul></div>
<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/a">政策文件</a></div>
<table class="entry"><tr><td><b>索 引 号：</b></td><td>X-1</td><td>主题分类：</td><td>综合</td></tr>
<tr><td>发文机关：</td><td>某市</td><td>发文字号：</td><td>{number}</td></tr></table>
<div class="tools">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a></div><div id="article">"""
PAGE_FOOT = """</div><div><p>扫一扫在手机打开当前页</p></div><div class="foot"><p>版权所有：某市</p>
<p>网站标识码：123 <a>蜀ICP备1号</a></p></div><script>x()</script></body></html>"""


def test_a_notice_inside_the_page_of_a_site_reads_as_without_it() -> None:
    notice = flattened(NOTICE.read_text(encoding="utf-8"))
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{' colspan=6' if len(row) == 2 and c else ''}>{cell.strip()}</td>"
            for c, cell in enumerate(row)
        )
        + "</tr>"
        for row in notice.rows
    )
    article = "".join(f"<p>{line}</p>" for line in notice.before) + f"<table>{rows}</table>"
    bare, _ = read_html(article.encode(), "a.html")
    site, _ = read_html((PAGE_HEAD.format(number=NUMBER) + article + PAGE_FOOT).encode(), "a.html")
    assert [block.text for block in site] == [NUMBER, *(block.text for block in bare)]
