"""The zh-Hans catalogues: `python -m tools.messages update | check | compile`.

A string belongs to the catalogue of the folder whose file says it: one for each app,
one for `web`, one for `project`. English texts are the ids.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tools.places import PACKAGE, ROOT, VENV_PYTHON
from tools.say import step, stop

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

CATALOGUE = Path("locale") / "zh_Hans" / "LC_MESSAGES" / "django.po"
HEADER = """\
msgid ""
msgstr ""
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
METHODS = (("**/jinja2/**.html", "jinja2"), ("**/jinja2/**.jinja", "jinja2"), ("**.py", "python"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def owners(package: Path = PACKAGE) -> list[Path]:
    """The folders that hold a catalogue each."""
    apps = [path.parent for path in sorted(package.glob("apps/*/__init__.py"))]
    return [*apps, package / "web", package / "project"]


def extract(owner: Path) -> Catalog:
    """Every translatable text that the files of one folder say."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    found = Catalog(locale="zh_Hans")
    for _, _, text, _, context in extract_from_dir(
        owner, list(METHODS), {"**/jinja2/**.html": {"encoding": "utf-8"}}, KEYWORDS
    ):
        found.add(text, context=context)
    return found


def read_catalogue(path: Path) -> Catalog:
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    if not path.is_file():
        return Catalog(locale="zh_Hans")
    with path.open("rb") as stream:
        return read_po(stream, locale="zh_Hans", abort_invalid=True)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    from io import BytesIO

    from babel.messages.pofile import write_po

    body = BytesIO()
    write_po(
        body, catalogue, omit_header=True, no_location=True, sort_output=True, ignore_obsolete=True
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + body.getvalue().decode(), encoding="utf-8")


def keyed(catalogue: Catalog) -> dict[tuple[str, str], Message]:
    """Messages by context and English text."""
    found = {}
    for message in catalogue:
        english = message.id if isinstance(message.id, str) else message.id[0]
        if english:
            found[(message.context or "", english)] = message
    return found


def update(owner: Path) -> None:
    """Adds what the files newly say, drops what they no longer say, keeps translations."""
    known, said = keyed(read_catalogue(owner / CATALOGUE)), extract(owner)
    for key, message in keyed(said).items():
        if key in known and isinstance(known[key].id, str) == isinstance(message.id, str):
            message.string = known[key].string
    if known or keyed(said):
        write_catalogue(owner / CATALOGUE, said)


def is_translated(message: Message) -> bool:
    texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(texts) and all(texts) and not message.fuzzy


def problems(owner: Path) -> Iterator[str]:
    """What stands between this folder and a complete catalogue, one line each."""
    catalogue = read_catalogue(owner / CATALOGUE)
    known, said = keyed(catalogue), keyed(extract(owner))
    name = owner.name
    for _, english in sorted(said.keys() - known.keys()):
        yield f"{name}: not in the catalogue: {english!r}"
    for _, english in sorted(known.keys() - said.keys()):
        yield f"{name}: no longer said by any file: {english!r}"
    for (_, english), message in sorted(known.items()):
        if CHINESE.search(english):
            yield f"{name}: an id is English: {english!r}"
        if not is_translated(message):
            yield f"{name}: not translated: {english!r}"
        for error in message.check(catalogue):
            yield f"{name}: {english!r}: {error}"


def stale(package: Path = PACKAGE) -> list[Path]:
    """Catalogues whose compiled form is missing or older than they are."""
    found = []
    for source in sorted(package.glob(f"**/{CATALOGUE}")):
        target = source.with_suffix(".mo")
        if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
            found.append(source)
    return found


def compile_all() -> None:
    from babel.messages.mofile import write_mo

    for source in stale():
        with source.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, read_catalogue(source))


def prepare() -> None:
    """Compiles what is stale, in the project's own environment."""
    if not stale():
        return
    step("编译译文", "compiling the translations")
    command = [str(VENV_PYTHON), "-m", "tools.messages", "compile"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        stop("译文有误（见上）。", "A catalogue is broken (see above).")


def main(arguments: list[str]) -> int:
    match arguments:
        case ["compile"]:
            compile_all()
        case ["update"]:
            for owner in owners():
                update(owner)
        case ["check"]:
            found = [line for owner in owners() for line in problems(owner)]
            print("\n".join(found), end="\n" if found else "")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
