from __future__ import annotations

import tongchou
from tests.documents.making import flattened
from tests.documents.making_html import html_notice
from tests.golden.test_golden_notice import without_places
from tests.golden.write import NOTICE
from tongchou.documents.read_html import read_html

HEAD = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知_某市人民政府</title>
<style>p{}</style></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a
href="/b">政务服务</a></li><li><a href="/c">互动交流</a></li></ul></div>
<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/a">政策文件</a></div>
<table><tr><td><b>索 引 号：</b></td><td>X-1</td><td>主题分类：</td><td>综合</td></tr>
<tr><td>有效性：</td><td>有效</td><td>信息来源：</td><td>某市</td></tr></table>
<div class="tools">【<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a></div><div id="article">"""
FOOT = """</div><div><p>扫一扫在手机打开当前页</p></div><div class="foot"><p>版权所有：某市</p>
<p>网站标识码：123 <a>蜀ICP备1号</a></p></div><script>x()</script></body></html>"""
ARTICLE = html_notice(flattened(NOTICE.read_text(encoding="utf-8"))).decode()
PAGE = HEAD + ARTICLE + FOOT


def test_lists_of_links_and_scripts_are_left_out() -> None:
    texts = [block.text for block in read_html(PAGE.encode(), "a.html")[0]]
    assert texts[0].startswith("您现在的位置")
    assert not {"政务服务", "大中小", "x()"} & set(texts)


def test_a_notice_inside_the_page_of_a_site_gives_the_same_programme() -> None:
    site = without_places(tongchou.compile(PAGE.encode(), "a.html").to_json())
    assert site == without_places(tongchou.compile(ARTICLE.encode(), "a.html").to_json())
