"""Small evidence files for the demo, made in code; each says that it is simulated."""

from collections.abc import Sequence


def text_file(title: str, lines: Sequence[str]) -> bytes:
    return "\n".join([f"【演示数据】{title}", "", *lines, ""]).encode()


def pdf_file(lines: Sequence[str]) -> bytes:
    """One page in a standard font; `lines` hold ASCII without brackets or backslashes."""
    shown = ["SIMULATED DATA / DEMONSTRATION ONLY", "", *lines]
    drawn = "\n".join(f"({line}) Tj T*" for line in shown)
    content = f"BT /F1 12 Tf 18 TL 72 770 Td\n{drawn}\nET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    made += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(made)
