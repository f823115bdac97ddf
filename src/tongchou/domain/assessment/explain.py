"""The sentence that explains a verdict, written from its codes and figures when it is shown."""

from collections.abc import Mapping
from typing import Any

from tongchou.domain.assessment.explain_rules import (
    asked,
    following,
    ladder_brief,
    ladder_grounds,
    position,
    shortfall_brief,
    shortfall_grounds,
    stated,
)
from tongchou.domain.assessment.reasons import UNASSESSED, WORDS, Reason
from tongchou.domain.assessment.rollup import UNASSESSED as NONE
from tongchou.domain.assessment.scheme import LightScheme, Measure
from tongchou.domain.assessment.verdicts import Level, Verdict
from tongchou.domain.assessment.wording import (
    amount,
    clauses,
    day,
    joined,
    names,
    same,
    say,
    verdict_words,
)
from tongchou.domain.programme.target import TargetKind
from tongchou.domain.shared.text import Text

Figures = Mapping[str, Any]
LOWEST = {Level.ANSWER, Level.TARGET}


def explain(verdict: Verdict, scheme: LightScheme, as_of: str) -> Text:
    """One sentence in Chinese and one in English; `as_of` is the run's date in ISO form."""
    return _ended(clauses(_grounds(verdict, scheme, as_of), _rule(verdict, scheme)))


def grounds(verdict: Verdict, scheme: LightScheme, as_of: str) -> Text:
    """The same without naming the rule, for a paper that has named it once."""
    return _ended(_grounds(verdict, scheme, as_of))


def in_brief(verdict: Verdict) -> Text:
    """Figures in a few words, for a table's cell; blank for a verdict over several targets."""
    figures = verdict.figures
    if verdict.level not in LOWEST:
        return same("")
    if not verdict.light:
        return joined((WORDS[verdict.reason], _missing(figures)), "，", ", ")
    is_quantity = figures["kind"] == TargetKind.QUANTITY
    return shortfall_brief(figures) if is_quantity else ladder_brief(figures)


def light_label(verdict_light: str, scheme: LightScheme) -> Text:
    """绿灯, 黄灯 …; 未评 where there is no light."""
    return scheme.light(verdict_light).label if verdict_light else UNASSESSED


def _ended(text: Text) -> Text:
    return Text(f"{text.zh}。", f"{text.en[:1].upper()}{text.en[1:]}.")


def _rule(verdict: Verdict, scheme: LightScheme) -> Text:
    """By which rule and bound, for a verdict that has a light of its own."""
    if verdict.level not in LOWEST or not verdict.light:
        return same("")
    figures = verdict.figures
    if figures["kind"] == TargetKind.QUANTITY:
        return verdict_words(scheme, Measure.RELATIVE_SHORTFALL, figures["short"], verdict.light)
    return verdict_words(scheme, Measure.DAYS_BEHIND, figures["days"], verdict.light)


def _grounds(verdict: Verdict, scheme: LightScheme, as_of: str) -> Text:
    if verdict.level not in LOWEST:
        return _rolled_up(verdict, scheme)
    figures = verdict.figures
    is_quantity = figures["kind"] == TargetKind.QUANTITY
    if verdict.light:
        return shortfall_grounds(figures) if is_quantity else ladder_grounds(figures, as_of)
    if verdict.reason is Reason.JOINT:
        return clauses(stated(figures) if is_quantity else position(figures), WORDS[Reason.JOINT])
    known = same("")
    if verdict.reason not in {Reason.NO_FIGURE, Reason.NOT_REPORTING}:
        known = stated(figures) if is_quantity else position(figures)
    head = say("{label}：{why}", "{label}: {why}", label=UNASSESSED, why=WORDS[verdict.reason])
    return clauses(head, _detail(verdict.reason, figures), known)


def _detail(reason: Reason, figures: Figures) -> Text:
    is_quantity = figures["kind"] == TargetKind.QUANTITY
    match reason:
        case Reason.NO_FIGURE:
            need = asked(figures) if is_quantity else _due(figures)
            return clauses(need, _missing(figures))
        case Reason.PARTIAL_FIGURE:
            return joined(
                (asked(figures) if is_quantity else _due(figures), _missing(figures)), "；", "; "
            )
        case Reason.NOT_DUE:
            return _not_yet(figures) if is_quantity else following(figures)
        case Reason.COULD_NOT_RUN:
            return say(
                "年度数值为{annual}，缺口无从计算，这不等于未完成",
                "no share of {annual} can be taken; this is not a failure",
                annual=amount(figures["annual"], figures),
            )
        case Reason.NOT_REPORTING if figures["silent"]:
            return say(
                "{names}参与、不填报",
                "{names} takes part without reporting",
                names=names(figures["silent"]),
            )
    return Text("", "")


def _missing(figures: Figures) -> Text:
    if not figures["missing"]:
        return Text("", "")
    return say("缺{names}", "missing: {names}", names=names(figures["missing"]))


def _due(figures: Figures) -> Text:
    late = figures["late"]
    if not late:
        return following(figures)
    return say(
        "“{name}”计划{planned}完成",
        "“{name}” was planned for {planned}",
        name=late["name"],
        planned=day(late["planned"]),
    )


def _not_yet(figures: Figures) -> Text:
    return say(
        "{end}前不要求进度，尚未达到{annual}",
        "nothing is asked before {end}, and {annual} is not reached yet",
        end=day(figures["end"]),
        annual=amount(figures["annual"], figures),
    )


def _rolled_up(verdict: Verdict, scheme: LightScheme) -> Text:
    figures = verdict.figures
    counts = counts_words(figures["counts"], scheme)
    if verdict.light and figures.get("keys"):
        return say(
            "取最差者：目标{keys}为{label}；{counts}",
            "the worst counts: target {keys} is {label}; {counts}",
            keys=names(figures["keys"]),
            label=Text(
                light_label(verdict.light, scheme).zh, light_label(verdict.light, scheme).en.lower()
            ),
            counts=counts,
        )
    shared = figures.get("joint", {})
    if sum(shared.values()):
        return say(
            "本地任务：{own}；只计入共同目标的任务：{joint}",
            "own tasks: {own}; tasks in joint figures only: {joint}",
            own=counts if sum(figures["counts"].values()) else Text("无", "none"),
            joint=counts_words(shared, scheme),
        )
    if verdict.light:
        return counts
    if figures.get("joint_light"):
        return say(
            "{why}；共同目标为{label}",
            "{why}; the joint target is {label}",
            why=WORDS[Reason.JOINT],
            label=_within(light_label(figures["joint_light"], scheme)),
        )
    return say("{label}：{why}", "{label}: {why}", label=UNASSESSED, why=WORDS[verdict.reason])


def counts_words(counts: Mapping[str, int], scheme: LightScheme) -> Text:
    """绿灯3、黄灯1、未评2; lights that do not occur are left out."""
    labels = {light.code: light.label for light in scheme.lights} | {NONE: UNASSESSED}
    shown = [
        say("{label}{n}", "{n} {label}", label=_within(label), n=counts[code])
        for code, label in labels.items()
        if counts.get(code)
    ]
    return joined(shown, "、", ", ") if shown else WORDS[Reason.NOTHING]


def _within(label: Text) -> Text:
    """A label inside an English sentence."""
    return Text(label.zh, label.en.lower())
