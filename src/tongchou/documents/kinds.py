"""What kind of file a stream of bytes is: by its content, whatever its name says."""

import re
import zipfile
from io import BytesIO

from tongchou.documents.guard import TORN
from tongchou.documents.ole import OLE, Ole
from tongchou.domain.shared.text import Text

KINDS = {
    "docx": Text("Word 文档（.docx）", "a Word document (.docx)"),
    "doc": Text("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)"),
    "rtf": Text("RTF 文件", "an RTF file"),
    "odt": Text("OpenDocument 文本（.odt）", "an OpenDocument text (.odt)"),
    "wordml": Text("Word 2003 XML 文档", "a Word 2003 XML document"),
    "xlsx": Text("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    "xls": Text("旧版 Excel 或 WPS 表格（.xls、.et）", "an old Excel or WPS workbook (.xls, .et)"),
    "ods": Text("OpenDocument 表格（.ods）", "an OpenDocument workbook (.ods)"),
    "sheetml": Text("Excel 2003 XML 表格", "an Excel 2003 XML workbook"),
    "csv": Text("逗号分隔的表格（.csv）", "a table with commas (.csv)"),
    "pdf": Text("PDF 文件", "a PDF file"),
    "ofd": Text("OFD 版式文件", "an OFD file"),
    "html": Text("网页", "a web page"),
    "mht": Text("单个文件网页（.mht）", "a web page saved as one file (.mht)"),
    "md": Text("Markdown 文本", "Markdown text"),
    "txt": Text("文本", "text"),
    "ole": Text("某种旧版 Office 文件", "an Office file of another old kind"),
    "zip": Text("压缩包", "an archive"),
    "image": Text("图片", "a picture"),
    "bytes": Text("无法识别的内容", "of no known kind"),
}
UNREAD = {"ole", "zip", "image", "bytes"}
TEXTS = {"txt", "md", "csv", "html"}
"""Kinds without a mark of their own, so that the ending may choose among them."""
NAMED = {
    "docx": {"docx"}, "docm": {"docx"}, "dotx": {"docx"}, "dotm": {"docx"},
    "doc": {"doc"}, "dot": {"doc"}, "wps": {"doc"}, "wpt": {"doc"},
    "rtf": {"rtf"}, "odt": {"odt"}, "xml": {"wordml", "sheetml"},
    "xlsx": {"xlsx"}, "xlsm": {"xlsx"}, "xlsb": {"xlsx"},
    "xls": {"xls"}, "et": {"xls"}, "ett": {"xls"}, "ods": {"ods"},
    "csv": {"csv"}, "tsv": {"txt"}, "pdf": {"pdf"}, "ofd": {"ofd"},
    "html": {"html"}, "htm": {"html"}, "shtml": {"html"}, "xhtml": {"html"},
    "mht": {"mht"}, "mhtml": {"mht"},
    "md": {"md"}, "markdown": {"md"}, "txt": {"txt"}, "text": {"txt"},
}  # fmt: skip
"""The kinds that an ending promises."""
PACKED = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsx",
    "OFD.xml": "ofd",
}
OPEN_DOCUMENT = {b"opendocument.spreadsheet": "ods", b"opendocument.text": "odt"}
MARKS = (
    (b"%pdf-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89png", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"gif8", "image"),
    (b"bm\x00", "image"),
    (b"ii*\x00", "image"),
    (b"mm\x00*", "image"),
    (b"rar!\x1a", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"\x1f\x8b\x08", "zip"),
)
OFFICE_XML = (
    (b'progid="excel.sheet"', "sheetml"),
    (b'progid="word.document"', "wordml"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "sheetml"),
    (b"schemas.microsoft.com/office/word/2003", "wordml"),
)
_HEAD = 4096
_PAGE = re.compile(
    rb"<(?:!doctype html|html|head|meta|title|body|table|div|p|center|font|span|h[1-6]|style"
    rb"|section|article|main|ul|ol|link|script|br)[\s/>]"
)
_ASIDE = re.compile(rb"\s*(?:<\?[^>]{0,500}\?>|<!--(?:(?!-->).){0,2000}-->)", re.DOTALL)
_LETTER_HEAD = re.compile(rb"(?:mime-version|from|date|subject|content-type|message-id):")


def ending(name: str) -> str:
    return name[name.rfind(".") + 1 :].lower().strip() if "." in name else ""


def sniff(data: bytes) -> str:
    """A key of KINDS; whatever has no mark counts as txt."""
    if data.startswith(b"PK\x03\x04"):
        return _packed_kind(data)
    if data.startswith(OLE):
        return _old_kind(data)
    head = data[:_HEAD].replace(b"\0", b"") if _is_wide(data) else data[:_HEAD]
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").lstrip().lower()
    for mark, kind in MARKS:
        if head.startswith(mark):
            return kind
    if b"%pdf-" in head[:1024]:
        return "pdf"
    return _marked_kind(head)


def _is_wide(data: bytes) -> bool:
    """Whether the text is two bytes a character: every other byte of a tag is then zero."""
    start = data[:64].removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return b"<\0" in start or b"\0<" in start


def _marked_kind(head: bytes) -> str:
    if _LETTER_HEAD.match(head) and b"multipart/related" in head:
        return "mht"
    if head.startswith(b"<?xml"):
        for mark, kind in OFFICE_XML:
            if mark in head:
                return kind
    while aside := _ASIDE.match(head):
        head = head[aside.end() :]
    return "html" if _PAGE.match(head.lstrip()) else "txt"


def _packed_kind(data: bytes) -> str:
    names = _names(data)
    for part, kind in PACKED.items():
        if part in names:
            return kind
    if "mimetype" in names:
        start = data[:200]
        return next((kind for mark, kind in OPEN_DOCUMENT.items() if mark in start), "zip")
    return "zip"


def _names(data: bytes) -> set[str]:
    """The parts of an archive; of a torn one those whose names still stand in its bytes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return set(archive.namelist())
    except TORN:
        return {part for part in (*PACKED, "mimetype") if part.encode() in data}


def _old_kind(data: bytes) -> str:
    packed = Ole(data)
    if "WordDocument" in packed or "CONTENTS" in packed:
        return "doc"
    if "Workbook" in packed or "Book" in packed:
        return "xls"
    return "docx" if "EncryptedPackage" in packed else "ole"
