"""What no linter holds: lengths, and that no file names a machine or a registry."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.places import ROOT, tracked_files

FILE_LIMIT = 300
FUNCTION_LIMIT = 40
MEASURED = ("src", "tests", "tools", "benchmarks")
REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|deb\.debian)\.(?:org|tuna|douban)|registry\.npm|npmmirror\.com"
    r"|--(?:find-links|index-url|extra-index-url)",
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(r"""(?<![\w./~}>-])/(?:home|root|Users|work|tmp|opt)/[\w.-]""")


def text_of(path: Path) -> str | None:
    """The file's text, or None for a binary one."""
    data = path.read_bytes()
    if b"\0" in data:
        return None
    return data.decode("utf-8", errors="replace")


def python_files(root: Path) -> Iterator[Path]:
    for path in tracked_files(root):
        if path.suffix == ".py" and path.relative_to(root).parts[0] in MEASURED:
            yield path


def too_long(root: Path = ROOT) -> Iterator[str]:
    """Files over 300 lines and functions over 40; migrations are written by Django."""
    for path in python_files(root):
        source, name = path.read_text(encoding="utf-8"), path.relative_to(root)
        if "migrations" in name.parts:
            continue
        if (lines := len(source.splitlines())) > FILE_LIMIT:
            yield f"{name}: {lines} lines, {FILE_LIMIT} allowed"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LIMIT:
                    where = f"{name}:{node.lineno}: {node.name}"
                    yield f"{where} has {lines} lines, {FUNCTION_LIMIT} allowed"


def named_places(root: Path = ROOT) -> Iterator[str]:
    """Lines that name a package registry or a path of one machine."""
    for path in tracked_files(root):
        name = path.relative_to(root).as_posix()
        text = text_of(path)
        for number, line in enumerate((text or "").splitlines(), 1):
            for what, pattern in (("a registry", REGISTRIES), ("a machine's path", MACHINE_PATHS)):
                if found := pattern.search(line):
                    yield f"{name}:{number}: names {what}: {found.group()}"


def breaches(root: Path = ROOT) -> list[str]:
    return [*too_long(root), *named_places(root)]
