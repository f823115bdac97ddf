"""Web pages: plain ones, and a government portal's, laid out with tables and full of furniture."""

from __future__ import annotations

from html import escape

from tests.corpus.make.source import Paragraph, Source, Table

PORTAL = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}_政府信息公开</title>
<style>.nav{{color:#fff}}</style><script>var site = "demo";</script></head>
<body>
<div class="nav"><ul><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li>
<li><a href="#">办事服务</a></li><li><a href="#">互动交流</a></li></ul></div>
<table width="1000" align="center"><tr><td>当前位置：<a href="#">首页</a>
 &gt; <a href="#">政务公开</a> &gt; <a href="#">政府文件</a></td></tr>
<tr><td>{meta}</td></tr>
<tr><td><div class="content">
{body}
</div></td></tr>
<tr><td>【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</td></tr></table>
<div class="foot">版权所有　网站地图　联系我们</div>
</body></html>
"""
PLAIN = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}</title></head>
<body>
{meta}{body}
</body></html>
"""


def made(source: Source) -> bytes:
    charset = source.options.get("encoding", "utf-8")
    shape = PORTAL if source.options.get("layout") == "portal" else PLAIN
    tables = source.tables
    meta = next((part for part in tables if "meta" in part.options), None)
    body = "\n".join(
        _paragraph(part) if isinstance(part, Paragraph) else _table(part)
        for part in source.parts
        if isinstance(part, Paragraph | Table) and part is not meta
    )
    title = "".join(part.text for part in source.paragraphs if part.manner == "centre")
    page = shape.format(charset=charset, title=title, meta=_table(meta) if meta else "", body=body)
    return page.encode(charset)


def _paragraph(part: Paragraph) -> str:
    if part.manner in {"centre", "right"}:
        align = "center" if part.manner == "centre" else "right"
        return f'<p style="text-align:{align}">{escape(part.text)}</p>'
    return f"<p>　　{escape(part.text)}</p>"


def _table(part: Table) -> str:
    rows: dict[int, list[str]] = {r: [] for r in range(len(part.printed()))}
    for cell in part.cells():
        spans = [f' rowspan="{cell.row_span}"'] if cell.row_span > 1 else []
        spans += [f' colspan="{cell.column_span}"'] if cell.column_span > 1 else []
        text = "<br>".join(map(escape, cell.lines))
        rows[cell.row].append(f"<td{''.join(spans)}>{text}</td>")
    lines = "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows.values())
    return f'<table border="1" cellspacing="0">\n{lines}\n</table>'
