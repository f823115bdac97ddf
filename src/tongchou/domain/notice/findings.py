"""What is missing or broken in the form of a notice (N101–N119)."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class NoAnnex(Finding):
    code = "N101"
    severity = Severity.ERROR
    title = Text("没有附件任务表", "No annex with a table of tasks")
    template = Text(
        "文件中没有找到任务表（应含序号、项目名称、目标任务、责任单位等列）。",
        "The file has no table of tasks (with a number, name, target and organizations for each).",
    )
    remedy = Text(
        "请上传带附件的完整通知；任务只写在正文里的，请先整理成附件表格。",
        "Hand in the whole notice with its annex; put tasks that stand only in the prose "
        "into an annex table first.",
    )


class NoDocumentNumber(Finding):
    code = "N102"
    severity = Severity.WARNING
    title = Text("没有发文字号", "No document number")
    template = Text(
        "没有找到发文字号（如“某府办发〔2023〕1号”）。",
        "No document number was found (such as 某府办发〔2023〕1号).",
    )
    remedy = Text("请在确认时补填发文字号。", "Fill in the document number when confirming.")


class NoIssuer(Finding):
    code = "N103"
    severity = Severity.WARNING
    title = Text("没有发文机关", "No issuer")
    template = Text("没有找到发文机关。", "No issuing office was found.")
    remedy = Text(
        "请在确认时补填发文机关，它们决定哪些地区是签署方。",
        "Fill in the issuers when confirming: they decide which governments have signed.",
    )


class NoDate(Finding):
    code = "N104"
    severity = Severity.WARNING
    title = Text("没有成文日期", "No date")
    template = Text("没有找到成文日期。", "No date of the notice was found.")
    remedy = Text("请在确认时补填成文日期。", "Fill in the date when confirming.")


class MissingColumn(Finding):
    code = "N105"
    severity = Severity.ERROR
    title = Text("任务表缺列", "The table lacks a column")
    template = Text("任务表没有“{column}”一列。", "The table of tasks has no column “{column}”.")
    remedy = Text(
        "请补上这一列，或把表头改为通用名称（项目名称、目标任务、责任单位）。",
        "Add the column, or give it a usual heading (项目名称, 目标任务, 责任单位).",
    )


class DuplicateNumber(Finding):
    code = "N106"
    severity = Severity.WARNING
    title = Text("序号重复", "A number stands twice")
    template = Text(
        "序号 {number} 出现了不止一次，任务“{name}”暂编为 {given}。",
        "The number {number} stands more than once; the task “{name}” is numbered {given} here.",
    )
    remedy = Text("请核对附件序号。", "Check the numbers of the annex.")


class MissingNumber(Finding):
    code = "N107"
    severity = Severity.WARNING
    title = Text("缺少序号", "A row without a number")
    template = Text(
        "任务“{name}”没有可识别的序号，暂编为 {given}。",
        "The task “{name}” has no number that can be read; it is numbered {given} here.",
    )
    remedy = Text("请核对附件序号。", "Check the numbers of the annex.")


class NumberGap(Finding):
    code = "N108"
    severity = Severity.WARNING
    title = Text("序号不连续", "A gap in the numbers")
    template = Text(
        "序号 {before} 之后是 {after}，中间可能漏了任务。",
        "Number {before} is followed by {after}: a task may be missing between them.",
    )
    remedy = Text("请核对附件是否完整。", "Check whether the annex is complete.")


class RaggedRow(Finding):
    code = "N109"
    severity = Severity.WARNING
    title = Text("表格行不完整", "An incomplete row")
    template = Text(
        "“{name}”一行应有 {expected} 格，实有 {found} 格。",
        "The row “{name}” should have {expected} cells and has {found}.",
    )
    remedy = Text("请对照原文核对这一行。", "Compare this row with the source.")


class SeveralTables(Finding):
    code = "N110"
    severity = Severity.INFO
    title = Text("另有未读的表格", "Other tables were not read")
    template = Text(
        "文件中还有 {count} 个不是任务表的表格，没有读取。",
        "The file has {count} more tables that are no table of tasks; they were not read.",
    )
    remedy = Text(
        "如其中有任务，请把它们并入任务表。", "If one of them holds tasks, join it to the table."
    )


class TargetsElsewhere(Finding):
    code = "N111"
    severity = Severity.WARNING
    title = Text("没有目标列", "No column of targets")
    template = Text(
        "任务表没有“目标任务”一列，目标取自“{column}”。",
        "The table has no column of targets; they are read from “{column}”.",
    )
    remedy = Text(
        "请逐项确认哪些是年度目标。", "Confirm one by one which of them are targets for the year."
    )
