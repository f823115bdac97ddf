from __future__ import annotations

from datetime import date

import pytest

from tongchou.domain.notice.document import Block
from tongchou.domain.notice.letter import Letter, is_annex_line, read_letter
from tongchou.domain.notice.lines import lines_of

STACKED = """甲府办发〔2024〕3号
云岭省甲山市人民政府办公室
云岭省乙水区人民政府办公室
关于印发甲乙协同发展
2024年要点的通知
甲山市各县（市、区）人民政府，市级各部门；乙水区各镇：
现予印发。
云岭省甲山市人民政府办公室  云岭省乙水区人民政府办公室
2024年2月8日
（此件公开发布）
甲乙协同发展2024年要点"""


def letter(text: str) -> Letter:
    blocks = [Block(i, "paragraph", line) for i, line in enumerate(text.split("\n"))]
    return read_letter(list(lines_of(blocks)))


def test_a_joint_letter() -> None:
    found = letter(STACKED)
    assert found.document_number == "甲府办发〔2024〕3号"
    assert found.issuers == ("云岭省甲山市人民政府办公室", "云岭省乙水区人民政府办公室")
    assert found.title == "关于印发甲乙协同发展2024年要点的通知"
    assert found.day == date(2024, 2, 8)
    assert found.publicity == "主动公开"
    assert found.addressees == ("甲山市各县（市、区）人民政府", "市级各部门", "乙水区各镇")
    assert found.end == 10


def test_every_part_has_its_place() -> None:
    lines = STACKED.split("\n")
    found = letter(STACKED)
    for name in ("document_number", "date", "publicity"):
        (span,) = found.spans[name]
        assert lines[span.block][span.start : span.end]
    shown = [lines[s.block][s.start : s.end] for s in found.spans["title"]]
    assert "".join(shown) == found.title
    assert len(found.spans["addressees"]) == 3


def test_issuers_run_together_before_the_title() -> None:
    found = letter("甲山市人民政府办公室乙水区人民政府办公室关于印发要点的通知\n各单位：\n照办。")
    assert found.issuers == ("甲山市人民政府办公室", "乙水区人民政府办公室")
    assert found.title == "关于印发要点的通知"


def test_without_a_head_the_signatures_name_the_issuers() -> None:
    found = letter(
        "甲府发〔2024〕1号\n关于印发要点的通知\n各单位：\n照办。\n甲山市人民政府\n2024年3月1日"
    )
    assert found.issuers == ("甲山市人民政府",)


def test_a_masthead_is_no_issuer() -> None:
    found = letter(
        "甲山市人民政府文件\n甲府发〔2024〕1号\n甲山市人民政府\n关于实施要点的通知\n各县："
    )
    assert found.issuers == ("甲山市人民政府",)


@pytest.mark.parametrize(
    ("line", "publicity"),
    [
        ("（此件公开发布）", "主动公开"),
        ("信息公开选项：主动公开", "主动公开"),
        ("公开方式：依申请公开", "依申请公开"),
        ("（此件不予公开）", "不予公开"),
        ("（此件不公开）", "不予公开"),
        ("坚持政务公开，把公开作为常态，公开发布各类信息，使群众知晓全部事项的办理过程。", None),
    ],
)
def test_publicity(line: str, publicity: str | None) -> None:
    assert letter(f"关于印发要点的通知\n各单位：\n2024年3月1日\n{line}").publicity == publicity


@pytest.mark.parametrize(
    "text",
    ["甲府办发〔2024〕3号", "甲府办发[2024]3号", "甲府办发（2024）3号", "甲府发 〔2024〕 3 号"],
)
def test_brackets_of_document_numbers(text: str) -> None:
    number = letter(f"{text}\n关于印发要点的通知").document_number
    assert number is not None
    assert " " not in number


def test_a_text_without_letter_gives_nothing() -> None:
    found = letter("第一句。\n第二句。")
    assert (found.document_number, found.issuers, found.day, found.title) == (None, (), None, "")
    assert found.end == 0


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("附件", True), ("附 件", True), ("附件1", True), ("附件：", True), ("附件：任务清单", False)],
)
def test_annex_lines(text: str, is_one: bool) -> None:
    assert is_annex_line(text) is is_one


@pytest.mark.parametrize(
    ("head", "issuers"),
    [
        ("中共甲市委办公室 甲市人民政府办公室", ("中共甲市委办公室", "甲市人民政府办公室")),
        ("甲市发展和改革委员会甲市财政局", ("甲市发展和改革委员会", "甲市财政局")),
        ("甲市教育局、甲市民政局", ("甲市教育局", "甲市民政局")),
        ("云岭省发展改革委等十二部门", ("云岭省发展改革委",)),
    ],
)
def test_issuers_of_joint_papers(head: str, issuers: tuple[str, ...]) -> None:
    assert letter(f"{head}关于印发要点的通知\n各县：\n照办。").issuers == issuers
    assert letter(f"{head}\n关于印发要点的通知\n各县：\n照办。").issuers == issuers


def test_a_title_without_its_usual_word() -> None:
    found = letter("甲市人民政府办公室印发《要点》的通知\n各县：\n照办。")
    assert (found.issuers, found.title) == (("甲市人民政府办公室",), "印发《要点》的通知")


def test_a_title_is_read_to_its_end() -> None:
    found = letter("关于印发甲市统筹发展工作方案\n（2024年版）重点任务\n的通知\n各县：")
    assert found.title == "关于印发甲市统筹发展工作方案（2024年版）重点任务的通知"


@pytest.mark.parametrize(
    "line",
    [
        "2024 年 3 月 1 日",
        "二〇二四年三月一日",
        "二○二四年三月一日",
        "甲市人民政府    2024年3月1日",
    ],
)
def test_dates_of_signing(line: str) -> None:
    found = letter(f"关于印发要点的通知\n各县：\n2024年2月完成。\n{line}")
    assert found.day == date(2024, 3, 1)


def test_a_signature_beside_the_date_names_the_issuer() -> None:
    found = letter("关于印发要点的通知\n各县：\n照办。\n甲市人民政府    2024年3月1日")
    assert found.issuers == ("甲市人民政府",)


def test_an_issuer_without_its_place_signs_in_full() -> None:
    found = letter("区政府办公室关于印发要点的通知\n各镇：\n照办。\n甲区政府办公室\n2024年3月1日")
    assert found.issuers == ("甲区政府办公室",)


def test_what_the_text_lacks_stands_in_the_metadata() -> None:
    (number, day, issuer, open_) = lines_of(
        [
            Block(i, "paragraph", text)
            for i, text in enumerate(
                ["甲府发〔2024〕1号", "2024-03-01", "甲市人民政府办公室", "主动公开"]
            )
        ]
    )
    known = {"document_number": number, "date": day, "issuers": issuer, "publicity": open_}
    found = read_letter([], known)
    assert found.document_number == "甲府发〔2024〕1号"
    assert found.day == date(2024, 3, 1)
    assert found.issuers == ("甲市人民政府办公室",)
    assert found.publicity == "主动公开"


def test_addressees_stand_below_what_a_page_puts_between() -> None:
    found = letter("关于印发要点的通知\n网页编辑\n\n各县(市、区)政府,市级部门:\n照办。")
    assert found.addressees == ("各县(市、区)政府", "市级部门")


def test_publicity_at_the_end_of_another_paper_does_not_end_the_letter() -> None:
    body = "\n".join(f"第{i}段。" for i in range(20))
    found = letter(f"关于印发要点的通知\n各县：\n照办。\n2024年3月1日\n{body}\n（此件公开发布）")
    assert (found.end, found.publicity) == (4, "主动公开")


def test_a_number_behind_the_title_counts() -> None:
    found = letter("甲市人民政府关于印发要点的通知\n甲政办字〔2024〕3号\n各县：")
    assert found.document_number == "甲政办字〔2024〕3号"
    assert found.issuers == ("甲市人民政府",)


def test_an_issuer_without_its_place_stays_where_nobody_signs_in_full() -> None:
    found = letter("区政府办公室\n关于印发要点的通知\n各镇：\n照办。\n2024年3月1日")
    assert found.issuers == ("区政府办公室",)


@pytest.mark.parametrize(
    ("printed", "addressees"),
    [
        (
            "各县、区人民政府，市政府各委、办、局，市各直属单位：",
            ("各县、区人民政府", "市政府各委、办、局", "市各直属单位"),
        ),
        (
            "各乡镇党委、人民政府，县委各部委：",
            ("各乡镇党委、人民政府", "县委各部委"),
        ),
        (
            "各镇人民政府、街道办事处，区政府各部门、单位：",
            ("各镇人民政府", "街道办事处", "区政府各部门、单位"),
        ),
        (
            "各区县（自治县）人民政府、市政府有关部门：",
            ("各区县（自治县）人民政府", "市政府有关部门"),
        ),
    ],
)
def test_an_addressee_keeps_its_own_list(printed: str, addressees: tuple[str, ...]) -> None:
    found = letter(f"甲府办发〔2024〕3号\n关于印发要点的通知\n{printed}\n照办。")
    assert found.addressees == addressees
