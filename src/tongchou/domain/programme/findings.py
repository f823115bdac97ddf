"""What a notice leaves open (N120–N139): the lint that a coordinator works through."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class NoMeasure(Finding):
    code = "N120"
    severity = Severity.WARNING
    title = Text("目标没有量化指标", "A target without a measure")
    template = Text(
        "任务 {number}（{name}）的目标没有数量，只能按阶段衡量。",
        "The target of task {number} ({name}) holds no figure; it can only be measured by stages.",
    )
    remedy = Text(
        "请为阶段填写计划日期和佐证要求，或与责任单位商定数量。",
        "Give its stages planned dates and proof, or agree on a figure with its organizations.",
    )


class SoftDeadline(Finding):
    code = "N121"
    severity = Severity.WARNING
    title = Text("时限是软性的", "A soft deadline")
    template = Text(
        "任务 {number}（{name}）的时限“{period}”没有明确的完成日期。",
        "The period of task {number} ({name}), “{period}”, names no day by which it is done.",
    )
    remedy = Text(
        "请写明什么算阶段性成效、由哪一天起算达到。",
        "Say what counts as the interim result and by which day it is reached.",
    )


class UnreadPeriod(Finding):
    code = "N122"
    severity = Severity.WARNING
    title = Text("时限无法识别", "A period that cannot be read")
    template = Text(
        "任务 {number}（{name}）的时限“{period}”无法识别。",
        "The period of task {number} ({name}), “{period}”, cannot be read.",
    )
    remedy = Text("请在确认时填写起止日期。", "Fill in its dates when confirming.")


class LeadNotDistinguished(Finding):
    code = "N123"
    severity = Severity.WARNING
    title = Text("没有区分牵头单位", "Leads are not distinguished")
    template = Text(
        "附件只有“{column}”一列，没有区分牵头和配合单位（共 {count} 项任务）。",
        "The annex has only the column “{column}”: leads and assistants are not told apart "
        "({count} tasks).",
    )
    remedy = Text(
        "请逐项确认各地区的填报单位；系统暂取各地区排在最前的单位。",
        "Confirm who answers for each jurisdiction; the first one printed for it is proposed.",
    )


class AbsentJurisdiction(Finding):
    code = "N124"
    severity = Severity.WARNING
    title = Text("文中提到的地区没有责任单位", "A jurisdiction named without an organization")
    template = Text(
        "任务 {number}（{name}）的目标涉及{jurisdiction}，但责任单位中没有{jurisdiction}的单位。",
        "The target of task {number} ({name}) concerns {jurisdiction}, "
        "which has no organization among those responsible.",
    )
    remedy = Text(
        "请商定由谁填报：邀请该地区填报，或由某一方代报并注明来源。",
        "Agree on who reports: invite that jurisdiction, or let a party report for it with the "
        "source named.",
    )


class UnknownOrganization(Finding):
    code = "N125"
    severity = Severity.WARNING
    title = Text("单位无法识别", "An organization that is not recognized")
    template = Text(
        "“{name}”不像单位名称，或看不出属于哪个地区。",
        "“{name}” is not formed like an organ's name, or its jurisdiction is not clear.",
    )
    remedy = Text("请在确认时选定单位和所属地区。", "Choose the organization and its jurisdiction.")


class GroupOfOrganizations(Finding):
    code = "N126"
    severity = Severity.WARNING
    title = Text("责任单位是泛指", "Unnamed organizations")
    template = Text("“{name}”没有具体到单位。", "“{name}” names no single organization.")
    remedy = Text("请明确到具体单位。", "Name the organizations one by one.")


class NoOrganization(Finding):
    code = "N127"
    severity = Severity.ERROR
    title = Text("没有责任单位", "A task without organizations")
    template = Text(
        "任务 {number}（{name}）没有责任单位，无人填报。",
        "Task {number} ({name}) has no organization: nobody would report.",
    )
    remedy = Text("请补充责任单位。", "Add the organizations responsible.")


class EmptyTarget(Finding):
    code = "N128"
    severity = Severity.WARNING
    title = Text("目标任务为空", "An empty target")
    template = Text(
        "任务 {number}（{name}）没有写年度目标。",
        "Task {number} ({name}) states no target for the year.",
    )
    remedy = Text(
        "请补充年度目标；没有目标的任务不亮灯。",
        "Add a target for the year; a task without one gets no light.",
    )


class UncarriedClause(Finding):
    code = "N129"
    severity = Severity.INFO
    title = Text("正文事项没有对应任务", "A sentence of the prose that no task carries")
    template = Text(
        "正文“{text}”在附件中没有对应的任务。",
        "No task of the annex carries this sentence of the prose: “{text}”.",
    )
    remedy = Text(
        "如需跟踪，请指定单位并列为正文事项。",
        "If it is to be followed, adopt it as a prose item with an owner.",
    )


class TooManyFigures(Finding):
    code = "N131"
    severity = Severity.ERROR
    title = Text("一格里的数太多", "Too many figures in one cell")
    template = Text(
        "任务 {number}（{name}）的一格里有 {count} 个数，最多读 {most} 个。",
        "A cell of task {number} ({name}) holds {count} figures; at most {most} are read.",
    )
    remedy = Text(
        "请核对这一格是否误贴了别的表；确实需要的，分成几行。",
        "Check whether another table was pasted into it; else divide it into several rows.",
    )


class PlaceOfProjectOpen(Finding):
    code = "N130"
    severity = Severity.INFO
    title = Text("项目所在地不明", "Where a project lies is not said")
    template = Text(
        "任务 {number} 的项目“{project}”没有写明所在地区，暂列全部责任地区。",
        "Task {number} does not say where its project “{project}” lies; all its jurisdictions "
        "are proposed.",
    )
    remedy = Text(
        "请确认由哪个地区填报这个项目。", "Confirm which jurisdiction reports on this project."
    )
