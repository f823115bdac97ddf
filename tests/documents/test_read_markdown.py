from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.documents.read_markdown import has_pipe_table, plain, read_markdown

TABLE = "| 序号 | 任务 | 责任单位 |\n|:---|:---:|---|\n| 1 | 修路 | 交通局<br>财政局 |\n"


def shown(text: str) -> list[str]:
    blocks, findings = read_markdown(text.encode(), "a.md")
    assert findings == ()
    assert [block.index for block in blocks] == list(range(len(blocks)))
    return [block.text for block in blocks]


def cells(text: str) -> list[tuple[int | None, int | None, int | None, str]]:
    blocks, _ = read_markdown(text.encode(), "a.md")
    return [(b.table, b.row, b.column, b.text) for b in blocks if b.kind == "cell"]


def test_a_table_has_rows_and_columns() -> None:
    assert cells(f"任务：\n\n{TABLE}\n完。") == [
        (0, 0, 0, "序号"),
        (0, 0, 1, "任务"),
        (0, 0, 2, "责任单位"),
        (0, 1, 0, "1"),
        (0, 1, 1, "修路"),
        (0, 1, 2, "交通局\n财政局"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "序号 | 任务\n--- | ---\n1 | 修路\n",
        "|序号|任务|\n|-|-|\n|1|修路|\n",
        "  | 序号 | 任务 |\n  | -: | :- |\n  | 1 | 修路\n",
    ],
)
def test_outer_pipes_and_alignment_do_not_matter(table: str) -> None:
    assert [text for *_, text in cells(table)] == ["序号", "任务", "1", "修路"]


def test_short_rows_are_filled_and_escaped_pipes_stay() -> None:
    assert cells("|甲|乙|\n|-|-|\n|a\\|b|\n")[2:] == [(0, 1, 0, "a|b"), (0, 1, 1, "")]


def test_tables_are_numbered() -> None:
    assert {table for table, *_ in cells(f"{TABLE}\n正文\n\n{TABLE}")} == {0, 1}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TABLE, True),
        ("a | b\n--|--", True),
        ("甲 | 乙\n丙 | 丁", False),
        ("甲\n---\n", False),
        ("甲 | 乙\n\n|---|---|", False),
        ("", False),
    ],
)
def test_a_table_is_known_by_its_row_of_dashes(text: str, found: bool) -> None:
    assert has_pipe_table(text) is found


def test_headings_of_both_kinds_say_their_level() -> None:
    blocks, _ = read_markdown(
        "# 关于印发的通知 #\n\n一、总体要求\n---\n\n大标题\n===\n正文".encode(), "a"
    )
    assert [(b.text, b.style) for b in blocks] == [
        ("关于印发的通知", "Heading1"),
        ("一、总体要求", "Heading2"),
        ("大标题", "Heading1"),
        ("正文", ""),
    ]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**牵头单位**：交通局", "牵头单位：交通局"),
        ("__责任单位__：**甲**、**乙**", "责任单位：甲、乙"),
        ("*完成时限*：6月", "完成时限：6月"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("~~删去~~ 和 `代码`", "删去 和 代码"),
        ("见[附件](http://example.org/a_b)和![图](x.png)", "见附件和"),
        ("5\\*5 和 \\_线\\_", "5*5 和 _线_"),
        ("a&nbsp;b &lt;c&gt; <span style='x'>d</span><!-- e -->", "a b <c> d"),
        ("一<br/>二<BR>三", "一\n二\n三"),
        ("***最重***", "最重"),
    ],
)
def test_marks_go_and_words_stay(marked: str, words: str) -> None:
    assert plain(marked) == words


def test_lists_keep_their_numbers_and_lose_their_dots() -> None:
    text = "- 甲\n- [x] 乙\n* 丙\n1. 丁\n2. 戊\n（一）己\n> 庚\n"
    assert shown(text) == ["甲", "乙", "丙", "1. 丁", "2. 戊", "（一）己", "庚"]


def test_rules_fences_and_blank_lines_leave_nothing() -> None:
    assert shown("甲\n\n---\n\n***\n```\n乙\n```\n") == ["甲", "乙"]


def test_a_wrapped_sentence_is_joined_and_a_whole_one_is_not() -> None:
    wrapped = "加快推进云青高速公路岚州段主体工程建设，确保路基、桥涵和隧道\n工程年底前完成。"
    assert shown(f"{wrapped}\n下一段。") == [wrapped.replace("\n", ""), "下一段。"]
    assert shown("关于印发\n重点任务的通知") == ["关于印发", "重点任务的通知"]
    english = "a line of words that is long enough to have been wrapped\nby an editor."
    assert shown(english) == [english.replace("\n", " ")]


@pytest.mark.parametrize("piece", ["**", "[", "`", "*a", "|", "<", "<!--", "\\", "_ ", "> ", "~~"])
def test_many_marks_that_never_close_come_to_an_end(piece: str) -> None:
    assert shown(f"{piece * 20_000}\n\n尾")[-1] == "尾"
    lines = f"{piece}\n" * 20_000
    assert shown(f"{lines}\n\n尾")[-1] == "尾"


@given(st.text(alphabet="|-*_`#>[]()\\<br 甲1.\n", max_size=120))
def test_any_marks_give_blocks(text: str) -> None:
    if text.strip():
        blocks, _ = read_markdown(text.encode(), "a.md")
        assert all(block.text or block.kind == "cell" for block in blocks)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("新增 3 - 5 家，占比 > 90%", ["新增 3 - 5 家，占比 > 90%"]),
        (">" + " " * 40 + "\n修路", ["修路"]),
        ("## 甲 ##\n## 乙#", ["甲", "乙#"]),
        ("甲" * 30 + "  \n乙", ["甲" * 30, "乙"]),
        ("甲" * 30 + "\n" + "乙" * 30 + "  \n丙", ["甲" * 30 + "乙" * 30, "丙"]),
    ],
)
def test_marks_count_only_where_they_open_or_close_a_line(text: str, lines: list[str]) -> None:
    assert [block.text for block in read_markdown(text.encode(), "a.md")[0]] == lines


@pytest.mark.parametrize(
    "text",
    [
        "x" + " " * 100_000 + "y",
        "# x" + " " * 100_000 + "y",
        "a|b\n-" + " " * 100_000 + "|x",
        "一行没有标点的文字一行没有标点的文字一行没有标点的文字\n" * 50_000,
    ],
)
def test_blanks_and_lines_without_end_are_read(text: str) -> None:
    assert read_markdown(text.encode(), "a.md")[0]
