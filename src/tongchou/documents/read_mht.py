"""Web pages saved as one file (.mht): the page inside, without its pictures.

The packing is that of mail: RFC 2557, parts between boundary lines.
"""

import base64
import binascii
import quopri
import re

from tongchou.documents.guard import GuardError, damaged
from tongchou.documents.read_html import read_page
from tongchou.documents.readers import Reading

_BOUNDARY = re.compile(rb'boundary="?([^"\r\n;]{1,200})', re.IGNORECASE)
_CHARSET = re.compile(rb'charset="?([\w.-]{1,40})', re.IGNORECASE)
_PAGE = re.compile(rb"^content-type:\s*text/html", re.IGNORECASE | re.MULTILINE)
_PACKING = re.compile(rb"^content-transfer-encoding:\s*([\w-]{1,40})", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_HEAD = 4000


def read_mht(data: bytes, name: str) -> Reading:
    """Raises GuardError where no page is inside."""
    boundary = _BOUNDARY.search(data[:_HEAD])
    parts = data.split(b"--" + boundary[1].strip())[1:] if boundary else []
    for part in parts:
        head, body = _parted(part)
        if _PAGE.search(head):
            charset = _CHARSET.search(head)
            declared = charset[1].decode("ascii") if charset else ""
            return read_page(_unpacked(head, body), name, declared)
    raise GuardError(damaged(name, "里面没有网页", "it holds no page"))


def _parted(part: bytes) -> tuple[bytes, bytes]:
    end = _HEAD_END.search(part, 2, _HEAD)
    return (part[: end.start()], part[end.end() :]) if end else (b"", b"")


def _unpacked(head: bytes, body: bytes) -> bytes:
    packing = _PACKING.search(head)
    method = packing[1].lower() if packing else b""
    if method == b"quoted-printable":
        return quopri.decodestring(body)
    if method == b"base64":
        try:
            return base64.b64decode(body)
        except binascii.Error:
            return b""
    return body
