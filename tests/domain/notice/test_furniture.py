from __future__ import annotations

from tests.domain.notice.building import lines
from tongchou.domain.notice.furniture import clear, is_metadata


def read(text: str) -> tuple[list[str], dict[str, str]]:
    cleared = clear(lines(text))
    known = {name: line.text for name, line in cleared.metadata.items()}
    return [line.text for line in cleared.lines], known


def test_labels_and_values_in_one_line() -> None:
    text = "索引号: 002/2023 公开方式: 主动公开\n发文文号: 甲政发〔2023〕7号 成文日期: 2023-03-01"
    assert read(text) == (
        [],
        {"publicity": "主动公开", "document_number": "甲政发〔2023〕7号", "date": "2023-03-01"},
    )


def test_labels_with_blanks_inside_and_no_colon() -> None:
    text = (
        "索 引 号 MB15/2023 发文日期 2023-01-03\n发布机构 甲区政府办公室 文    号 甲政办〔2023〕1号"
    )
    assert read(text)[1] == {
        "date": "2023-01-03",
        "issuers": "甲区政府办公室",
        "document_number": "甲政办〔2023〕1号",
    }


def test_a_value_on_the_next_line() -> None:
    assert read("发文字号：\n甲政发〔2023〕7号\n标题：")[1] == {
        "document_number": "甲政发〔2023〕7号"
    }


def test_the_first_filled_value_counts() -> None:
    assert read("成文日期：无\n成文日期：2023-03-01\n成文日期：2024-01-01")[1] == {
        "date": "2023-03-01"
    }


def test_navigation_and_printing_marks() -> None:
    text = (
        "首页 > 政务公开 > 文件\n字号：大 中 小\n【打印本页】【关闭窗口】\n- 2 -\n第3页\n"
        "抄送：市委办公室，市人大常委会办公室。\n甲市政府办公室 2024年3月1日印发\n扫一扫在手机打开"
    )
    assert read(text) == ([], {})


def test_the_words_of_the_notice_stay() -> None:
    text = "关于印发要点的通知\n各县：\n现予印发，请遵照执行。\n1\n名称\n来源 甲地\n一、打印机配备"
    assert read(text) == (text.split("\n"), {})


def test_tables_of_metadata() -> None:
    assert is_metadata(["索引号", "00012", "发文字号", "甲府发〔2024〕1号"])
    assert is_metadata(["索引号：0012", "成文日期：2024年1月1日"])
    assert not is_metadata(["序号", "项目名称", "责任单位"])
