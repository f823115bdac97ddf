"""What can be wrong with a file that was handed in (X1..)."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text

SAVE_AS_DOCX = Text(
    zh="请在 WPS 或 Word 中打开，另存为 .docx 后再上传。",
    en="Open it in WPS or Word, save it as .docx and hand it in again.",
)
ASK_AGAIN = Text(
    zh="请向发文单位重新索取文件，或重新另存一份。",
    en="Ask the issuing office for the file again, or save a fresh copy.",
)


class EmptyFile(Finding):
    code = "X101"
    severity = Severity.ERROR
    title = Text("文件为空", "The file is empty")
    template = Text("文件“{name}”是空的，没有任何内容。", "The file “{name}” holds no bytes.")
    remedy = ASK_AGAIN


class UnknownKind(Finding):
    code = "X102"
    severity = Severity.ERROR
    title = Text("不认识的文件种类", "A kind of file that is not read")
    template = Text(
        "文件“{name}”是{kind}，目前可以读取 .docx 和 .txt。",
        "The file “{name}” is {kind}; .docx and .txt are read.",
    )
    remedy = SAVE_AS_DOCX


class WrongKind(Finding):
    code = "X103"
    severity = Severity.ERROR
    title = Text("扩展名与内容不符", "The name says one kind, the content another")
    template = Text(
        "文件名是“{name}”，内容却是{kind}。",
        "The file is named “{name}”, but its content is {kind}.",
    )
    remedy = SAVE_AS_DOCX


class EncryptedFile(Finding):
    code = "X104"
    severity = Severity.ERROR
    title = Text("文件已加密", "The file is encrypted")
    template = Text(
        "文件“{name}”设有打开密码，无法读取。",
        "The file “{name}” is protected by a password and cannot be read.",
    )
    remedy = Text(
        zh="请在 WPS 或 Word 中取消密码并另存后再上传。",
        en="Remove the password in WPS or Word, save the file and hand it in again.",
    )


class TooLarge(Finding):
    code = "X105"
    severity = Severity.ERROR
    title = Text("文件过大", "The file is too large")
    template = Text(
        "文件“{name}”超过 {limit} MB 的上限。",
        "The file “{name}” is larger than {limit} MB.",
    )
    remedy = Text(
        zh="请删去图片、附图等无关内容后再上传；通知正文通常不到 1 MB。",
        en="Remove pictures and attachments; the text of a notice is rarely above 1 MB.",
    )


class SuspiciousArchive(Finding):
    code = "X106"
    severity = Severity.ERROR
    title = Text("压缩内容异常", "The packed content is abnormal")
    template = Text(
        "文件“{name}”解压后过大或条目过多（{what}），为安全起见没有打开。",
        "Unpacked, the file “{name}” would be too large or hold too many parts ({what}); "
        "it was not opened.",
    )
    remedy = ASK_AGAIN


class DamagedFile(Finding):
    code = "X107"
    severity = Severity.ERROR
    title = Text("文件已损坏", "The file is damaged")
    template = Text(
        "文件“{name}”已损坏，无法读取：{what}。",
        "The file “{name}” is damaged and cannot be read: {what}.",
    )
    remedy = ASK_AGAIN


class NotText(Finding):
    code = "X108"
    severity = Severity.ERROR
    title = Text("不是文本文件", "Not a text file")
    template = Text(
        "文件“{name}”不是 UTF-8、UTF-16 或 GB18030 文本。",
        "The file “{name}” is not text in UTF-8, UTF-16 or GB18030.",
    )
    remedy = Text(
        zh="请确认文件种类；文本文件请以 UTF-8 编码另存。",
        en="Check what kind of file it is; save a text file in UTF-8.",
    )


class NoText(Finding):
    code = "X109"
    severity = Severity.ERROR
    title = Text("文件里没有文字", "The file holds no words")
    template = Text(
        "文件“{name}”里没有可读的文字（可能全是图片或空白）。",
        "The file “{name}” holds no readable words (perhaps only pictures or blanks).",
    )
    remedy = Text(
        zh="扫描件请先转换为文字，再另存为 .docx。",
        en="Turn a scan into text first and save it as .docx.",
    )


class TooMuchText(Finding):
    code = "X111"
    severity = Severity.ERROR
    title = Text("文字过多", "Too much text")
    template = Text(
        "文件“{name}”的文字超过 {characters} 字，或段落、单元格超过 {blocks} 个。",
        "The file “{name}” holds more than {characters} characters, or more than {blocks} "
        "paragraphs and cells.",
    )
    remedy = Text(
        zh="请只保留通知正文和任务表再上传。",
        en="Keep the notice and its table of tasks, and hand it in again.",
    )


class MacrosIgnored(Finding):
    code = "X110"
    severity = Severity.INFO
    title = Text("宏未运行", "Macros were ignored")
    template = Text(
        "文件“{name}”带有宏，系统只读取文字，没有运行。",
        "The file “{name}” carries macros; only its words were read, nothing was run.",
    )
    remedy = Text(zh="无需处理。", en="Nothing needs to be done.")
