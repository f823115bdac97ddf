from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_figure_that_no_task_repeats() -> None:
    text = ("一、工业", "共育龙江先进材料产业集群，培育企业30家。")
    (message,) = said("N167", row(1, "龙江先进材料产业集群", "建成中试平台"), prose=text)
    assert "培育企业30家" in message


def test_a_figure_that_is_repeated() -> None:
    text = ("一、工业", "共育龙江先进材料产业集群，培育企业30家。")
    assert said("N167", row(1, "龙江先进材料产业集群", "培育企业30家"), prose=text) == []


def test_words_cut_at_a_quote_get_it_back() -> None:
    text = ("一、工业", "共育龙江先进材料产业集群，培育“小巨人”企业30家。")
    (message,) = said("N167", row(1, "龙江先进材料产业集群", "建成中试平台"), prose=text)
    assert "“‘小巨人’企业30家”" in message


def test_parts_that_make_the_figure() -> None:
    text = ("一、卫生", "开展妇女“两癌”筛查1.5万人。")
    target = "完成宫颈癌筛查1万人、乳腺癌筛查5000人"
    assert said("N167", row(1, "妇女“两癌”筛查", target), prose=text) == []
