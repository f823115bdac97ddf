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


class Renumbered(Finding):
    code = "N112"
    severity = Severity.INFO
    title = Text("任务统一编号", "Tasks were numbered anew")
    template = Text(
        "原文序号分段重起或没有序号，{count} 项任务按先后统一编号，原序号保留。",
        "The printed numbers begin again or are missing: the {count} tasks are numbered in their "
        "order, the printed number is kept.",
    )
    remedy = Text("请核对任务的先后与数量。", "Check the order and the count of the tasks.")


class GuessedCells(Finding):
    code = "N113"
    severity = Severity.WARNING
    title = Text("表格失去行列，按内容还原", "A table without rows was rebuilt by its content")
    template = Text(
        "任务表在文件中没有行列，{count} 项任务的各栏按序号、时限、单位等内容推断。",
        "The table has lost its rows and columns; the cells of {count} tasks were told apart by "
        "numbers, periods and organizations.",
    )
    remedy = Text(
        "请逐项核对，最好改用带表格的原文件。",
        "Check every task; better, hand in the original file with its table.",
    )


class TasksFromList(Finding):
    code = "N114"
    severity = Severity.INFO
    title = Text("任务取自条目", "Tasks are read from the list")
    template = Text(
        "文件没有任务表，{count} 项任务取自正文条目。",
        "There is no table of tasks; {count} tasks are read from the numbered list.",
    )
    remedy = Text("请核对哪些条目是任务。", "Check which items of the list are tasks.")


class NobodyNamed(Finding):
    code = "N115"
    severity = Severity.WARNING
    title = Text("条目没有写责任单位", "The list names no organizations")
    template = Text(
        "{count} 项任务都没有写明责任单位。",
        "None of the {count} tasks names an organization that answers for it.",
    )
    remedy = Text(
        "请为每项任务补上牵头单位和责任单位。",
        "Name a lead and the responsible organizations for each task.",
    )


class NamesElsewhere(Finding):
    code = "N116"
    severity = Severity.INFO
    title = Text("没有任务名称列", "No column of names")
    template = Text(
        "任务表没有任务名称一列，名称取自“{column}”的首句。",
        "The table has no column of names; they are the first words of “{column}”.",
    )
    remedy = Text("请核对任务名称。", "Check the names of the tasks.")


class KeptInRemark(Finding):
    code = "N117"
    severity = Severity.INFO
    title = Text("未识别的列并入备注", "Unknown columns are kept in the remark")
    template = Text(
        "不认识的列（{columns}）已并入备注。",
        "Columns of unknown meaning ({columns}) are kept in the remark.",
    )
    remedy = Text(
        "如其中有目标、时限或单位，请把表头改为通用名称。",
        "If one holds targets, periods or organizations, give it a usual heading.",
    )
