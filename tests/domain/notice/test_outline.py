from __future__ import annotations

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
