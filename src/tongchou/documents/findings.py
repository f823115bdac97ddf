"""What can be wrong with a file that was handed in (X1..)."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text

SAVE_AS_DOCX = Text(
    zh="请在 WPS 或 Office 中打开，另存为 .docx（表格存为 .xlsx）后再上传；压缩包请先解压。",
    en="Open it in WPS or Office, save it as .docx (a workbook as .xlsx) and hand it in again; "
    "unpack an archive first.",
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
        "文件“{name}”是{kind}。可以读取的有：.docx、.doc、.wps、.rtf、.odt，.pdf、.ofd，"
        ".xlsx、.xls、.et、.ods、.csv，.html、.mht，.txt、.md。",
        "The file “{name}” is {kind}. These are read: .docx, .doc, .wps, .rtf, .odt; .pdf, .ofd; "
        ".xlsx, .xls, .et, .ods, .csv; .html, .mht; .txt, .md.",
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


class ReadByContent(Finding):
    code = "X112"
    severity = Severity.INFO
    title = Text("已按内容读取", "Read by its content")
    template = Text(
        "文件名是“{name}”，内容却是{kind}，已按内容读取。",
        "The file is named “{name}”, but its content is {kind}; it was read as that.",
    )
    remedy = Text(
        zh="请核对读出的文字和表格；如有缺漏，在 WPS 或 Office 中另存后再上传。",
        en="Check the words and tables that were read; if any are missing, save the file again in "
        "WPS or Office and hand that in.",
    )


class ReadingStopped(Finding):
    code = "X113"
    severity = Severity.ERROR
    title = Text("读取已中止", "Reading was stopped")
    template = Text(
        "读取文件“{name}”时{what}，已中止。",
        "Reading the file “{name}” was stopped: {what}.",
    )
    remedy = SAVE_AS_DOCX


class NoOffice(Finding):
    code = "X114"
    severity = Severity.ERROR
    title = Text("缺少 LibreOffice", "LibreOffice is not installed")
    template = Text(
        "文件“{name}”是{kind}，需要这台服务器上的 LibreOffice 才能读取，现在没有找到。",
        "The file “{name}” is {kind}; to read it this server needs LibreOffice, which was not "
        "found.",
    )
    remedy = Text(
        zh="请在 WPS 或 Word 中另存为 .docx 后再上传；或请管理员安装 LibreOffice（Debian、Ubuntu："
        "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui）。",
        en="Save it as .docx in WPS or Word and hand that in; or have LibreOffice installed "
        "(Debian, Ubuntu: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui).",
    )


class BadCharacters(Finding):
    code = "X115"
    severity = Severity.WARNING
    title = Text("有无法辨认的字符", "Some characters could not be read")
    template = Text(
        "文件“{name}”有 {count} 处字节不成文字，已用“\ufffd”代替。",
        "In the file “{name}” {count} places hold bytes that are no text; “\ufffd” stands there.",
    )
    remedy = ASK_AGAIN


class HiddenSheets(Finding):
    code = "X116"
    severity = Severity.WARNING
    title = Text("隐藏的工作表未读取", "Hidden sheets were not read")
    template = Text(
        "文件“{name}”中隐藏的工作表没有读取：{sheets}。",
        "Hidden sheets of the file “{name}” were not read: {sheets}.",
    )
    remedy = Text(
        zh="如其中有任务，请取消隐藏并另存后再上传。",
        en="If they hold tasks, unhide them, save the workbook and hand it in again.",
    )


class Scanned(Finding):
    code = "X120"
    severity = Severity.ERROR
    title = Text("扫描件", "A scan")
    template = Text(
        "文件“{name}”各页都是图片，没有文字可读，应是扫描件。",
        "Every page of the file “{name}” is a picture without words: it is a scan.",
    )
    remedy = Text(
        zh="请上传原始电子文件；只有扫描件时，先做文字识别（OCR）并校对，另存为 .docx。",
        en="Hand in the original electronic file; if there is only a scan, have its text "
        "recognized (OCR), check it and save it as .docx.",
    )


class PagesArePictures(Finding):
    code = "X121"
    severity = Severity.WARNING
    title = Text("部分页是图片", "Some pages are pictures")
    template = Text(
        "文件“{name}”第 {pages} 页是图片，其中的文字没有读取。",
        "These pages of the file “{name}” are pictures; their words were not read: {pages}.",
    )
    remedy = Text(
        zh="如这些页上有正文或任务表，请换用原始电子文件。",
        en="If they hold text or tasks, hand in the original electronic file.",
    )


class PagesNotOpened(Finding):
    code = "X122"
    severity = Severity.WARNING
    title = Text("部分页无法打开", "Some pages cannot be opened")
    template = Text(
        "文件“{name}”第 {pages} 页已损坏，没有读取。",
        "These pages of the file “{name}” are damaged and were not read: {pages}.",
    )
    remedy = ASK_AGAIN


class UnknownGlyphs(Finding):
    code = "X123"
    severity = Severity.ERROR
    title = Text("文字无法还原", "The characters cannot be told")
    template = Text(
        "文件“{name}”能显示，但没有说明字形对应的文字，读出的是乱码。",
        "The file “{name}” can be shown, but does not tell which characters its glyphs stand for.",
    )
    remedy = SAVE_AS_DOCX
