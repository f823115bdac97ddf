from __future__ import annotations

import pytest

from tests.domain.programme.building import places
from tongchou.domain.programme.reading.places import issuer_jurisdiction, places_of
from tongchou.domain.shared.jurisdictions import known_registry

ISSUERS = (
    "重庆市万州区人民政府办公室",
    "四川省达州市人民政府办公室",
    "重庆市开州区人民政府办公室",
)
FOUR = places("万州", "达州", "开州", joining=("云阳",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("万州与开州推进创建工作", ("万州", "开州")),
        ("开州区和万州区", ("万州", "开州")),
        ("万达开三地新增产气", ("万州", "达州", "开州")),
        ("万开达直线高速", ("万州", "达州", "开州")),
        ("万达开云论坛", ("万州", "达州", "开州", "云阳")),
        ("四地选定园区", ("万州", "达州", "开州", "云阳")),
        ("三地分别建设", ("万州", "达州", "开州")),
        ("达开两地联合申报", ("达州", "开州")),
        ("深化“开州—开江”合作", ("达州", "开州")),
        ("宣汉锂钾产业园", ("达州",)),
        ("浦里新区招商", ("开州",)),
        ("云阳工业园区启动创建", ("云阳",)),
        ("展开达州工作", ("达州",)),
        ("万达广场开业", ()),
        ("开通至达州的班轮", ()),
        ("万州至达州快速路", ("万州", "达州")),
        ("推动前期工作", ()),
    ],
)
def test_how_texts_name_places(text: str, named: tuple[str, ...]) -> None:
    assert FOUR.named_in(text) == named


def test_two_governments_need_their_count_behind_the_compound() -> None:
    two = places("万州", "达州")
    assert two.named_in("万达两地共建") == ("万州", "达州")
    assert two.named_in("万达影城") == ()
    assert two.named_in("两地共建") == ("万州", "达州")


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        ("重庆市万州区人民政府办公室", "万州区"),
        ("达州市人民政府办公室", "达州市"),
        ("云岭省岚州市人民政府办公室", "岚州市"),
        ("四川省人民政府办公厅", "四川省"),
        ("四川省青山市人民政府", "青山市"),
    ],
)
def test_an_office_signs_for_its_government(issuer: str, name: str) -> None:
    found = issuer_jurisdiction(issuer, known_registry())
    assert found is not None
    assert found.name == name


def test_nobody_signs_for_words_without_a_place() -> None:
    assert issuer_jurisdiction("联合办公室", known_registry()) is None


def test_a_compound_adds_the_government_that_joins_without_signing() -> None:
    found = places_of(ISSUERS, "万州区林业局", "万达开云联盟；万达开云四地；云阳县参加；万达开市场")
    assert [(p.short, p.signed) for p in found.participants] == [
        ("万州", True),
        ("达州", True),
        ("开州", True),
        ("云阳", False),
    ]


def test_a_stray_character_behind_the_compound_adds_nothing() -> None:
    text = "万达开先进中心；万达开先进中心；农业先行区；万达开市场；万达开市场；重庆市万州区"
    assert len(places_of(ISSUERS, "", text).participants) == 3


def test_organs_of_a_fourth_government_make_it_take_part() -> None:
    found = places_of(ISSUERS, "云阳县林业局、县水利局", "")
    assert [p.short for p in found.participants] == ["万州", "达州", "开州", "云阳"]


def test_a_county_of_a_participant_is_no_participant_of_its_own() -> None:
    assert len(places_of(ISSUERS, "大竹县林业局", "").participants) == 3


def test_places_in_no_table_are_read_by_their_form() -> None:
    issuers = ("云岭省岚州市人民政府办公室", "云岭省青禾区人民政府办公室")
    found = places_of(issuers, "", "岚青溪三地组建联盟；岚青溪三地互认；溪口县自愿参加")
    assert [(p.name, p.signed) for p in found.participants] == [
        ("岚州市", True),
        ("青禾区", True),
        ("溪口县", False),
    ]
    assert found.registry.find("溪口县") is not None


@pytest.mark.parametrize(
    ("issuer", "name", "short"),
    [
        ("中共重庆市万州区委员会办公室", "万州区", "万州"),
        ("中共达州市委办公室", "达州市", "达州"),
        ("国务院办公厅", "国务院", "国务院"),
        ("澜江省人民政府办公厅", "澜江省", "澜江"),
        ("永泽市能源局", "永泽市", "永泽"),
        ("安朔市数字化发展工作领导小组", "安朔市", "安朔"),
        ("达州市推动双城经济圈建设领导小组办公室", "达州市", "达州"),
        ("东湖高新区管委会办公室", "东湖高新区", "东湖高新区"),
        ("上海市浦东新区人民政府", "浦东新区", "浦东"),
        ("渠县人民政府办公室", "渠县", "渠县"),
    ],
)
def test_issuers_of_every_kind(issuer: str, name: str, short: str) -> None:
    found = issuer_jurisdiction(issuer, known_registry())
    assert found is not None
    assert (found.name, found.short) == (name, short)


def test_party_and_government_of_one_place_are_one_participant() -> None:
    found = places_of(["中共达州市委办公室", "达州市人民政府办公室"], "", "")
    assert [(p.name, p.signed) for p in found.participants] == [("达州市", True)]
    assert found.single is not None
    assert found.single.name == "达州市"


def test_a_province_and_its_neighbours_cities() -> None:
    issuers = ["四川省人民政府办公厅", "重庆市人民政府办公厅"]
    cells = "成都市人民政府、达州市人民政府\n万州区人民政府"
    found = places_of(issuers, cells, "")
    assert [p.short for p in found.participants] == ["四川", "重庆"]
    assert found.named_in("川渝共建") == ("四川", "重庆")
    assert found.named_in("两省市共建") == ("四川", "重庆")
    assert found.named_in("在成都召开会议") == ("四川",)
    assert found.single is None


def test_a_superior_takes_no_part_of_its_own() -> None:
    found = places_of(["达州市通川区人民政府"], "达州市交通局、四川省交通运输厅", "")
    assert [p.name for p in found.participants] == ["通川区"]


def test_many_parties() -> None:
    names = ["成都市", "德阳市", "眉山市", "资阳市", "遂宁市", "内江市"]
    found = places_of([f"四川省{name}人民政府办公室" for name in names], "", "")
    assert found.signed == ("成都", "德阳", "眉山", "资阳", "遂宁", "内江")
    assert found.named_in("推进成德眉资同城化") == ("成都", "德阳", "眉山", "资阳")
    assert found.named_in("六市共建") == found.signed
    assert found.named_in("资料成册") == ()


def test_two_parties_before_a_word_of_union() -> None:
    found = places_of(["四川省遂宁市人民政府", "重庆市潼南区人民政府"], "", "")
    assert found.named_in("推进遂潼一体化发展") == ("遂宁", "潼南")
    assert found.named_in("遂潼") == ()


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("万州区2024年重点任务分解表", "万州区"),
        ("2025年景和市重大产业项目责任清单", "景和市"),
        ("附件1：达州市2023年工作要点", "达州市"),
        ("滨州新区2025年度重点工程建设任务书", "滨州新区"),
        ("老旧小区改造任务清单", None),
        ("全市重点任务清单", None),
        ("关于城市更新的说明", None),
    ],
)
def test_a_list_without_a_letter_is_its_titles_governments(title: str, place: str | None) -> None:
    found = places_of([], "市教育局、市财政局、区教委", f"{title}\n市教育局、区教委")
    signed = [p.name for p in found.participants if p.signed]
    assert signed == ([place] if place else [])


def test_whom_a_bare_name_means() -> None:
    one = places_of(["达州市通川区人民政府"], "", "")
    assert [p.name for p in (one.of_bare("区"), one.of_bare("市"), one.of_bare("省")) if p] == [
        "通川区",
        "达州市",
        "四川省",
    ]
    assert one.of_bare("县") is None
    assert FOUR.of_bare("区") is None
    assert FOUR.of_bare("县") is not None


def test_which_places_are_near() -> None:
    registry = known_registry()
    near = {n: FOUR.is_near(p) for n in NEAR if (p := registry.find(n))}
    assert near == NEAR


NEAR = {"云阳县": True, "奉节县": True, "大竹县": True, "成都市": True, "青川县": False}


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("乌兰哈达旗2024年为民办实事任务分解表", "乌兰哈达"),
        ("青石土家族自治旗2024年重点任务清单", "青石"),
    ],
)
def test_a_banners_list_is_its_own(title: str, place: str) -> None:
    found = places_of([], "旗教育局、旗财政局", f"{title}\n旗教育局、旗财政局")
    assert found.signed == (place,)
