from __future__ import annotations

import pytest

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.prose.promises import is_governance

ROWS = (row(1, "编制渔业发展规划", "编制完成渔业发展规划"),)


def promises(*prose: str) -> list[str]:
    found = compiled(*ROWS, prose=prose)
    return [promise.text for clause in found.clauses for promise in clause.promises]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("加快岳西高铁、岳达高铁建设，推进岳溪铁路前期工作。",
         ["加快岳西高铁建设", "加快岳达高铁建设", "推进岳溪铁路前期工作"]),
        ("加快电力市场建设，扩大参与范围。", ["加快电力市场建设", "扩大参与范围"]),
        ("坚持节约优先，构建开放格局。", []),
        ("坚持节约优先，编制渔业发展规划。", ["坚持节约优先，编制渔业发展规划"]),
        ("为改造渡口，制定本要点。", []),
        ("现将渔业要点印发给你们，请认真贯彻执行。", []),
        ("重点工作安排如下：推进渡口改造，分工方案如下。", []),
        ("提高政治站位，压实工作责任。", []),
        ("建立联席会议制度，每季度通报进展。", ["建立联席会议制度", "每季度通报进展"]),
    ],
)  # fmt: skip
def test_promises_of_a_sentence(sentence: str, found: list[str]) -> None:
    assert promises("一、甲部分", sentence) == found


def test_principles_have_a_section_of_their_own() -> None:
    assert promises("一、指导思想", "推进渡口改造。") == []
    assert promises("一、总体要求", "推进渡口改造。") == []


def test_before_the_first_section_nothing_is_promised() -> None:
    assert promises("推进渡口改造。", "一、甲部分", "推进码头改造。") == ["推进码头改造"]


def test_keys_are_in_printed_order() -> None:
    found = compiled(*ROWS, prose=("一、甲部分", "推进渡口改造，开展巡护。", "修复湿地。"))
    keys = [promise.key for clause in found.clauses for promise in clause.promises]
    assert keys == ["c1.1", "c1.2", "c2.1"]


def test_the_words_of_a_promise_stand_at_its_spans() -> None:
    text = "加快岳西高铁、岳达高铁等项目建设，推进渡口改造。"
    found = compiled(*ROWS, prose=("一、甲部分", text))
    for promise in found.clauses[0].promises:
        assert "".join(text[s.start : s.end] for s in promise.spans) == promise.text


def test_governance() -> None:
    assert is_governance("七、保障措施")
    assert not is_governance("二、产业共建")


def test_a_figure_of_its_own_is_a_promise_without_a_verb() -> None:
    clauses = compiled(
        row(1, "某事", "某目标"),
        prose=("一、生态", "实施青河岸线修复，营造林5.2万亩，共投资3亿元。"),
    ).clauses
    assert [promise.text for promise in clauses[0].promises] == [
        "实施青河岸线修复",
        "营造林5.2万亩，共投资3亿元",
    ]
