"""The import contracts hold for the tree as it is, and break when an import is seeded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.places import ROOT

SEEDS = [
    ("domain/shared/quantities.py", "import numpy", "domain.shared needs the standard library"),
    ("domain/notice/document.py", "import lxml.etree", "The domain knows no framework"),
    ("domain/programme/target.py", "from django.db import models", "The domain knows no framework"),
    (
        "domain/notice/document.py",
        "from tongchou.domain.programme import target",
        "The stages of the domain",
    ),
    ("documents/__init__.py", "import tongchou.apps.audit.actions", "The floors"),
    ("apps/audit/queries.py", "import tongchou.apps.reports.queries", "The apps in their order"),
    ("apps/reports/queries.py", "import tongchou.apps.programmes.models", "Another app is reached"),
    ("apps/audit/models.py", "import tongchou.apps.audit.actions", "Inside an app"),
    ("apps/audit/actions.py", "import tongchou.project.clock", "The floors"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the contracts look at, to sow in."""
    root = tmp_path_factory.mktemp("tree")
    python_alone = shutil.ignore_patterns("__pycache__", "static", "jinja2", "locale")
    for folder in ("src", "tools"):
        shutil.copytree(ROOT / folder, root / folder, ignore=python_alone)
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    return root


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"},
        capture_output=True,
        text=True,
        check=False,
    )


def broken(output: str) -> list[str]:
    return [line for line in output.splitlines() if line.rstrip().endswith("BROKEN")]


def test_the_tree_keeps_every_contract(tree: Path) -> None:
    done = lint(tree)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken." in done.stdout


@pytest.mark.parametrize(("module", "statement", "contract"), SEEDS)
def test_a_seeded_import_breaks_its_contract(
    tree: Path, module: str, statement: str, contract: str
) -> None:
    path = tree / "src" / "tongchou" / module
    clean = path.read_text(encoding="utf-8")
    path.write_text(f"{clean}\n{statement}\n", encoding="utf-8")
    try:
        done = lint(tree)
    finally:
        path.write_text(clean, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    assert any(line.startswith(contract) for line in broken(done.stdout)), done.stdout
