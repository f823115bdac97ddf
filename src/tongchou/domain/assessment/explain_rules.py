"""The sentences of the rules: what was asked, what was stated, how they were compared."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tongchou.domain.assessment.wording import (
    amount,
    clauses,
    day,
    joined,
    names,
    per_cent,
    same,
    say,
)
from tongchou.domain.programme.target import Combine, Curve
from tongchou.domain.shared.quantities import Comparator
from tongchou.domain.shared.text import Text

Figures = Mapping[str, Any]


def shortfall_grounds(figures: Figures) -> Text:
    """应完成 = 9/12 × 6.93万亩 = 5.1975万亩；实际 …；相对缺口 …."""
    return clauses(asked(figures), stated(figures), _compared(figures), gaps(figures))


def shortfall_brief(figures: Figures) -> Text:
    """实际4.2万亩，应完成5.1975万亩，缺口19.19%."""
    shown = say(
        "实际{actual}，应完成{expected}",
        "{actual} of {expected} expected",
        actual=amount(figures["actual"], figures),
        expected=amount(figures["expected"], figures),
    )
    if not figures["short"]:
        return shown
    short = per_cent(figures["short"])
    return joined((shown, say("缺口{short}", "short by {short}", short=short)), "，", ", ")


def ladder_grounds(figures: Figures, as_of: str) -> Text:
    """“挂牌”计划 … 完成，截至 … 未完成，落后 … 天；目前 …."""
    return clauses(_lateness(figures, as_of), position(figures), following(figures), gaps(figures))


def _lateness(figures: Figures, as_of: str) -> Text:
    late = figures["late"]
    if not late:
        return Text("到期节点均已完成", "every stage that is due has been reached")
    if not figures["days"]:
        return say(
            "“{stage}”计划{planned}完成，当日到期，尚未完成",
            "“{stage}” is planned for {planned}, falls due that day and is not reached yet",
            stage=late["name"],
            planned=day(late["planned"]),
        )
    return say(
        "“{stage}”计划{planned}完成，截至{as_of}未完成，落后{days}天",
        "“{stage}” was planned for {planned} and is not reached by {as_of}: {days} days behind",
        stage=late["name"],
        planned=day(late["planned"]),
        as_of=day(as_of),
        days=figures["days"],
    )


def ladder_brief(figures: Figures) -> Text:
    """“挂牌”应于2023年9月1日完成，落后29天."""
    late = figures["late"]
    if not late or not figures["days"]:
        return position(figures)
    return say(
        "“{stage}”应于{planned}完成，落后{days}天",
        "“{stage}” due {planned}, {days} days behind",
        stage=late["name"],
        planned=day(late["planned"]),
        days=figures["days"],
    )


def asked(figures: Figures) -> Text:
    """What the plan asks by the as-of date, with the arithmetic."""
    annual, expected = amount(figures["annual"], figures), amount(figures["expected"], figures)
    if figures["curve"] == Curve.LINEAR and figures["months"]:
        done, whole = figures["months"]
        return say(
            "应完成 = {done}/{whole} × {annual} = {expected}",
            "expected = {done}/{whole} × {annual} = {expected}",
            done=done,
            whole=whole,
            annual=annual,
            expected=expected,
        )
    return say(
        "应于{end}前完成{annual}",
        "{annual} due by {end}",
        end=day(figures["end"]),
        annual=annual,
    )


def stated(figures: Figures) -> Text:
    """The figure that was compared, how it came from the parties, and its dates."""
    parts = figures["parts"]
    if not parts:
        return Text("", "")
    actual = amount(figures["actual"], figures)
    if len(parts) == 1:
        return say(
            "实际{actual}（{name}，截至{as_of}）",
            "actual {actual} ({name}, as of {as_of})",
            actual=actual,
            name=parts[0]["name"],
            as_of=day(parts[0]["as_of"]),
        )
    listed = joined((_part(part, figures, _shared_day(parts)) for part in parts), "、", ", ")
    common = _shared_day(parts)
    return say(
        "{how}{actual}（{listed}{common}）",
        "{how} {actual} ({listed}{common})",
        how=_HOW[figures["rule"]],
        actual=actual,
        listed=listed,
        common=say("，截至{day}", ", as of {day}", day=day(common)) if common else same(""),
    )


_HOW: dict[str, Text] = {
    Combine.SUM: Text("实际合计", "actual, summed,"),
    Combine.EACH: Text("各方均须达到，其中最低", "each party for itself, lowest"),
    Combine.ANY: Text("任一方达到即可，其中最高", "any party suffices, highest"),
    Combine.LEAD: Text("以牵头方为准，实际", "the lead's figure,"),
    Combine.LARGEST: Text("取各方最大值", "the largest figure,"),
}


def _shared_day(parts: list[Figures]) -> str | None:
    days = {part["as_of"] for part in parts}
    return days.pop() if len(days) == 1 else None


def _part(part: Figures, figures: Figures, common: str | None) -> Text:
    text = same(f"{part['name']}{amount(part['value'], figures)}")
    if common:
        return text
    return say("{text}（截至{day}）", "{text} (as of {day})", text=text, day=day(part["as_of"]))


def _compared(figures: Figures) -> Text:
    annual, actual = amount(figures["annual"], figures), amount(figures["actual"], figures)
    short = figures["short"]
    reached, promised = Decimal(figures["actual"]), Decimal(figures["annual"])
    strict = figures["comparator"] == Comparator.MORE_THAN
    if not short:
        if reached > promised or (reached == promised and not strict):
            return Text("已达到年度目标", "the annual figure is reached")
        return Text("不低于应完成", "not below the expected figure")
    if reached == promised:
        return say(
            "须超过{annual}，持平不算完成",
            "must exceed {annual}; equal is not enough",
            annual=annual,
        )
    expected = amount(figures["expected"], figures)
    template = "{word} = ({expected} − {actual}) ÷ {expected} = {short}"
    return say(
        template,
        template,
        word=Text("相对缺口", "shortfall"),
        expected=expected,
        actual=actual,
        short=per_cent(short),
    )


def position(figures: Figures) -> Text:
    """Where the ladder stands, party by party where they differ."""
    parts = figures["parts"]
    if not parts:
        return Text("", "")
    stages = {part["rung"]["number"] for part in parts}
    if len(stages) == 1:
        return _reached(parts[0]["rung"])
    listed = joined(
        (
            say("{name}{stage}", "{name} {stage}", name=part["name"], stage=_stage(part["rung"]))
            for part in parts
        ),
        "、",
        ", ",
    )
    return say("目前{listed}", "now: {listed}", listed=listed)


def _reached(rung: Figures) -> Text:
    if not rung["number"]:
        return Text("目前尚未到达第一个节点", "no stage is reached yet")
    return say("目前已到“{name}”", "now at “{name}”", name=rung["name"])


def _stage(rung: Figures) -> Text:
    return same(f"“{rung['name']}”") if rung["number"] else Text("未起步", "not begun")


def following(figures: Figures) -> Text:
    coming = figures["next"]
    if not coming:
        return Text("", "")
    return say(
        "下一节点“{name}”计划{planned}",
        "next: “{name}”, planned for {planned}",
        name=coming["name"],
        planned=day(coming["planned"]),
    )


def gaps(figures: Figures) -> Text:
    """Whose figure is missing, and who takes part without reporting."""
    missing, silent = Text("", ""), Text("", "")
    if figures["missing"]:
        missing = say(
            "缺{names}数据，不改变结论",
            "no figure from {names}, which does not change the verdict",
            names=names(figures["missing"]),
        )
    if figures["silent"]:
        silent = say(
            "{names}参与、不填报，未计入",
            "{names} takes part without reporting and is not counted",
            names=names(figures["silent"]),
        )
    return clauses(missing, silent)
