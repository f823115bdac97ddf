from __future__ import annotations

from tests.domain.notice.building import paragraphs, ruled
from tongchou.domain.notice.document import Block, Document
from tongchou.domain.notice.outline import Outline, outline_of

LETTER = [
    "甲府发〔2024〕1号",
    "甲山市人民政府",
    "关于印发要点的通知",
    "各县：",
    "照办。",
    "2024年3月1日",
]
HEAD = ["序号", "项目名称", "目标任务", "责任单位"]


def outline(before: list[str], cells: list[str], after: tuple[str, ...] = ()) -> Outline:
    paragraphs = [Block(i, "paragraph", text) for i, text in enumerate(before)]
    n = len(paragraphs)
    table = [Block(n + i, "cell", text, 0, i // 4, i % 4) for i, text in enumerate(cells)]
    n += len(table)
    rest = [Block(n + i, "paragraph", text) for i, text in enumerate(after)]
    return outline_of(Document("a", "txt", (*paragraphs, *table, *rest)))


def test_a_whole_notice_has_no_finding() -> None:
    found = outline(
        [*LETTER, "一、甲部分", "修路，架桥。", "附件", "甲山市2024年", "任务表"],
        [*HEAD, "1", "修路", "通车", "甲山市交通局"],
    )
    assert found.findings == ()
    assert found.annex_title == "甲山市2024年任务表"
    assert len(found.annex_title_spans) == 2
    assert [s.text for s in found.sentences] == ["修路，架桥。"]
    assert found.year == 2024


def test_without_annex_the_prose_is_still_read() -> None:
    found = outline([*LETTER, "一、甲部分", "修路，架桥。"], [])
    assert [f.code for f in found.findings] == ["N101"]
    assert found.annex.tasks == ()
    assert [s.text for s in found.sentences] == ["修路，架桥。"]
    assert found.annex_title is None


def test_an_annex_alone_misses_its_letter() -> None:
    found = outline(["甲山市任务表"], [*HEAD, "1", "修路", "通车", "甲山市交通局"])
    assert [f.code for f in found.findings] == ["N102", "N103", "N104"]
    assert found.annex_title == "甲山市任务表"
    assert found.year is None


def test_the_year_is_that_of_the_targets() -> None:
    head = ["序号", "项目名称", "2025年目标任务", "责任单位"]
    found = outline([*LETTER, "附件", "2024年任务表"], [*head, "1", "修路", "通车", "甲局"])
    assert found.year == 2025


def test_prose_below_the_table_counts() -> None:
    cells = [*HEAD, "1", "修路", "通车", "甲局"]
    found = outline(LETTER, cells, ("各单位按月报送，逾期通报。",))
    assert [s.text for s in found.sentences] == ["各单位按月报送，逾期通报。"]


def test_an_empty_document_is_no_error() -> None:
    assert outline_of(Document("a", "txt", ())).annex.tasks == ()


def test_sections_above_the_date_are_prose_too() -> None:
    lines = [*LETTER[:5], "一、甲部分", "修路，架桥。", "甲山市人民政府", "2024年3月1日"]
    lines += ["（此件公开发布）", "附件", "任务表"]
    found = outline(lines, [*HEAD, "1", "修路", "通车", "甲局"])
    assert [s.text for s in found.sentences] == ["修路，架桥。"]
    assert found.letter.publicity == "主动公开"
    assert found.annex_title == "任务表"


def test_a_head_laid_out_as_a_table_is_read() -> None:
    head = [Block(i, "cell", text, 0, i, 0) for i, text in enumerate(LETTER[:2])]
    body = [Block(2 + i, "paragraph", text) for i, text in enumerate([*LETTER[2:], "附件"])]
    cells = [*HEAD, "1", "修路", "通车", "甲局"]
    table = [Block(7 + i, "cell", text, 1, i // 4, i % 4) for i, text in enumerate(cells)]
    found = outline_of(Document("a.docx", "docx", (*head, *body, *table)))
    assert found.findings == ()
    assert found.letter.issuers == ("甲山市人民政府",)


def test_another_table_is_said_and_not_read() -> None:
    cells = [*HEAD, "1", "修路", "通车", "甲局"]
    paragraphs = [Block(i, "paragraph", text) for i, text in enumerate([*LETTER, "附件"])]
    table = [Block(7 + i, "cell", text, 0, i // 4, i % 4) for i, text in enumerate(cells)]
    other = [Block(15 + i, "cell", "联系人。", 1, 0, i) for i in range(3)]
    found = outline_of(Document("a.docx", "docx", (*paragraphs, *table, *other)))
    assert [f.code for f in found.findings] == ["N110"]
    assert found.sentences == ()


def read(text: str) -> Outline:
    return outline_of(Document("a", "txt", tuple(paragraphs(text))))


def test_a_table_of_indicators_gives_way_to_the_list_beside_it() -> None:
    text = (
        "一、民生\n1.建校2所。（市教育局负责）\n2.建园。（市住建局负责）\n3.修路。（市交通局负责）"
    )
    before = paragraphs("\n".join(LETTER) + "\n" + text)
    cells = ruled(
        ["序号", "指标名称", "单位", "目标值"], ["1", "投资", "亿元", "12"], first=len(before)
    )
    found = outline_of(Document("a", "docx", (*before, *cells)))
    assert [task.cells["name"].text for task in found.annex.tasks] == ["建校2所", "建园", "修路"]
    assert "N110" in [finding.code for finding in found.findings]


def test_a_table_of_tasks_leaves_the_list_beside_it_prose() -> None:
    text = "一、民生\n1.建校2所。（市教育局负责）\n2.建园5所。（市住建局负责）"
    before = paragraphs("\n".join(LETTER) + "\n" + text + "\n附件\n任务表")
    cells = ruled(HEAD, ["1", "修路", "通车", "甲局"], first=len(before))
    found = outline_of(Document("a", "docx", (*before, *cells)))
    assert [task.cells["name"].text for task in found.annex.tasks] == ["修路"]
    assert [sentence.text for sentence in found.sentences] == ["1.建校2所。", "2.建园5所。"]


def test_a_list_without_a_letter_goes_by_its_title() -> None:
    blocks = ruled([("甲市2024年任务清单", 1, 4)], HEAD, ["1", "修路", "通车", "甲局"])
    found = outline_of(Document("a.xlsx", "xlsx", tuple(blocks)))
    assert found.letter.title == found.annex_title == "甲市2024年任务清单"
    assert found.year == 2024
    assert found.letter.spans["title"] == found.annex_title_spans


def test_metadata_around_a_notice() -> None:
    cells = ruled(
        ["发文字号", "甲府发〔2024〕1号", "成文日期", "2024年3月1日"],
        ["发布机构", "甲市人民政府", "公开方式", "主动公开"],
        ["标题", "关于印发要点的通知", "主题分类", "综合"],
    )
    rest = paragraphs("各县：\n照办。\n附件\n任务表", first=len(cells))
    table = ruled(HEAD, ["1", "修路", "通车", "甲局"], table=1, first=len(cells) + len(rest))
    found = outline_of(Document("a.html", "html", (*cells, *rest, *table)))
    assert found.findings == ()
    assert found.letter.title == "关于印发要点的通知"


def test_the_note_that_the_first_leads_is_heeded() -> None:
    blocks = ruled(
        HEAD,
        ["1", "修路", "通车", "市交通局、市财政局"],
        [("注：列第一位的为牵头单位", 1, 4)],
    )
    (task,) = outline_of(Document("a.xlsx", "xlsx", tuple(blocks))).annex.tasks
    assert [(role, line.text) for role, line in task.organizations] == [
        ("lead", "市交通局"),
        ("responsible", "市财政局"),
    ]


def test_a_whole_text_set_into_a_frame_is_read() -> None:
    text = "\n".join([*LETTER, "一、民生", "1.建校。（市教育局负责）", "2.建园。（市住建局负责）"])
    found = outline_of(Document("a.docx", "docx", (Block(0, "cell", text, 0, 0, 0),)))
    assert found.letter.document_number == "甲府发〔2024〕1号"
    assert len(found.annex.tasks) == 2


def test_titles_above_each_table_become_its_area() -> None:
    first = paragraphs("附件1\n重点任务清单")
    one = ruled(HEAD, ["1", "修路", "通车", "甲局"], first=2)
    second = paragraphs("附件2\n民生实事清单", first=10)
    two = ruled(HEAD, ["1", "建校", "建成", "乙局"], table=1, first=12)
    found = outline_of(Document("a", "docx", (*first, *one, *second, *two)))
    assert [area.name.text for area in found.annex.areas] == ["重点任务清单", "民生实事清单"]
    assert [(task.number, task.area) for task in found.annex.tasks] == [(1, 1), (2, 2)]


def test_a_unit_above_a_table_is_that_of_its_investments() -> None:
    head = ["序号", "项目名称", "年度计划投资", "责任单位"]
    before = paragraphs("附件\n项目清单\n单位：万元")
    cells = ruled(head, ["1", "修路", "8000", "甲局"], first=3)
    found = outline_of(Document("a", "docx", (*before, *cells)))
    assert found.annex.units == {"investment": "万元"}
    assert found.annex_title == "项目清单"


def test_signatures_may_stand_below_the_tables() -> None:
    before = paragraphs("关于印发要点的通知\n甲府发〔2024〕1号\n各县：\n现予印发。\n一、教育类")
    first = ruled(HEAD, ["1", "建校", "建成", "甲局"], first=5)
    between = paragraphs("二、健康类", first=13)
    second = ruled(HEAD, ["2", "建院", "建成", "乙局"], table=1, first=14)
    after = paragraphs("甲山市人民政府\n2024年3月1日", first=22)
    found = outline_of(Document("a", "docx", (*before, *first, *between, *second, *after)))
    assert found.letter.issuers == ("甲山市人民政府",)
    assert str(found.letter.day) == "2024-03-01"
    assert [(a.number, a.name.text) for a in found.annex.areas] == [(1, "教育类"), (2, "健康类")]
    assert found.annex_title is None


def test_the_year_of_a_plan_of_several_years_is_that_of_its_date() -> None:
    title = "关于印发甲市行动方案（2024—2026年）的通知"
    assert read(f"甲市人民政府{title}\n各县：\n2025年7月9日").year == 2025
    assert read(f"甲市人民政府{title}\n各县：").year == 2024
