from __future__ import annotations

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.programme import Programme

ROWS = (
    row(1, "甲水库工程建设", "完成甲水库工程投资2亿元", scope="推广“巴山名品”区域品牌"),
    row(2, "万达开医联体", "组建万达开医联体"),
    row(3, "推进高质量发展", "推进高质量发展示范"),
)


def clauses(*prose: str) -> Programme:
    return compiled(*ROWS, prose=("一、甲部分", *prose))


def carried(text: str) -> tuple[int, ...]:
    return clauses(text).clauses[0].tasks


def test_a_shared_name_links_a_sentence_to_its_task() -> None:
    assert carried("加快甲水库工程建设，改善供水。") == (1,)


def test_a_name_in_quotes_links() -> None:
    assert carried("打造“巴山名品”，扩大销路。") == (1,)


def test_a_short_name_behind_the_governments_links() -> None:
    assert carried("组建万达开医联体，方便群众。") == (2,)


def test_turns_of_phrase_link_nothing() -> None:
    assert carried("坚定推动高质量发展，再上台阶。") == ()


def test_figures_of_the_prose_are_kept() -> None:
    (clause,) = clauses("共同培育3个产业集群，做大规模。").clauses
    assert [(q.text, str(q.field)) for q in clause.quantities] == [("3个", "clause")]


def test_sentences_outside_any_section_carry_nothing() -> None:
    programme = compiled(*ROWS, prose=("为加快甲水库工程建设，制定本要点。",))
    assert programme.clauses[0].tasks == ()


def test_headings_and_sections_are_kept() -> None:
    clause = clauses("加快供水设施建设。加快甲水库工程建设，改善供水。").clauses[0]
    assert (clause.section, clause.heading) == ("一、甲部分", "加快供水设施建设")
