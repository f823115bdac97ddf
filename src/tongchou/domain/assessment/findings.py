"""What can be wrong with a light scheme, and why an assessment cannot be made."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class SchemeUnreadable(Finding):
    code = "A101"
    severity = Severity.ERROR
    title = Text("亮灯规则文件不完整", "Light scheme incomplete")
    template = Text("亮灯规则文件缺少或写错：{part}", "The light scheme lacks or misstates: {part}")
    remedy = Text(
        "对照自带规则文件补齐该项后重新载入",
        "Complete it after the model of the scheme that comes with the product, then load again",
    )


class UnknownMeasure(Finding):
    code = "A102"
    severity = Severity.ERROR
    title = Text("亮灯规则用了未知的衡量方式", "Light scheme with an unknown measure")
    template = Text("没有名为“{measure}”的衡量方式", 'There is no measure named "{measure}"')
    remedy = Text("可用的衡量方式：{known}", "Measures that exist: {known}")


class MissingMeasure(Finding):
    code = "A103"
    severity = Severity.ERROR
    title = Text("亮灯规则少一种衡量方式", "Light scheme without a measure")
    template = Text("没有为“{measure}”规定界限", 'No bounds are given for "{measure}"')
    remedy = Text("为该衡量方式补上界限", "Give bounds for this measure")


class GapBetweenBounds(Finding):
    code = "A104"
    severity = Severity.ERROR
    title = Text("界限之间有空档", "Gap between bounds")
    template = Text(
        "“{measure}”在 {start} 至 {end} 之间没有对应的灯",
        '"{measure}" has no light from {start} to {end}',
    )
    remedy = Text("使相邻界限首尾相接", "Let each bound begin where the one before it ends")


class OverlappingBounds(Finding):
    code = "A105"
    severity = Severity.ERROR
    title = Text("界限重叠", "Overlapping bounds")
    template = Text(
        "“{measure}”在 {start} 至 {end} 之间有两种灯",
        '"{measure}" has two lights from {start} to {end}',
    )
    remedy = Text("使每个数值只落在一个界限内", "Let every value fall within one bound only")


class UnknownLight(Finding):
    code = "A106"
    severity = Severity.ERROR
    title = Text("界限用了未定义的灯", "Bound with an undefined light")
    template = Text("“{light}”没有在规则中定义", '"{light}" is not defined in the scheme')
    remedy = Text(
        "在 lights 中定义它，或改用已定义的灯", "Define it under lights, or use a defined one"
    )


class InvertedBound(Finding):
    code = "A107"
    severity = Severity.ERROR
    title = Text("界限首尾颠倒", "Inverted bound")
    template = Text(
        "“{measure}”的界限从 {start} 到 {end}，起点大于终点",
        'A bound of "{measure}" runs from {start} to {end}, backwards',
    )
    remedy = Text("对调起点和终点", "Exchange its two ends")


class UnknownRollUp(Finding):
    code = "A108"
    severity = Severity.ERROR
    title = Text("汇总方式未规定或未知", "Roll-up missing or unknown")
    template = Text(
        "“{level}”的汇总方式“{way}”无效",
        'The roll-up of "{level}" is "{way}", which does not exist',
    )
    remedy = Text("可用的汇总方式：{known}", "Ways that exist: {known}")


class NotConfirmed(Finding):
    code = "A201"
    severity = Severity.ERROR
    title = Text("方案尚未确认", "Programme not confirmed")
    template = Text(
        "方案尚未确认，不能评估", "The programme is not confirmed yet and cannot be assessed"
    )
    remedy = Text("先核对并确认方案", "Check and confirm the programme first")


class OutsideProgramme(Finding):
    code = "A202"
    severity = Severity.ERROR
    title = Text("评估日期不在方案期限内", "Assessment date outside the programme")
    template = Text(
        "评估截止日 {as_of} 应在 {start} 与 {end} 之间",
        "The as-of date {as_of} must lie between {start} and {end}",
    )
    remedy = Text("改选期限内、不晚于今天的日期", "Choose a date within it, not later than today")


class RunNotReplayed(Finding):
    code = "A203"
    severity = Severity.ERROR
    title = Text("评估重算结果不一致", "Assessment does not replay")
    template = Text(
        "第 {number} 次评估按封存的数据重算，结果与封存的不一致",
        "Run {number}, computed again from its sealed columns, does not give its sealed verdicts",
    )
    remedy = Text(
        "保留现场，检查程序版本与封存记录",
        "Keep everything as it is; examine the program version and the sealed record",
    )


class VerdictsDiffer(Finding):
    code = "A204"
    severity = Severity.ERROR
    title = Text("评估结果表与封存记录不符", "Verdict table differs from the sealed run")
    template = Text(
        "第 {number} 次评估有 {count} 行结果与封存记录不符",
        "{count} rows of run {number} differ from its sealed record",
    )
    remedy = Text(
        "以封存记录为准，查明改动来源", "Trust the sealed record; find out what changed the rows"
    )
