"""Why an action on a report or a period is refused, and what to do instead."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class NotOpenYet(Finding):
    code = "R201"
    severity = Severity.ERROR
    title = Text("填报尚未开始", "Reporting has not begun")
    template = Text(
        "{period}的填报{opens}才开始。",
        "Reports for {period} are taken from {opens}.",
    )
    remedy = Text("到时再填。", "Come back on that day.")


class Closed(Finding):
    code = "R202"
    severity = Severity.ERROR
    title = Text("填报已截止", "Reporting is closed")
    template = Text(
        "{period}的填报已于{closes}截止，没有提交；草稿已保留。",
        "Reports for {period} closed on {closes}; nothing was submitted, the draft is kept.",
    )
    remedy = Text(
        "请联系{whom}延长本期填报时间，再提交。",
        "Ask {whom} to extend the period, then submit.",
    )


class AlreadySubmitted(Finding):
    code = "R203"
    severity = Severity.INFO
    title = Text("已经提交过", "Already submitted")
    template = Text(
        "这份填报已经提交，没有重复提交。", "This report has been submitted; it was not sent twice."
    )
    remedy = Text(
        "要修改的，等审核退回，或审核通过后点“更正”。",
        "To change it, wait until it is returned, or correct it once it is approved.",
    )


class SavedMeanwhile(Finding):
    code = "R204"
    severity = Severity.ERROR
    title = Text("别处已保存过", "Saved elsewhere meanwhile")
    template = Text(
        "您打开本页以后，这份填报在别的窗口或由别人保存过；您的内容还在下面，没有保存。",
        "Since you opened this page the report was saved in another window or by someone else; "
        "your text is still below and is not saved.",
    )
    remedy = Text(
        "对照下面标出的“现存”内容，再点一次“保存草稿”即以您的内容为准。",
        'Compare with what is marked "stored", then save again to keep yours.',
    )


class TooLong(Finding):
    code = "R205"
    severity = Severity.ERROR
    title = Text("内容过长", "Too long")
    template = Text(
        "填写的内容有{length}字，最多{most}字；没有保存。",
        "The text has {length} characters, at most {most} are kept; it was not saved.",
    )
    remedy = Text(
        "写要点；详细材料作为佐证附上。",
        "Write the main points and attach the details as evidence.",
    )


class NotADay(Finding):
    code = "R206"
    severity = Severity.ERROR
    title = Text("不是日期", "Not a date")
    template = Text("“{typed}”不是日期。", '"{typed}" is not a date.')
    remedy = Text("按 2023-04-20 的样子填。", "Write it like 2023-04-20.")


class PeriodExists(Finding):
    code = "R207"
    severity = Severity.ERROR
    title = Text("填报期已存在", "The period exists")
    template = Text("{period}已经开设。", "{period} has been opened before.")
    remedy = Text(
        "在列表中打开它；要延长的改截止日期。", "Open it in the list, or extend it there."
    )


class DatesDisordered(Finding):
    code = "R208"
    severity = Severity.ERROR
    title = Text("日期先后不对", "Dates out of order")
    template = Text(
        "起止日期须先起后止；填报须先开始、再到期、后截止。",
        "A period starts before it ends; its reports open, then are due, then close.",
    )
    remedy = Text("改正日期。", "Mend the dates.")


class OutsideProgramme(Finding):
    code = "R215"
    severity = Severity.ERROR
    title = Text("填报期不在方案期内", "The period lies outside the programme")
    template = Text(
        "填报期要在方案的{start}至{end}之间。",
        "A period lies between the programme's first day {start} and its last {end}.",
    )
    remedy = Text("改正起止日期。", "Mend the first and the last day.")


class ReasonTooLong(Finding):
    code = "R216"
    severity = Severity.ERROR
    title = Text("退回原因过长", "The reason is too long")
    template = Text(
        "退回原因有{length}字，最多{most}字。",
        "The reason holds {length} characters; {most} are kept.",
    )
    remedy = Text("写明要点；较长的意见另附。", "Say what matters; hand longer remarks over apart.")


class NotRunning(Finding):
    code = "R209"
    severity = Severity.ERROR
    title = Text("方案尚未确认", "The programme is not confirmed")
    template = Text(
        "方案还没有确认，不能开设填报期。", "A programme that is not confirmed takes no reports."
    )
    remedy = Text("先完成确认。", "Confirm it first.")


class NobodyAnswers(Finding):
    code = "R210"
    severity = Severity.ERROR
    title = Text("没有填报单位", "Nobody answers")
    template = Text("没有一个目标有填报单位。", "No target has an answering organization.")
    remedy = Text("先在确认页指定填报单位。", "Name the answering organizations first.")


class NotWaiting(Finding):
    code = "R211"
    severity = Severity.ERROR
    title = Text("不在待审核状态", "Not waiting for review")
    template = Text(
        "这份填报已经有人审核过，或又有新的提交；您的决定没有生效。",
        "This report has been decided or submitted anew; your decision was not taken.",
    )
    remedy = Text("看下面的最新状态。", "See its present state below.")


class ReasonMissing(Finding):
    code = "R212"
    severity = Severity.ERROR
    title = Text("没有写退回原因", "No reason given")
    template = Text("退回须写明原因。", "A report is returned with a reason.")
    remedy = Text(
        "写清哪一项要改、为什么，填报单位会看到。",
        "Say which line must change and why; the organization will read it.",
    )


class NotApproved(Finding):
    code = "R213"
    severity = Severity.ERROR
    title = Text("不能更正", "Cannot be corrected")
    template = Text("只有审核通过的填报才需要更正。", "Only an approved report is corrected.")
    remedy = Text("直接修改草稿，或等待审核。", "Edit the draft, or wait for the review.")


class NotEditable(Finding):
    code = "R214"
    severity = Severity.ERROR
    title = Text("不能修改", "Cannot be changed")
    template = Text(
        "这份填报已提交或已审核通过，不能修改。",
        "This report is submitted or approved and cannot be changed.",
    )
    remedy = Text(
        "等审核退回；已通过的点“更正”。", "Wait until it is returned; correct an approved one."
    )
