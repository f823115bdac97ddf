"""What can be wrong with a file that someone hands in, or with one that is kept."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class UploadTooLarge(Finding):
    """Params: name, limit (in MB)."""

    code = "X400"
    severity = Severity.ERROR
    title = Text("上传的文件过大", "The uploaded file is too large")
    template = Text(
        "“{name}”超过 {limit} MB，没有保存", "“{name}” is larger than {limit} MB and was not kept"
    )
    remedy = Text(
        "压缩图片、拆分文件或只上传需要的页面后重新上传",
        "Shrink its pictures, split it, or upload only the pages that are needed",
    )


class FileEmpty(Finding):
    """Params: name."""

    code = "X401"
    severity = Severity.ERROR
    title = Text("空文件", "The file is empty")
    template = Text("“{name}”里没有内容", "“{name}” holds nothing")
    remedy = Text(
        "打开原文件确认有内容后重新上传",
        "Open the original, see that it holds something, try again",
    )


class EvidenceTooLarge(Finding):
    """Params: name, limit (in MB)."""

    code = "X402"
    severity = Severity.ERROR
    title = Text("佐证材料过大", "The evidence is too large")
    template = Text(
        "“{name}”超过佐证材料上限 {limit} MB",
        "“{name}” is larger than the {limit} MB that evidence may have",
    )
    remedy = UploadTooLarge.remedy


class EvidenceKindForbidden(Finding):
    """Params: name, allowed (endings in one text)."""

    code = "X403"
    severity = Severity.ERROR
    title = Text("不接受这类文件", "This kind of file is not accepted")
    template = Text(
        "“{name}”不是可以作为佐证的文件类型", "“{name}” is no kind of file that evidence may be"
    )
    remedy = Text("请改用：{allowed}", "Use one of: {allowed}")


class EvidenceKindDiffers(Finding):
    """Params: name, ending."""

    code = "X404"
    severity = Severity.ERROR
    title = Text("内容与扩展名不符", "The content is not what the name says")
    template = Text("“{name}”的内容不是 {ending} 文件", "“{name}” is not a {ending} file inside")
    remedy = Text(
        "用原来的软件打开后另存为 {ending}，不要只改扩展名",
        "Open it with its own program and save it as {ending}; renaming is not enough",
    )


class ArchiveSuspicious(Finding):
    """Params: name."""

    code = "X405"
    severity = Severity.ERROR
    title = Text("压缩内容异常", "The packed content is not sound")
    template = Text(
        "“{name}”解开后会异常庞大，未予接受",
        "“{name}” would unpack to far too much and was refused",
    )
    remedy = Text(
        "用办公软件重新另存一份后上传", "Save it anew with an office program, then upload that"
    )


class MacrosInside(Finding):
    """Params: name."""

    code = "X406"
    severity = Severity.ERROR
    title = Text("含有宏", "The file holds macros")
    template = Text("“{name}”含有宏，未予接受", "“{name}” holds macros and was refused")
    remedy = Text("另存为不含宏的文档后上传", "Save it as a document without macros, then upload")


class StoredFileMissing(Finding):
    """Params: name, uuid."""

    code = "X451"
    severity = Severity.ERROR
    title = Text("保存的文件不见了", "A kept file is missing")
    template = Text(
        "文件“{name}”（{uuid}）已不在数据目录中",
        "The file “{name}” ({uuid}) is no longer in the data directory",
    )
    remedy = Text(
        "从备份恢复数据目录的 files", "Restore `files` of the data directory from a backup"
    )


class StoredFileChanged(Finding):
    """Params: name, uuid."""

    code = "X452"
    severity = Severity.ERROR
    title = Text("保存的文件被改动", "A kept file was changed")
    template = Text(
        "文件“{name}”（{uuid}）与保存时的摘要不符",
        "The file “{name}” ({uuid}) no longer has the digest it was kept under",
    )
    remedy = StoredFileMissing.remedy
