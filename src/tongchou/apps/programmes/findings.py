"""What a coordinator can mend while a programme is drafted and confirmed."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class NoYear(Finding):
    code = "P301"
    severity = Severity.ERROR
    title = Text("没有年份", "No year")
    template = Text("标题和成文日期里都没有年份。", "Neither the title nor the date names a year.")
    remedy = Text(
        "在通知标题或成文日期中写明年份，再上传。",
        "Write the year into the title or the date of the notice and upload it again.",
    )


class NotConfirmed(Finding):
    code = "P302"
    severity = Severity.ERROR
    title = Text("还有任务未确认", "Tasks are still to be confirmed")
    template = Text(
        "还有 {count} 项任务未确认：{tasks}。", "{count} tasks are to be confirmed: {tasks}."
    )
    remedy = Text("打开这些任务，核对后确认。", "Open these tasks, check and confirm them.")


class NoTargets(Finding):
    code = "P303"
    severity = Severity.ERROR
    title = Text("没有任务或目标", "No task or no target")
    template = Text("方案里没有可以填报的目标。", "The programme holds no target to report on.")
    remedy = Text(
        "检查通知附件的任务表是否完整，再上传。",
        "Check that the annex of the notice holds its task table, and upload it again.",
    )


class OrganizationWithoutJurisdiction(Finding):
    code = "P304"
    severity = Severity.ERROR
    title = Text("单位没有地区", "An organization without a jurisdiction")
    template = Text(
        "任务 {task} 的“{name}”不知属于哪个地区。",
        "The jurisdiction of “{name}” in task {task} is not known.",
    )
    remedy = Text(
        "在责任单位一栏为它选择地区。", "Choose its jurisdiction among the organizations."
    )


class NobodyAnswers(Finding):
    code = "P305"
    severity = Severity.ERROR
    title = Text("目标无人填报", "Nobody answers for a target")
    template = Text(
        "目标 {target} 没有任何填报单位。", "No organization answers for target {target}."
    )
    remedy = Text(
        "至少为一个地区选择填报单位。",
        "Choose an answering organization for one jurisdiction at least.",
    )


class AlreadySealed(Finding):
    code = "P306"
    severity = Severity.ERROR
    title = Text("方案已经封存", "The programme is sealed already")
    template = Text(
        "第 1 版已经封存，读取结果不能再改。",
        "Revision 1 is sealed; its readings can no longer be changed.",
    )
    remedy = Text("需要调整时，另立新版。", "To amend it, make a new revision.")


class UnknownTask(Finding):
    code = "P307"
    severity = Severity.ERROR
    title = Text("没有这项任务", "No such task")
    template = Text("方案里没有任务 {task}。", "The programme holds no task {task}.")
    remedy = Text("回到核对页，从列表中选择。", "Go back to the overview and choose one there.")


class SlugUnusable(Finding):
    code = "P308"
    severity = Severity.ERROR
    title = Text("地址短名不可用", "A short name that cannot be used")
    template = Text(
        "地址短名“{slug}”已被使用，或含有字母、数字、连字符以外的字符。",
        "The short name “{slug}” is taken, or holds other than letters, digits and hyphens.",
    )
    remedy = Text("换一个短名，或留空自动生成。", "Choose another one, or leave it to be made.")
