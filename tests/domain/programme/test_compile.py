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


def test_without_organizations_all_that_signed_are_bound() -> None:
    programme = compiled(row(1, "甲", "造林1万亩", organizations=""))
    assert programme.targets[0].jurisdictions == ("万州", "达州", "开州")
    assert programme.targets[0].answers == {}


def test_the_column_of_an_organization_gives_its_role() -> None:
    head = [*HEAD[:-1], "牵头单位", "配合单位"]
    cells = [*row(1, "甲", "造林1万亩")[:-1], "万州区林业局", "达州市林业局"]
    programme = compiled(cells, head=head)
    assert [str(o.role) for o in programme.tasks[0].organizations] == ["lead", "assisting"]
    assert set(programme.tasks[0].cells) >= {"lead", "assisting"}


def test_doubts_follow_what_the_reading_met() -> None:
    programme = compiled(row(2, "甲", "造林1万亩"), row(2, "乙", "造林1万亩"))
    assert codes(programme) == ["N106", "N123"]


def test_a_name_cut_from_its_target_has_no_figures_of_its_own() -> None:
    texts = [*LETTER, "一、造林", "（一）营造林2万亩，修复湿地1万亩。（牵头单位：万州区林业局）"]
    blocks = tuple(Block(i, "paragraph", text) for i, text in enumerate(texts))
    (task,) = compile_document(Document("a.txt", "txt", blocks)).tasks
    assert [(str(q.field), q.text) for q in task.quantities] == [
        ("target", "2万亩"),
        ("target", "1万亩"),
    ]


def test_columns_of_money_give_bare_numbers_their_unit() -> None:
    head = [*HEAD[:-2], "总投资（亿元）", "2023年计划投资（万元）", "2023年目标任务", "责任单位"]
    cells = ["1", "甲水库", "2023年底", "", "8.6", "5000", "大坝封顶", "万州区水利局"]
    (task,) = compiled(cells, head=head).tasks
    assert [(q.subject, str(q.value), str(q.role), str(q.measure)) for q in task.quantities] == [
        ("总投资", "860000000", "total", "stock"),
        ("年度投资", "50000000", "target", "flow"),
    ]


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
