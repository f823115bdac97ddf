"""A skipped test is never silent: the end names it, and on the integration server it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.places import ROOT

SKIPPING = """\
import pytest

def test_that_runs(): pass

def test_that_cannot_run(): pytest.skip("no such thing here")
"""


def run(folder: Path, *, ci: bool, arguments: tuple[str, ...] = ()) -> tuple[int, str]:
    (folder / "test_one.py").write_text(SKIPPING)
    (folder / "pytest.ini").write_text("[pytest]\n")
    environment = {**os.environ, "CI": "true" if ci else "", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTEST_XDIST_WORKER", None)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:django", "-p", "tests.skips", "-q", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["one process", "two workers"])
def test_a_skip_is_named_with_its_reason(tmp_path: Path, workers: tuple[str, ...]) -> None:
    code, output = run(tmp_path, ci=False, arguments=workers)
    assert code == 0
    assert "skipped, and why" in output
    assert "test_that_cannot_run: no such thing here" in output


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["one process", "two workers"])
def test_a_skip_fails_the_run_on_the_integration_server(
    tmp_path: Path, workers: tuple[str, ...]
) -> None:
    code, output = run(tmp_path, ci=True, arguments=workers)
    assert code == 1
    assert "CI=true: a skipped test fails the run" in output


def test_a_run_without_skips_passes_there(tmp_path: Path) -> None:
    code, _ = run(tmp_path, ci=True, arguments=("-k", "runs"))
    assert code == 0


def test_the_real_notice_is_looked_for_where_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from tests.conftest import notices_folder

    monkeypatch.setenv("TONGCHOU_NOTICES", str(tmp_path))
    assert notices_folder() == tmp_path
    monkeypatch.delenv("TONGCHOU_NOTICES")
    assert notices_folder() == ROOT.parent / "shared" / "notices"
