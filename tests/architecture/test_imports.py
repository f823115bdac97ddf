"""What the import linter cannot see: what loads at run time, and what the words of a file say."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.places import PACKAGE

HEAVY = {"django", "docx", "jinja2", "lxml", "openpyxl", "sqlite3", "xlsxwriter", "zipfile"}
CLOCKS = {("date", "today"), ("datetime", "today"), ("datetime", "now"), ("datetime", "utcnow")}
DOMAIN_MAY_IMPORT = {*sys.stdlib_module_names, "numpy", "tongchou"}
MIGRATIONS_MAY_IMPORT = {*sys.stdlib_module_names, "django"}


def loaded_by(statement: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after one statement."""
    program = f"import sys; {statement}; print(*{{m.partition('.')[0] for m in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["tongchou", "tongchou.domain", "tongchou.domain.shared.findings"]
)
def test_importing_the_domain_loads_no_framework_and_no_file_library(module: str) -> None:
    assert not HEAVY & loaded_by(f"import {module}")


def test_compile_is_offered_at_the_top_and_loaded_only_when_asked_for() -> None:
    assert "lxml" not in loaded_by("import tongchou")
    assert "tongchou" in loaded_by("from tongchou import compile; assert callable(compile)")


def imported_names(path: Path) -> Iterator[tuple[int, str]]:
    """Line and top-level package of every import, those for type checkers included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, node.module or ""


def strangers(folder: str, allowed: set[str]) -> list[str]:
    return [
        f"{path.relative_to(PACKAGE)}:{line}: {name}"
        for path in sorted(PACKAGE.glob(folder))
        for line, name in imported_names(path)
        if name.partition(".")[0] not in allowed
    ]


def test_the_domain_imports_only_the_standard_library_numpy_and_itself() -> None:
    assert strangers("domain/**/*.py", DOMAIN_MAY_IMPORT) == []
    assert strangers("domain/shared/*.py", DOMAIN_MAY_IMPORT - {"numpy"}) == []


def test_migrations_import_only_the_standard_library_and_django() -> None:
    assert strangers("apps/*/migrations/*.py", MIGRATIONS_MAY_IMPORT) == []


@pytest.mark.parametrize("folder", ["domain/**/*.py", "documents/**/*.py", "apps/**/*.py"])
def test_nobody_asks_a_clock_for_the_date(folder: str) -> None:
    """The business date is an argument; `django.utils.timezone.now` is for audit times."""
    asked = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.glob(folder))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (getattr(node.value, "id", getattr(node.value, "attr", "")), node.attr) in CLOCKS
    ]
    assert asked == []
