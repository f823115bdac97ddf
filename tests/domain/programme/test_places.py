from __future__ import annotations

import pytest

from tests.domain.programme.building import places
from tongchou.domain.programme.places import issuer_jurisdiction, places_of
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
