"""Starting the demo: where its data lies, what may be in the way, what an interruption leaves."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tongchou.documents.write_notice import write_notice
from tongchou.project.cli_text import Stop
from tongchou.project.demo import facts, start

COMMAND = [sys.executable, "-m", "tongchou.project.cli", "demo", "--no-serve"]


def environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("TONGCHOU_")}


def demo(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment())


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("notice") / "notice.docx"
    path.write_bytes(write_notice(facts.load()))
    return path


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, notice: Path) -> Path:
    """The data directory of a demo with a notice of one's own."""
    place = tmp_path_factory.mktemp("own") / "data"
    done = demo("--data", place, "--notice", notice)
    assert done.returncode == 0, done.stderr
    return place


def rows(place: Path, statement: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(place / "tongchou.sqlite3") as database:
        return database.execute(statement).fetchall()


def test_an_own_notice_is_read_up_to_its_confirmation(own: Path) -> None:
    assert rows(own, "select state, simulated from programmes_programme") == [("draft", 0)]
    assert rows(own, "select count(*) from reports_report") == [(0,)]
    assert rows(own, "select count(*) from programmes_confirmation") == [(0,)]


def test_an_own_notice_comes_with_accounts(own: Path) -> None:
    logins = {str(row[0]) for row in rows(own, "select login from organizations_user where demo")}
    assert logins == {
        "administrator", "coordinator", "leader",
        "liaison-wanzhou", "liaison-dazhou", "liaison-kaizhou",
        "reviewer-wanzhou", "reviewer-dazhou", "reviewer-kaizhou",
    }  # fmt: skip


def test_an_own_notice_goes_by_the_day(own: Path) -> None:
    instance = json.loads((own / "instance.json").read_text("utf-8"))
    assert instance["TONGCHOU_DEMO"] == "1"
    assert "TONGCHOU_BUSINESS_DATE" not in instance


def test_the_same_notice_again_keeps_the_data(own: Path, notice: Path) -> None:
    before = (own / "tongchou.sqlite3").stat().st_ino
    done = demo("--data", own, "--notice", notice)
    assert done.returncode == 0
    assert "演示数据已就绪" in done.stderr
    assert (own / "tongchou.sqlite3").stat().st_ino == before


def test_it_serves_and_stops_when_told(own: Path, free_port: int) -> None:
    """A second start serves what is there, prints address and accounts, and ends with 0."""
    server = subprocess.Popen(
        [*COMMAND[:-1], "--data", str(own), "--port", str(free_port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(),
    )
    assert server.stdout is not None
    said = "".join(iter(server.stdout.readline, "按 Ctrl-C 停止 / Ctrl-C stops it\n"))
    with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/login/") as page:
        content = page.read().decode()
    again = demo("--data", own)
    server.terminate()
    assert server.wait() == 0
    assert f"http://127.0.0.1:{free_port}/" in said
    assert str(own) in said
    assert "liaison-wanzhou" in said
    assert "万州区" in content
    assert again.returncode == 2
    assert "Another demo is using" in again.stderr


def test_another_notice_needs_another_directory(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.docx"
    other.write_bytes(b"something else")
    done = demo("--data", own, "--notice", other)
    assert done.returncode == 2
    assert "另一份通知" in done.stderr
    assert done.stderr.count("\n") == 1


def test_fresh_starts_anew(own: Path, notice: Path) -> None:
    before = (own / "tongchou.sqlite3").stat().st_ino
    done = demo("--data", own, "--notice", notice, "--fresh")
    assert done.returncode == 0
    assert (own / "tongchou.sqlite3").stat().st_ino != before
    assert {path.name for path in own.parent.iterdir()} == {own.name, f".{own.name}.lock"}


@pytest.mark.parametrize("content", [b"", b"\x00" * 500])
def test_a_notice_that_cannot_be_read_leaves_nothing(content: bytes, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(content)
    place = tmp_path / "place"
    done = demo("--data", place, "--notice", bad)
    assert done.returncode == 1
    assert "错误 X" in done.stderr
    assert "Traceback" not in done.stderr
    assert not place.exists()
    assert not (tmp_path / ".place.building").exists()


def test_a_refused_notice_keeps_the_demo_that_was_there(own: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"")
    before = (own / "tongchou.sqlite3").stat().st_ino
    done = demo("--data", own, "--notice", bad, "--fresh")
    assert done.returncode in {1, 2}
    assert (own / "tongchou.sqlite3").stat().st_ino == before


def test_a_missing_notice_is_one_line(tmp_path: Path) -> None:
    done = demo("--data", tmp_path / "place", "--notice", tmp_path / "nowhere.docx")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "place").exists()


@pytest.mark.parametrize("more", [[], ["--fresh"]])
def test_a_folder_that_holds_something_else_is_left_alone(more: list[str], tmp_path: Path) -> None:
    place = tmp_path / "papers"
    place.mkdir()
    (place / "letter.txt").write_text("mine", "utf-8")
    done = demo("--data", place, *more)
    assert done.returncode == 2
    assert "不是演示数据目录" in done.stderr
    assert (place / "letter.txt").read_text("utf-8") == "mine"


LISTENING = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)


def interrupted(place: Path, number: int) -> subprocess.Popen[str]:
    """A demo that is stopped by a signal once it has begun to build.

    A run of the tests in the background has Ctrl-C ignored, and children inherit that.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING, *COMMAND, "--data", str(place)],
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    assert process.stderr is not None
    building = place.parent / f".{place.name}.building"
    for _ in process.stderr:
        if (building / "tongchou.sqlite3").exists():
            break
    process.send_signal(number)
    process.stderr.read()
    process.wait()
    return process


def test_ctrl_c_while_building_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "place"
    process = interrupted(place, signal.SIGINT)
    assert process.returncode == 130
    assert not place.exists()
    assert not (tmp_path / ".place.building").exists()


def test_a_kill_while_building_leaves_nothing_to_serve(tmp_path: Path, notice: Path) -> None:
    place = tmp_path / "place"
    process = interrupted(place, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert not place.exists()
    assert (tmp_path / ".place.building").exists()
    assert demo("--data", place, "--notice", notice).returncode == 0
    assert not (tmp_path / ".place.building").exists()
    assert rows(place, "select state from programmes_programme") == [("draft",)]


def test_two_starts_do_not_build_the_same_place(tmp_path: Path) -> None:
    place = tmp_path / "place"
    with start._lock(place), pytest.raises(Stop) as refused:
        start._lock(place)
    assert "Another demo is using" in str(refused.value)
    start._lock(place).close()


def test_where_the_data_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TONGCHOU_DATA", raising=False)
    assert start._place(None, tmp_path, None) == tmp_path / "data" / "demo"
    first = start._place(None, tmp_path, b"one notice")
    assert first != start._place(None, tmp_path, b"another notice")
    assert first.parent == tmp_path / "data"
    assert start._place(tmp_path / "named", tmp_path, None) == tmp_path / "named"
    monkeypatch.setenv("TONGCHOU_DATA", str(tmp_path / "set"))
    assert start._place(None, tmp_path, None) == tmp_path / "set"
