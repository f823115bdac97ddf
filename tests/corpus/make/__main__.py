"""`python -m tests.corpus.make [NAME ...]`: each notice's file anew from its source."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tests.corpus.make import ofd, office, page, portable, sheet, text, word
from tests.corpus.make.source import Source, read_source

CORPUS = Path(__file__).parents[1]
MAKERS: dict[str, Callable[[Source], bytes]] = {
    "txt": text.made,
    "md": text.made,
    "docx": word.made,
    "xlsx": sheet.made,
    "html": page.made,
    "pdf": portable.made,
    "ofd": ofd.made,
    **dict.fromkeys(office.KINDS, office.made),
}


def main(wanted: list[str]) -> int:
    for path in sorted(CORPUS.glob("*/source.txt")):
        if not wanted or path.parent.name in wanted:
            source = read_source(path)
            target = path.with_name(f"notice.{source.format}")
            target.write_bytes(MAKERS[source.format](source))
            print(f"{target.stat().st_size:>7,} {target.relative_to(CORPUS)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
