"""What the real notice of 2023 promises: its targets, projects and the promises of its prose."""

from __future__ import annotations

from collections import Counter

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.prose.coverage import coverage
from tongchou.domain.programme.target import Target

WAN, DA, KAI, YUN = "万州", "达州", "开州", "云阳"
LADDERS = {
    1: 3, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 4, 8: 8, 9: 3, 10: 1, 11: 2, 12: 1, 13: 2, 14: 2,
    15: 1, 16: 3, 17: 2, 19: 5, 20: 4, 21: 3, 22: 2, 25: 1,
}  # fmt: skip
WITHOUT_SIGNING = {7, 12, 15, 17, 18, 19, 20, 21, 22, 24}


def target(programme: Programme, task: int, words: str) -> Target:
    """The target of a task that holds these words and, of several, the shortest text."""
    found = [t for t in programme.targets_of(task) if words in t.text]
    return min(found, key=lambda t: len(t.text))


def test_targets_divide_each_cell(programme: Programme) -> None:
    for task in programme.tasks:
        figures = [q for q in task.quantities if q.field == "target"]
        targets = programme.targets_of(task.number)
        assert [t.quantity for t in targets if t.quantity] == figures
        assert all(t.quantity or t.ladder for t in targets)
    ladders = Counter(t.task for t in programme.targets if t.ladder)
    assert ladders == LADDERS
    assert sum(1 for t in programme.targets if t.quantity) == 18


def test_projects(programme: Programme) -> None:
    projects = {t.text: t.project for t in programme.targets if t.project}
    assert projects["万州新田港二期工程完成年度投资2.75亿元"] == "万州新田港二期工程"
    assert {t.project for t in programme.targets_of(7) if t.project} == {
        "万州新田港二期工程",
        "达州秦巴物流园项目",
        "开州港二期及小江航道提升项目",
        "云阳中农智慧冷链物流港",
    }
    assert Counter(t.project for t in programme.targets_of(9)) == {
        "青龙水库": 2,
        "土溪口水库": 2,
        "跳蹬水库": 2,
    }
    assert {t.project for t in programme.targets_of(4)} == {"万开达直线高速"}
    stone = next(p for p in programme.projects if p.name == "青龙水库")
    assert [q.text for q in stone.quantities] == ["8.61亿元", "1654万立方米", "8000万元"]


def test_one_undertaking_in_name_scope_and_prose_is_one(programme: Programme) -> None:
    names = {p.name: set(p.names) for p in programme.projects}
    assert names["万开达直线高速"] == {
        "万开达直线高速",
        "万州至开州南雅高速公路",
        "万开达高速公路",
    }
    assert "达州至万州直达高速公路" in names["达万直达高速"]
    assert names["达州秦巴物流园项目"] == {"达州秦巴物流园项目", "达州秦巴物流园"}
    prose = {p.name for p in programme.projects if not p.tasks}
    assert {"渝西高铁", "成达万高铁", "渝万高铁"} <= prose


def test_jurisdictions_of_targets(programme: Programme) -> None:
    def bound(task: int, words: str) -> tuple[str, ...]:
        return target(programme, task, words).jurisdictions

    assert bound(2, "创建工作") == (WAN, KAI)
    assert bound(4, "土地拆迁") == (WAN, KAI)
    assert bound(5, "工可") == (WAN, DA)
    assert [bound(7, words) for words in ("新田港二期", "物流园", "航道")] == [
        (WAN,),
        (DA,),
        (KAI,),
    ]
    assert bound(8, "T1") == (WAN,)
    assert bound(8, "渠县") == (DA,)
    assert bound(11, "总量") == (WAN, DA, KAI)
    assert bound(18, "总产值") == (WAN, DA, KAI, YUN)
    joined = {t.task for t in programme.targets if YUN in t.jurisdictions}
    assert joined == WITHOUT_SIGNING
    assert {p.short for p in programme.participants if not p.signed} == {YUN}


def test_answers_are_first_of_their_line(programme: Programme) -> None:
    assert programme.target("6.1").answers == {WAN: "万州区交通局", DA: "达州市城乡规划编制中心"}
    assert programme.target("16.1").answers[WAN] == "万州经开区"
    assert all(YUN not in target.answers for target in programme.targets)


def test_effort_and_combination(programme: Programme) -> None:
    effort = Counter(t.task for t in programme.targets if t.effort == "effort")
    assert effort == {6: 1, 7: 2, 16: 1, 19: 1}
    combine = {t.text: str(t.combine) for t in programme.targets if t.quantity}
    assert combine["新增营造林6.93万亩"] == combine["万达开云特色产业总产值达800亿元"] == "sum"
    assert combine["青龙水库计划完成投资8000万元"] == "lead"
    assert target(programme, 22, "60项").combine == "each"
    assert target(programme, 23, "12项").combine == "each"
    assert target(programme, 24, "招考").combine == "largest"


def test_stages_have_the_days_that_the_text_gives(programme: Programme) -> None:
    def days(task: int, words: str) -> list[tuple[str, str]]:
        ladder = target(programme, task, words).ladder
        assert ladder is not None
        return [(r.name, r.planned.isoformat()) for r in ladder.rungs if r.planned]

    assert days(7, "一季度") == [("正式运行", "2023-03-31")]
    assert days(8, "T2") == [("建成投用", "2023-12-31")]
    assert days(17, "举办") == [("成功举办", "2023-12-31")]
    assert days(10, "编制") == []
    assert days(8, "万源") == []


def test_one_sentence_of_the_prose_names_several_railways(programme: Programme) -> None:
    (clause,) = [c for c in programme.clauses if c.heading == "完善铁路通道体系"]
    assert [(p.text, p.tasks) for p in clause.promises] == [
        ("加快渝西高铁建设", ()),
        ("加快成达万高铁建设", ()),
        ("加快渝万高铁建设", ()),
        ("推进广巴达万铁路扩能改造前期工作", (3,)),
        ("研究论证长垫梁（万）开铁路等项目", ()),
    ]


def test_what_the_annex_does_not_have_is_open(programme: Programme) -> None:
    found = coverage(programme)
    assert found.unannounced == (24,)
    texts = {promise.text for promise in found.open}
    assert {"加快电力市场建设", "竣工万州桐子园码头升级改造项目"} <= texts
    assert not any(number == 24 for p in found.promises for number in p.tasks)
