from __future__ import annotations

from tests.domain.programme.building import line
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.target import QuantityField
from tongchou.domain.programme.targets.segments import Segment, says_something, segments_of


def pieces(text: str) -> list[tuple[str, list[str]]]:
    return [(s.line.text, [q.text for q in s.quantities]) for s in segments(text)]


def segments(text: str) -> list[Segment]:
    cell = line(text)
    return segments_of(cell, list(scan(cell, QuantityField.TARGET)))


def test_a_figure_keeps_its_fragment_and_the_rest_stays_whole() -> None:
    assert pieces("修复湿地，种植柏树，新增造林2万亩，开展巡护，加强宣传。") == [
        ("修复湿地，种植柏树", []),
        ("新增造林2万亩", ["2万亩"]),
        ("开展巡护，加强宣传", []),
    ]


def test_a_list_of_figures_is_cut_between_its_items() -> None:
    assert pieces("完成大临设施、土地征收80%、路基工程10%。") == [
        ("完成大临设施", []),
        ("土地征收80%", ["80%"]),
        ("路基工程10%", ["10%"]),
    ]


def test_subjects_before_a_figure_stay_with_it() -> None:
    assert pieces("甲镇、乙镇新建泊位3个、改造泊位2个") == [
        ("甲镇、乙镇新建泊位3个", ["3个"]),
        ("改造泊位2个", ["2个"]),
    ]


def test_one_figure_among_names_is_not_cut() -> None:
    assert pieces("甲港、乙港、丙港吞吐量突破5万吨") == [
        ("甲港、乙港、丙港吞吐量突破5万吨", ["5万吨"])
    ]


def test_marks_inside_quotes_and_brackets_do_not_cut() -> None:
    assert pieces("出台“就高，不就低；一视同仁”政策（甲、乙，各1项），通车") == [
        ("出台“就高，不就低；一视同仁”政策（甲、乙，各1项）", ["1项"]),
        ("通车", []),
    ]


def test_thousands_are_not_cut() -> None:
    assert pieces("修复湿地1,200公顷,通车") == [("修复湿地1,200公顷", ["1,200公顷"]), ("通车", [])]


def test_what_stands_before_in_the_sentence() -> None:
    found = segments("甲库完成投资2亿元，开工大坝；乙库通水")
    assert [s.before for s in found] == ["", "甲库完成投资2亿元，", ""]


def test_scraps_are_no_promises() -> None:
    whole, scrap = segments("其中。通车运营")[1], segments("其中。通车运营")[0]
    assert says_something(whole)
    assert not says_something(scrap)
