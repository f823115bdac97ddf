"""Pages written from the code: `python -m tools.docs write | check`.

`check` fails when a page differs from what the code would write now.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tools.places import ROOT

DOCS = ROOT / "docs"
NOTE = "<!-- Written by `python -m tools.docs write`; edit the code instead. -->\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; a cell keeps its bars and line ends."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(c.replace("|", "\\|").replace("\n", "<br>") for c in cells) + " |"

    columns = list(head)
    return "\n".join([line(columns), line("---" for _ in columns), *map(line, rows)]) + "\n"


def load_every_module() -> None:
    """Imports the whole product, so that every finding class is known."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongchou.project.settings")
    import django

    import tongchou

    django.setup()
    for module in pkgutil.walk_packages(tongchou.__path__, "tongchou."):
        if "__main__" not in module.name and ".migrations" not in module.name:
            importlib.import_module(module.name)


FAMILIES = {
    "N": "Notice 通知",
    "P": "Programme 方案",
    "R": "Report 填报",
    "A": "Assessment 评估",
    "X": "Files and exchange 文件与交换",
}


def findings_page() -> str:
    load_every_module()
    from tongchou.domain.shared.findings import finding_classes

    parts = [
        "# Findings\n",
        NOTE,
        "What a person can mend, each with a stable code. Names in braces are filled in.\n",
    ]
    for letter, family in FAMILIES.items():
        rows = [
            (
                found.code,
                str(found.severity),
                f"{found.title.zh}\n{found.title.en}",
                f"{found.template.zh}\n{found.template.en}",
                f"{found.remedy.zh}\n{found.remedy.en}",
            )
            for found in finding_classes()
            if found.code.startswith(letter)
        ]
        if rows:
            head = ("code", "severity", "title", "message", "remedy")
            parts.append(f"## {family}\n\n{table(head, rows)}")
    return "\n".join(parts)


def settings_page() -> str:
    from tongchou.project.settings_table import SETTINGS

    rows = [
        (f"`{s.name}`", f"`{s.default}`" if s.default else "", f"{s.meaning.zh}\n{s.meaning.en}")
        for s in SETTINGS
    ]
    head = "# Settings\n\n" + NOTE + "\nRead from the environment when an instance starts.\n\n"
    return head + table(("name", "default", "meaning"), rows)


def schema_page() -> str:
    from tongchou.domain.programme.schema import schema

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "findings.md": findings_page,
    "settings.md": settings_page,
    "programme.schema.json": schema_page,
}


def differing(folder: Path = DOCS) -> list[str]:
    """Names of the pages that are missing or not what the code says."""
    found = []
    for name, page in PAGES.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != page():
            found.append(name)
    return found


def write(folder: Path = DOCS) -> None:
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as data:
        os.environ["TONGCHOU_DATA"] = data
        match arguments:
            case ["write"]:
                write()
            case ["check"]:
                for name in (found := differing()):
                    print(f"docs/{name} is not what the code says: python -m tools.docs write")
                return 1 if found else 0
            case _:
                print(__doc__)
                return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
