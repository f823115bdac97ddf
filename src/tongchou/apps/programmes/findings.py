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


class NothingToAmend(Finding):
    code = "P309"
    severity = Severity.ERROR
    title = Text("没有待封存的调整", "No amendment to seal")
    template = Text(
        "方案没有正在确认的调整。", "No amendment of this programme is being confirmed."
    )
    remedy = Text("先上传调整后的通知。", "Hand in the amended notice first.")


class AmendmentWithoutReason(Finding):
    code = "P310"
    severity = Severity.ERROR
    title = Text("没有写明调整理由", "An amendment without a reason")
    template = Text("封存新版需要写明调整理由。", "A new revision is sealed with its reason only.")
    remedy = Text("填写调整的依据和理由。", "Say why the programme is amended, and on what ground.")


class BecomesTwo(Finding):
    code = "P311"
    severity = Severity.ERROR
    title = Text("一个原目标对应了两个新目标", "One former target for two new ones")
    template = Text(
        "原目标 {target} 被对应到多个新目标。",
        "The former target {target} is said to be several new ones.",
    )
    remedy = Text(
        "只保留一个对应，其余选“新目标”。", "Leave it to one of them and call the others new."
    )


class UnknownTarget(Finding):
    code = "P312"
    severity = Severity.ERROR
    title = Text("没有这个目标", "No such target")
    template = Text("没有目标 {target}。", "There is no target {target}.")
    remedy = Text("刷新页面后重新选择。", "Load the page again and choose anew.")


class AmendmentWaits(Finding):
    code = "P313"
    severity = Severity.ERROR
    title = Text("已有通知等待处理", "A notice waits already")
    template = Text(
        "先前上传的通知还没有采用或放弃。",
        "A notice handed in before was neither taken over nor put aside.",
    )
    remedy = Text("先采用或放弃它。", "Take it over or put it aside first.")


class AnotherYear(Finding):
    code = "P314"
    severity = Severity.ERROR
    title = Text("通知的年份不同", "A notice of another year")
    template = Text(
        "上传的通知是 {found} 年的，本方案是 {year} 年的。",
        "The notice is of {found}, this programme of {year}.",
    )
    remedy = Text("其他年度的通知请另建方案。", "Make a programme of its own for another year.")


class NotOpenPromise(Finding):
    code = "P315"
    severity = Severity.ERROR
    title = Text("不能列为正文事项", "A promise that cannot be adopted")
    template = Text(
        "“{promise}”已由任务承担，或已不在通知中。",
        "“{promise}” is carried by a task, or is no longer in the notice.",
    )
    remedy = Text("刷新覆盖情况页。", "Load the coverage page again.")


class TooFewTargets(Finding):
    code = "P316"
    severity = Severity.ERROR
    title = Text("合并需要两个以上目标", "A merger needs two targets at least")
    template = Text("没有选中要合并的目标。", "Fewer than two targets were chosen to be merged.")
    remedy = Text("至少勾选两个目标。", "Choose two of them at least.")


class NothingToSplit(Finding):
    code = "P317"
    severity = Severity.ERROR
    title = Text("目标无法拆分", "A target that cannot be split")
    template = Text(
        "目标 {target} 的表述只有一段，无法按标点拆分。",
        "The words of target {target} have no mark to split them at.",
    )
    remedy = Text(
        "用“；”把表述分成几段并保存，再拆分；或添加一个目标。",
        "Part its words with ； and save, then split it; or add a target.",
    )
