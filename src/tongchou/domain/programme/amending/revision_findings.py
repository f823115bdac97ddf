"""What cannot be in a programme (P101–P119), found when a coordinator corrects a reading, and
what becomes of corrections when a notice is compiled anew (P120–P129)."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class NothingThere(Finding):
    code = "P101"
    severity = Severity.ERROR
    title = Text("没有这一项", "Nothing stands there")
    template = Text("方案中没有可以更正的“{path}”。", "The programme has no “{path}” to correct.")
    remedy = Text("请刷新页面后重试。", "Load the page again and repeat the correction.")


class UnreadableValue(Finding):
    code = "P102"
    severity = Severity.ERROR
    title = Text("填写的内容无法识别", "A value that cannot be read")
    template = Text("填写的“{value}”{expected}。", "“{value}” {expected}.")
    remedy = Text("请按提示重新填写。", "Fill it in again in the form that is asked for.")


class DateOutside(Finding):
    code = "P103"
    severity = Severity.ERROR
    title = Text("日期超出期限", "A date outside the period")
    template = Text(
        "目标 {key} 的日期 {day} 不在 {start} 至 {end} 之间。",
        "The date {day} of target {key} is not between {start} and {end}.",
    )
    remedy = Text(
        "请填写方案年度或任务期限之内的日期。",
        "Give a date within the programme's year or the task's period.",
    )


class AnsweringUnknown(Finding):
    code = "P104"
    severity = Severity.ERROR
    title = Text("填报单位不在方案中", "An answering organization outside the programme")
    template = Text(
        "目标 {key} 由“{name}”代表{jurisdiction}填报，但方案中没有这个单位。",
        "“{name}”, to answer for {jurisdiction} on target {key}, is not in the programme.",
    )
    remedy = Text(
        "请从任务的责任单位中选择。", "Choose among the organizations of the programme's tasks."
    )


class AnsweringForAnother(Finding):
    code = "P105"
    severity = Severity.ERROR
    title = Text("代其他签署方填报", "Answering for another signatory")
    template = Text(
        "目标 {key}：“{name}”不是{jurisdiction}的单位，不能代{jurisdiction}填报。",
        "Target {key}: “{name}” is not of {jurisdiction} and cannot answer for it.",
    )
    remedy = Text(
        "请选择该地区自己的单位；只有未签署的地区可以由他方代报。",
        "Choose an organization of that jurisdiction; only one that has not signed may be "
        "reported on by another.",
    )


class NegativeFigure(Finding):
    code = "P106"
    severity = Severity.ERROR
    title = Text("数值为负", "A negative figure")
    template = Text(
        "目标 {key} 的数值 {value} 为负数。", "The figure {value} of target {key} is negative."
    )
    remedy = Text("请核对数值。", "Check the figure.")


class RungsBackwards(Finding):
    code = "P107"
    severity = Severity.ERROR
    title = Text("阶段日期倒序", "Stages that run backwards")
    template = Text(
        "目标 {key} 的阶段“{later}”计划在 {day}，早于前一阶段“{earlier}”。",
        "Target {key} plans the stage “{later}” for {day}, before the stage “{earlier}” above it.",
    )
    remedy = Text("请按先后顺序填写计划日期。", "Give planned dates in the order of the stages.")


class UnknownJurisdiction(Finding):
    code = "P108"
    severity = Severity.ERROR
    title = Text("地区不在方案中", "A jurisdiction outside the programme")
    template = Text(
        "目标 {key} 的地区“{jurisdiction}”不是参加方。",
        "Target {key} names “{jurisdiction}”, which takes no part in the programme.",
    )
    remedy = Text("请从参加方中选择。", "Choose among the governments that take part.")


class NoJurisdiction(Finding):
    code = "P109"
    severity = Severity.ERROR
    title = Text("目标没有地区", "A target without a jurisdiction")
    template = Text("目标 {key} 没有指定地区。", "Target {key} names no jurisdiction.")
    remedy = Text("请至少选择一个地区。", "Choose at least one.")


class PlanBackwards(Finding):
    code = "P110"
    severity = Severity.ERROR
    title = Text("计划起止颠倒", "A plan that ends before it starts")
    template = Text(
        "目标 {key} 的计划于 {start} 开始、{end} 结束。",
        "The plan of target {key} starts on {start} and ends on {end}.",
    )
    remedy = Text("请核对起止日期。", "Check both dates.")


class NobodyAnswers(Finding):
    code = "P111"
    severity = Severity.WARNING
    title = Text("地区没有填报单位", "A jurisdiction nobody answers for")
    template = Text(
        "目标 {key} 涉及{jurisdiction}，但没有填报单位。",
        "Target {key} concerns {jurisdiction}, but nobody answers for it.",
    )
    remedy = Text(
        "请指定填报单位，或从目标中去掉该地区。",
        "Name an organization, or take the jurisdiction out of the target.",
    )


class WithoutTasks(Finding):
    code = "P112"
    severity = Severity.WARNING
    title = Text("签署方没有任务", "A signatory without tasks")
    template = Text(
        "{jurisdiction}签署了通知，但没有任何目标涉及它。",
        "{jurisdiction} has signed the notice, but no target concerns it.",
    )
    remedy = Text("请核对责任单位和目标地区。", "Check the organizations and the targets.")


class KeyTwice(Finding):
    code = "P113"
    severity = Severity.ERROR
    title = Text("目标编号重复", "A target key that stands twice")
    template = Text("目标编号 {key} 出现两次。", "The target key {key} stands twice.")
    remedy = Text("请删去其中一个目标，再重新添加。", "Drop one of the two and add it anew.")


class NothingMeasured(Finding):
    code = "P114"
    severity = Severity.ERROR
    title = Text("目标没有衡量内容", "A target that nothing measures")
    template = Text("目标 {key} 没有{kind}。", "Target {key} has no {kind}.")
    remedy = Text("请补填，或更改目标的类型。", "Fill it in, or choose another kind of target.")


class ItemTwice(Finding):
    code = "P115"
    severity = Severity.ERROR
    title = Text("清单事项重复", "An item that stands twice")
    template = Text(
        "目标 {key} 的清单中“{name}”出现多次。", "The list of target {key} names “{name}” twice."
    )
    remedy = Text("请删去重复的事项。", "Take the second one out.")


class MoreItemsThanCounted(Finding):
    code = "P116"
    severity = Severity.WARNING
    title = Text("清单事项多于计数", "More items than counted")
    template = Text(
        "目标 {key} 的清单列出 {count} 项，而通知计为 {expected} 项。",
        "Target {key} lists {count} items where the notice counts {expected}.",
    )
    remedy = Text("请核对清单，或更正总数。", "Check the list, or correct the number.")


class ReadingChanged(Finding):
    code = "P120"
    severity = Severity.WARNING
    title = Text("更正所针对的读取结果已变", "A corrected reading that has changed")
    template = Text(
        "“{path}”已沿用原来的更正，但通知现在读出的内容与更正时不同。",
        "The correction of “{path}” was kept, but the notice now reads otherwise there than when "
        "it was made.",
    )
    remedy = Text(
        "请打开该处核对，必要时重新更正。", "Open it, check it and correct it again if need be."
    )


class PlaceGone(Finding):
    code = "P121"
    severity = Severity.WARNING
    title = Text("更正的位置已不存在", "A correction whose place is gone")
    template = Text(
        "“{path}”在新的通知中已不存在，原来的更正没有沿用。",
        "“{path}” is not in the new notice; its correction was not kept.",
    )
    remedy = Text(
        "请核对相应的任务，需要时重新更正。", "Check the task, and correct it anew if need be."
    )


class PlaceDivided(Finding):
    code = "P122"
    severity = Severity.WARNING
    title = Text("更正的位置已拆分或合并", "A correction whose place was split or merged")
    template = Text(
        "“{path}”在新的通知中已拆分或合并（现为 {now}），原来的更正没有沿用。",
        "“{path}” was split or merged in the new notice (now {now}); its correction was not kept.",
    )
    remedy = Text("请在新的目标上重新更正。", "Correct the new targets.")


class AdoptedCarried(Finding):
    code = "P123"
    severity = Severity.INFO
    title = Text("正文事项已列入任务", "An adopted promise that a task now carries")
    template = Text(
        "正文事项“{name}”现由任务 {tasks} 承担，不再单列。",
        "The adopted promise “{name}” is now carried by task {tasks} and no longer stands alone.",
    )
    remedy = Text(
        "请核对该任务的目标和责任单位。", "Check the targets and organizations of that task."
    )
