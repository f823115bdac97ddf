from __future__ import annotations

from tests.domain.programme.building import HEAD, LETTER, codes, compiled, row
from tongchou.documents.findings import EmptyFile
from tongchou.domain.notice.document import Block, Document
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Programme


def test_a_document_that_cannot_be_read_gives_its_finding_alone() -> None:
    finding = EmptyFile(name="a.docx")
    programme = compile_document(Document("a.docx", "", (), (finding,)))
    assert programme.findings == (finding,)
    assert (programme.tasks, programme.clauses, programme.year) == ((), (), None)


def test_a_notice_without_annex_keeps_its_prose() -> None:
    texts = [*LETTER, "一、甲部分", "修路，架桥。"]
    blocks = tuple(Block(i, "paragraph", text) for i, text in enumerate(texts))
    programme = compile_document(Document("a.txt", "txt", blocks))
    assert codes(programme) == ["N101"]
    assert programme.tasks == ()
    assert [clause.text for clause in programme.clauses] == ["修路，架桥。"]
    assert programme.header.document_number == "甲府发〔2023〕1号"


def test_soft_and_unread_periods_are_said() -> None:
    soft = row(1, "甲", "造林1万亩", period="2023年取得阶段性成效")
    unread = row(2, "乙", "造林1万亩", period="适时")
    assert codes(compiled(soft, unread)) == ["N121", "N122", "N123"]


def test_without_organizations_nobody_reports() -> None:
    programme = compiled(row(1, "甲", "造林1万亩", organizations=""))
    assert codes(programme) == ["N127"]
    assert programme.targets[0].jurisdictions == ("万州", "达州", "开州")
    assert programme.targets[0].answers == {}


def test_leads_that_are_named_raise_no_doubt() -> None:
    head = [*HEAD[:-1], "牵头单位", "配合单位"]
    cells = [*row(1, "甲", "造林1万亩")[:-1], "万州区林业局", "达州市林业局"]
    programme = compiled(cells, head=head)
    assert codes(programme) == []
    assert [str(o.role) for o in programme.tasks[0].organizations] == ["lead", "assisting"]
    assert set(programme.tasks[0].cells) >= {"lead", "assisting"}


def test_one_finding_says_that_leads_are_not_told_apart() -> None:
    programme = compiled(row(1, "甲", "造林1万亩"), row(2, "乙", "造林1万亩"))
    assert codes(programme) == ["N123"]


def test_reading_twice_gives_the_same() -> None:
    first, second = (compiled(row(1, "甲", "造林1万亩，启动编制")) for _ in range(2))
    assert first.to_json() == second.to_json()


def test_figures_of_name_scope_and_target_are_told_apart() -> None:
    programme = compiled(row(1, "建设5G基站2万个", "建成1万个", scope="覆盖3000公里"))
    shown = [(str(q.field), q.text) for q in programme.tasks[0].quantities]
    assert shown == [("name", "2万个"), ("scope", "3000公里"), ("target", "1万个")]


def test_participants_say_who_signed() -> None:
    programme = compiled(row(1, "甲", "万达开云四地造林1万亩", scope="云阳；万达开云"))
    assert [(p.short, p.signed) for p in programme.participants][-1] == ("云阳", False)
    assert programme.targets[0].jurisdictions[-1] == "云阳"


def test_a_programme_finds_its_parts() -> None:
    programme: Programme = compiled(row(1, "甲", "造林1万亩"), row(7, "乙", "启动编制"))
    assert programme.task(7).name == "乙"
    assert programme.target("7.1").task == 7
    assert [t.key for t in programme.targets_of(1)] == ["1.1"]
