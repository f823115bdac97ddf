"""Lists: numbered measures with brackets, work points, breakdowns of reports, nested measures."""

from __future__ import annotations

import pytest

from tests.domain.notice.building import codes, organs_of, outline, rows_of

BRACKETS = """一、总体要求
坚持稳中求进，完成各项任务。
二、重点任务
（一）稳住工业
1.培育产业集群。新增企业60家，技改投资增长12%以上。（牵头单位：市经信局；责任单位：市财政局；完成时限：2024年12月底）
2.开工建设开发区二期。6月底前完成征地，年底前主体封顶。（市自然资源局牵头，市住建局配合）
（二）办好实事
3.新建幼儿园12所，新增学位3600个。〔市教育局负责〕
三、保障措施
（一）加强领导。各级各部门要高度重视。"""


def test_measures_with_brackets() -> None:
    found = outline(BRACKETS)
    assert rows_of(found.annex) == [
        (1, "培育产业集群", "2024年12月底", "新增企业60家，技改投资增长12%以上。"),
        (2, "开工建设开发区二期", "年底前", "6月底前完成征地，年底前主体封顶。"),
        (3, "新建幼儿园12所", "", "新建幼儿园12所，新增学位3600个。"),
    ]
    assert organs_of(found.annex) == [
        [("lead", "市经信局"), ("responsible", "市财政局")],
        [("lead", "市自然资源局"), ("assisting", "市住建局")],
        [("responsible", "市教育局")],
    ]
    assert [area.name.text for area in found.annex.areas] == ["稳住工业", "办好实事"]
    assert "N114" in codes(found)


def test_general_matter_around_a_list_stays_prose() -> None:
    found = outline(BRACKETS)
    assert [sentence.text for sentence in found.sentences] == [
        "坚持稳中求进，完成各项任务。",
        "各级各部门要高度重视。",
    ]


def test_work_points_that_name_nobody() -> None:
    text = """一、夯实底座
（一）升级平台。上半年完成扩容，上云率达到95%。
（二）打通数据。6月底前归集证照80类。
二、优化服务
（三）推进一件事。新增事项15项。
（四）建设大厅。每季度评估一次满意度，9月底前投用终端30台。"""
    found = outline(f"甲区2024年工作要点\n{text}")
    assert rows_of(found.annex) == [
        (1, "升级平台", "上半年", "上半年完成扩容，上云率达到95%。"),
        (2, "打通数据", "6月底前", "6月底前归集证照80类。"),
        (3, "推进一件事", "", "新增事项15项。"),
        (4, "建设大厅", "9月底前", "每季度评估一次满意度，9月底前投用终端30台。"),
    ]
    assert [t.area for t in found.annex.tasks] == [1, 1, 2, 2]
    assert codes(found).count("N115") == 1
    assert found.annex_title == "甲区2024年工作要点"


def test_who_answers_on_lines_of_its_own() -> None:
    text = """一、预期目标
（一）地区生产总值增长6%左右
责任单位：市发展改革委
（二）规上工业增加值增长8%以上
责任单位：市经信局
二、推动升级
1.实施技改项目120个。
牵头单位：市经信局
责任单位：各县（区）人民政府
完成时限：2024年12月"""
    found = outline(text)
    assert [row[1:3] for row in rows_of(found.annex)] == [
        ("地区生产总值增长6%左右", ""),
        ("规上工业增加值增长8%以上", ""),
        ("实施技改项目120个", "2024年12月"),
    ]
    assert organs_of(found.annex)[2] == [
        ("lead", "市经信局"),
        ("responsible", "各县（区）人民政府"),
    ]


def test_a_bracket_on_a_heading_holds_for_the_measures_below() -> None:
    text = """一、提升效率
（一）深化改革（县政务局牵头，县级各部门配合）
1.梳理清单
（1）3月底前公布清单200项。
（2）6月底前完成系统改造。
2.推行承诺制。全年覆盖事项60项。
（二）压减时限（责任单位：县发展改革局）
3.工程审批压减至50个工作日以内。
4.开办企业压减至半个工作日。（责任单位：县市场监管局）"""
    found = outline(text)
    assert [row[1] for row in rows_of(found.annex)] == [
        "3月底前公布清单200项",
        "6月底前完成系统改造",
        "推行承诺制",
        "工程审批压减至50个工作日以内",
        "开办企业压减至半个工作日",
    ]
    led = [("lead", "县政务局"), ("assisting", "县级各部门")]
    assert organs_of(found.annex)[:3] == [led, led, led]
    assert organs_of(found.annex)[3:] == [
        [("responsible", "县发展改革局")],
        [("responsible", "县市场监管局")],
    ]
    groups = [task.cells["group"].text for task in found.annex.tasks if "group" in task.cells]
    assert groups == ["梳理清单", "梳理清单"]


def test_a_closing_line_below_several_measures_holds_for_all() -> None:
    text = """一、修路
（一）公路
1.新建公路60公里。
2.改造危桥5座。
责任单位：县交通局
（二）水运
3.疏浚航道。
责任单位：县港航中心"""
    found = outline(text)
    assert organs_of(found.annex) == [
        [("responsible", "县交通局")],
        [("responsible", "县交通局")],
        [("responsible", "县港航中心")],
    ]


def test_several_brackets_in_one_paragraph_are_several_tasks() -> None:
    text = """一、深化经济改革。
推进国企改革，完成重组3家。（市国资委牵头，市财政局配合）优化营商环境，压缩时间至1日。（市市场监管局负责）
二、深化社会改革。推进支付方式改革，覆盖率达到90%。（市医保局负责）"""
    found = outline(text)
    assert [row[1] for row in rows_of(found.annex)] == [
        "推进国企改革",
        "优化营商环境",
        "推进支付方式改革",
    ]
    assert [area.name.text for area in found.annex.areas] == ["深化经济改革", "深化社会改革"]
    assert [task.area for task in found.annex.tasks] == [1, 1, 2]


def test_measures_that_follow_each_other_in_one_paragraph() -> None:
    text = (
        "一、民生\n1.建校2所。（市教育局负责）2.建园5所。（市住建局负责）3.修路。（市交通局负责）"
    )
    assert [row[:2] for row in rows_of(outline(text).annex)] == [
        (1, "建校2所"),
        (2, "建园5所"),
        (3, "修路"),
    ]


def test_a_measure_behind_the_areas_stands_in_none() -> None:
    text = """一、民生
（一）建校2所。（市教育局负责）
（二）建园。（市住建局负责）
二、修路，通车。（市交通局负责）"""
    found = outline(text)
    assert [task.area for task in found.annex.tasks] == [1, 1, None]


@pytest.mark.parametrize(
    "text",
    [
        "一、提高认识。要高度重视。\n二、加强领导。要压实责任。\n三、严格考核。要定期通报。",
        "一、甲部分\n修路，架桥。\n二、乙部分\n种树。",
        "第一段。\n第二段。",
    ],
)
def test_prose_is_no_list_of_tasks(text: str) -> None:
    found = outline(text)
    assert found.annex.tasks == ()
    assert "N101" in codes(found)


def test_requests_of_the_letter_are_no_tasks() -> None:
    text = """甲府发〔2024〕1号
甲市人民政府关于印发要点的通知
各县：
现就有关事项通知如下：
一、工作要求
（一）提高站位。要认真落实。
（二）明确责任。要细化任务。
（三）严格督查。要每月通报。
甲市人民政府
2024年3月1日"""
    assert outline(text).annex.tasks == ()


def test_hostile_nesting_is_read_in_one_pass() -> None:
    deep = "\n".join(
        f"{mark}第{i}项" for i in range(400) for mark in ("一、", "（一）", "1.", "（1）")
    )
    assert len(outline(deep).annex.tasks) == 400
    assert outline("（" * 20_000).annex.tasks == ()


def test_a_heading_that_only_says_key_tasks_is_no_area() -> None:
    text = """一、重点任务
（一）公路
1.修路60公里。（县交通局负责）
（二）水运
2.疏浚航道。（县港航中心负责）
二、保障措施
3.每月通报一次。（县督查室负责）"""
    found = outline(text)
    assert [area.name.text for area in found.annex.areas] == ["公路", "水运", "保障措施"]
    assert [task.area for task in found.annex.tasks] == [1, 2, 3]


def test_dashes_before_measures_are_no_words() -> None:
    text = "一、稳增长，扩投资\n——实施技改120个。（市经信局负责）\n——新增企业30家。（市统计局负责）"
    found = outline(text)
    assert [row[1] for row in rows_of(found.annex)] == ["实施技改120个", "新增企业30家"]
    assert [area.name.text for area in found.annex.areas] == ["稳增长，扩投资"]


def test_fields_that_an_item_names() -> None:
    text = """一、项目
1.项目名称：清江大桥
建设内容：新建大桥一座。
年度目标：主体合龙。
责任单位：市交通局
2.项目名称：清江港
建设内容：新建泊位4个。
年度目标：完成投资2亿元。
责任单位：市港航局"""
    found = outline(text)
    assert [row[1::2] for row in rows_of(found.annex)] == [
        ("清江大桥", "主体合龙。"),
        ("清江港", "完成投资2亿元。"),
    ]
    assert found.annex.tasks[0].cells["scope"].text == "新建大桥一座。"


def test_stops_typed_half_width() -> None:
    text = """一、农业
1.稳定面积.面积达到9.5万亩以上,其中玉米6万亩.(旗农牧局负责)
2.修路.(旗交通局负责)"""
    assert rows_of(outline(text).annex) == [
        (1, "稳定面积", "", "面积达到9.5万亩以上,其中玉米6万亩."),
        (2, "修路", "", "修路."),
    ]


def test_the_signature_below_a_list_is_no_part_of_it() -> None:
    text = """甲市2024年数字政府建设工作要点
各区县数据局：
一、夯实底座
扩容骨干网，带宽提升至100G。（市数据局牵头，市级各部门配合）
二、守牢安全
开展演练2次。（市委网信办、市公安局，持续推进）
甲市数据局
2024年2月14日"""
    found = outline(text)
    assert [row[1:] for row in rows_of(found.annex)] == [
        ("夯实底座", "", "扩容骨干网，带宽提升至100G。"),
        ("守牢安全", "持续推进", "开展演练2次。"),
    ]
    assert organs_of(found.annex)[1] == [("responsible", "市委网信办、市公安局")]
    assert found.letter.title == "甲市2024年数字政府建设工作要点"
    assert (found.letter.issuers, found.letter.addressees) == (("甲市数据局",), ("各区县数据局",))


def test_labels_in_the_running_text() -> None:
    text = """一、设施（牵头单位：市发展改革委）
1.建起降场15个。责任单位：市通信办、市联通公司。
2.开航线12条。责任单位：市商务局。完成时限：2025年底。次年评估。
3.攻关技术。"""
    found = outline(text)
    assert rows_of(found.annex) == [
        (1, "建起降场15个", "", "建起降场15个。"),
        (2, "开航线12条", "2025年底", "开航线12条。\n次年评估。"),
        (3, "攻关技术", "", "攻关技术。"),
    ]
    led = ("lead", "市发展改革委")
    assert organs_of(found.annex) == [
        [led, ("responsible", "市通信办、市联通公司")],
        [led, ("responsible", "市商务局")],
        [led],
    ]


def test_many_labels_in_one_paragraph_are_read_in_one_pass() -> None:
    text = "一、民生\n1." + "建园5所。责任单位：市教育局。" * 3_000
    assert len(outline(text).annex.tasks) == 3_000
