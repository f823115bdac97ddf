"""What `./run` says when something is missing: one line, what to do, and no traceback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import assets, environment, run
from tools.places import ROOT
from tools.say import Stop

NEEDED = ("sh", "dirname")


def bare_path(tmp_path: Path, **programs: str) -> str:
    """A PATH that holds next to nothing, and the given programs by their text."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in NEEDED:
        (folder / name).symlink_to(str(shutil.which(name)))
    for name, text in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}\n")
        (folder / name).chmod(0o755)
    return str(folder)


def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "run"), *arguments],
        env={**os.environ, "TONGCHOU_PYTHON": sys.executable, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The single line a refused command leaves behind."""
    assert done.returncode != 0
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert " / " in line
    return line


def test_help_needs_nothing_but_a_python() -> None:
    done = call("help")
    assert done.returncode == 0
    for command in ("demo", "test", "check", "bench"):
        assert f"./run {command}" in done.stdout


def test_no_python_at_all(tmp_path: Path) -> None:
    line = one_line(call("demo", TONGCHOU_PYTHON="", PATH=bare_path(tmp_path)))
    assert "需要 Python 3.11" in line
    assert "Python 3.11 or newer is needed" in line


def test_a_python_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    path = bare_path(tmp_path, python3="exit 1", python="exit 1")
    assert "TONGCHOU_PYTHON" in one_line(call("demo", TONGCHOU_PYTHON="", PATH=path))


def test_a_newer_python_beside_an_old_one_is_found(tmp_path: Path) -> None:
    path = bare_path(tmp_path, python3="exit 1", **{"python3.12": f'exec {sys.executable} "$@"'})
    assert call("help", TONGCHOU_PYTHON="", PATH=path).returncode == 0


def test_a_taken_port() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        line = one_line(call("demo", "--port", str(port)))
    assert f"端口 {port} 已被占用" in line
    assert f"Port {port} is taken" in line


@pytest.mark.parametrize("port", ["0", "65536", "eight", "-1"])
def test_a_port_that_is_none(port: str) -> None:
    assert "1-65535" in one_line(call("demo", f"--port={port}"))


def test_an_option_without_its_value() -> None:
    assert "--notice" in one_line(call("demo", "--notice"))


def test_a_notice_that_is_not_there(tmp_path: Path) -> None:
    missing = str(tmp_path / "notice.docx")
    assert missing in one_line(call("demo", "--notice", missing))


def test_an_unknown_command() -> None:
    assert "./run help" in one_line(call("dmeo"))


def test_the_last_value_of_an_option_counts() -> None:
    assert run.value_after("--port", ["--port", "1", "--port=2"]) == "2"
    assert run.value_after("--port", []) is None


def test_a_python_without_venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(environment, "VENV", tmp_path / "venv")
    with pytest.raises(Stop, match=r"apt-get install python3\.\d+-venv"):
        environment.make_venv(None)
    assert not (tmp_path / "venv").exists()


def test_no_node_and_none_to_be_had(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", bare_path(tmp_path))
    monkeypatch.setattr(assets, "VENV", tmp_path)
    monkeypatch.setattr(assets, "add_packages", lambda *_: None)
    with pytest.raises(Stop, match=r"Node\.js 20"):
        assets.npm_command()
