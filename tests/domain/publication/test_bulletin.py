"""The bulletin's words: every number comes from the picture, every part is there."""

import pytest

from tests.domain.assessment.cases import WAN, answer, inputs, quantity
from tests.domain.publication.cases import facts, picture, programme, revision
from tongchou.domain.publication.bulletin import Bulletin, compose
from tongchou.domain.publication.bulletin_text import numeral
from tongchou.domain.publication.drawing import draw


def written(**more: object) -> Bulletin:
    return compose(picture(), facts(**more))


def section(bulletin: Bulletin, number: int) -> str:
    return "".join(heading + text for heading, text in bulletin.sections[number].items)


def test_the_head_names_the_paper_and_the_office() -> None:
    bulletin = written()
    assert bulletin.name == "推动江南三地统筹发展工作简报"
    assert bulletin.organ == "推动江南三地统筹发展联合办公室"
    assert bulletin.issue == "第1期"
    assert bulletin.title == ("关于2023年重点任务进展情况的通报", "（截至2023年9月30日）")


def test_the_opening_names_source_rule_and_standing() -> None:
    opening = "".join(written().opening)
    for words in (
        "江府办发〔2023〕7号",
        "审核通过的填报",
        "示例规则",
        "尚未经各方采用",
        "演示数据",
    ):
        assert words in opening


def test_real_figures_are_not_called_simulated() -> None:
    bulletin = written(simulated=False)
    assert bulletin.note == ""
    assert "演示数据" not in "".join(bulletin.opening)


def test_overall_gives_counts_and_shares() -> None:
    overall = section(written(), 0)
    assert "2项任务中，绿灯1项，占50%；红灯1项，占50%。" in overall
    assert "4个目标中，绿灯2项，占50%；红灯1项，占25%；未评1项，占25%。" in overall
    assert "达州。单独亮灯的任务1项：红灯1项。只计入共同目标的任务1项：绿灯1项。" in overall


def test_an_area_lists_its_figures_with_rate_and_source() -> None:
    areas = section(written(), 1)
    assert "（一）绿色生态。共2项任务：绿灯1项、红灯1项。" in areas
    assert "实际5.1975万亩，完成年度目标的75.0%（万州、达州、开州填报）" in areas


def test_a_figure_of_another_day_says_so() -> None:
    from datetime import date

    given = inputs((quantity(),), (answer(WAN, value="60000", figure_as_of=date(2023, 8, 31)),))
    assert "（万州填报，截至2023年8月31日）" in section(compose(picture(given), facts()), 1)


def test_the_late_are_named_with_reason_and_who_answers() -> None:
    late = section(written(), 2)
    assert late.startswith(
        "1．任务2，任务2（红灯）。目标2.2（挂牌运行）：“起草”计划2023年9月1日完成"
    )
    assert "落后29天" in late
    assert "责任单位：万州区林业局、达州市林业局" in late


def test_nothing_late_is_said_plainly() -> None:
    given = inputs((quantity(),), (answer(WAN, value="60000"),))
    bulletin = compose(picture(given), facts())
    assert section(bulletin, 2) == "已评的任务全部为绿灯。"
    assert section(bulletin, 3) == "全部目标均已评估。"


def test_what_is_not_assessed_is_grouped_by_reason() -> None:
    assert section(written(), 3) == ("（一）没有年度数值或起止日期。共1个目标：任务2“争取获批”。")


def test_the_next_steps_ask_and_do_not_order() -> None:
    following = section(written(), 4)
    assert "请尽快补报：开州区林业局" in following
    assert "督办" not in following


def test_the_annex_has_every_task_under_its_area() -> None:
    bulletin = written()
    assert bulletin.annex_header[:3] == ("序号", "任务", "亮灯")
    assert [row.area for row in bulletin.annex_rows] == [True, False, False]
    assert {len(row.texts) for row in bulletin.annex_rows} == {len(bulletin.annex_header)}
    first = bulletin.annex_rows[1]
    assert first.texts[2:7] == ("绿灯", "绿灯", "绿灯（共同）", "绿灯（共同）", "未评")
    assert "1.1　5.1975/6.93万亩（75.0%）" in first.texts[7]
    assert sum(bulletin.annex_widths) == pytest.approx(247)


def test_the_foot_leads_back_to_the_seals() -> None:
    foot = "\n".join(written().foot)
    for words in ("第1版", "第2次", "11111111-2222", "ab" * 32, "cd" * 32, "ef" * 32, "三亚"):
        assert words in foot


def test_without_a_run_there_is_no_bulletin() -> None:
    with pytest.raises(ValueError, match="run"):
        compose(draw(revision(programme()), None), facts())


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (25, "二十五")]
)
def test_numerals(number: int, shown: str) -> None:
    assert numeral(number) == shown


@pytest.mark.parametrize(
    ("name", "undertaking", "work"),
    [
        ("推动江南统筹发展2023年重点任务", "推动江南统筹发展", "2023年重点任务"),
        ("江南合作2024—2026年行动方案", "江南合作", "2024—2026年行动方案"),
        ("江南合作工作要点", "江南合作", "工作要点"),
        ("江南合作", "江南合作", "重点任务"),
        ("2023年重点任务", "2023年重点任务", "重点任务"),
    ],
)
def test_the_office_is_named_after_the_undertaking(name: str, undertaking: str, work: str) -> None:
    edition = facts(programme=name)
    assert (edition.undertaking, edition.work) == (undertaking, work)
