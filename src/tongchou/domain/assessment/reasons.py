"""Why there is no light. None of these is a bad light: 未评 is never red."""

from enum import StrEnum

from tongchou.domain.shared.text import Text


class Reason(StrEnum):
    """The code of a verdict without a light; blank where there is one."""

    ASSESSED = ""
    NO_RULE = "no_rule"
    NOT_REPORTING = "not_reporting"
    NO_PLAN = "no_plan"
    UNPLANNED_LADDER = "unplanned_ladder"
    COULD_NOT_RUN = "could_not_run"
    NOT_DUE = "not_due"
    NO_FIGURE = "no_figure"
    PARTIAL_FIGURE = "partial_figure"
    JOINT = "joint"
    MIXED = "mixed"
    NOTHING = "nothing"


REASONS: tuple[Reason, ...] = tuple(Reason)
"""The code of a reason in a column is its place here."""

CODE: dict[Reason, int] = {reason: number for number, reason in enumerate(REASONS)}

WORDS: dict[Reason, Text] = {
    Reason.NO_RULE: Text("没有适用的规则", "no rule applies"),
    Reason.NOT_REPORTING: Text("没有填报单位", "nobody reports it"),
    Reason.NO_PLAN: Text("没有年度数值或起止日期", "no annual figure or no dates"),
    Reason.UNPLANNED_LADDER: Text("节点未定计划日期", "no stage has a planned date"),
    Reason.COULD_NOT_RUN: Text("规则无法计算", "the rule could not run"),
    Reason.NOT_DUE: Text("未到节点", "not due yet"),
    Reason.NO_FIGURE: Text("没有审核通过的数据", "no approved figure"),
    Reason.PARTIAL_FIGURE: Text("缺少一方数据", "a party's figure is missing"),
    Reason.JOINT: Text("计入共同目标，不单独亮灯", "counted in the joint figure"),
    Reason.MIXED: Text("各目标均未评，原因不一", "no target assessed, for several reasons"),
    Reason.NOTHING: Text("没有目标", "no targets"),
}

UNASSESSED = Text("未评", "Not assessed")
