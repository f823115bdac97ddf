"""Old office formats (.doc, .wps, .xls, .ods): made by LibreOffice from the new ones."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.corpus.make import sheet, word
from tests.corpus.make.source import Source

KINDS = {"doc": "doc:MS Word 97", "wps": "doc:MS Word 97", "xls": "xls:MS Excel 97", "ods": "ods"}


def made(source: Source) -> bytes:
    """Raises FileNotFoundError without LibreOffice."""
    texts = source.format in {"doc", "wps"}
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        first = home / f"notice.{'docx' if texts else 'xlsx'}"
        first.write_bytes(word.made(source) if texts else sheet.made(source))
        kind = KINDS[source.format]
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{home}/profile", "--headless",
             "--convert-to", kind, "--outdir", name, str(first)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return (home / f"notice.{kind.partition(':')[0]}").read_bytes()
