"""The command line: help in both languages, exit codes, and one line for what a person can mend."""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tongchou.documents.write_notice import write_notice
from tongchou.project import cli
from tongchou.project.demo import facts

RUN = [sys.executable, "-m", "tongchou.project.cli"]


def parsers() -> Iterator[argparse.ArgumentParser]:
    whole = cli.parser()
    yield whole
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def called(
    *arguments: str, data: Path | None = None, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TONGCHOU_")}
    if data is not None:
        environment["TONGCHOU_DATA"] = str(data)
    return subprocess.run(
        [*RUN, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        input=typed,
    )


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("notice") / "notice.docx"
    path.write_bytes(write_notice(facts.load()))
    return path


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    assert called("migrate", data=data).returncode == 0
    return data


def test_every_line_of_help_is_in_both_languages() -> None:
    lines = [
        text
        for parser in parsers()
        for text in (parser.description, *(action.help for action in parser._actions))
        if text is not None
    ]
    assert len(lines) > 30
    for line in lines:
        chinese, _, english = line.partition(" / ")
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese), line
        assert english.isascii(), line
        assert english, line


def test_every_command_of_the_product_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    shown = capsys.readouterr().out
    for name in (
        "compile",
        "lint",
        "diff",
        "load",
        "assess",
        "publish",
        "verify",
        "serve",
        "demo",
        "migrate",
        "account",
    ):
        assert f"    {name} " in shown
    assert "用法 / usage: tongchou" in shown


def test_a_wrong_option_gives_two_lines_and_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["compile", "--nonsense"])
    assert left.value.code == 2
    assert "命令写法有误" in capsys.readouterr().err


def test_compile_lists_tasks_and_counts(notice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compile", str(notice)]) == 0
    shown = capsys.readouterr()
    assert "万州府办发〔2023〕12号" in shown.out
    assert "6 个领域，25 项任务" in shown.out
    assert "达万直达高速" in shown.out
    assert "notice.docx:" in shown.err


def test_compile_speaks_english_when_asked(
    notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compile", str(notice), "--language", "en"]) == 0
    shown = capsys.readouterr()
    assert "6 areas, 25 tasks" in shown.out
    assert " warning N" in shown.err


def test_warnings_count_when_asked(notice: Path) -> None:
    assert cli.main(["compile", str(notice), "--strict"]) == 1


def test_compile_writes_the_programme_file(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert cli.main(["compile", str(notice), "--json", str(out)]) == 0
    written = json.loads(out.read_text("utf-8"))
    assert written["schema_version"] == 2
    assert len(written["tasks"]) == 25
    assert "三峡库区" in out.read_text("utf-8"), "Chinese stands as Chinese"


def test_compile_pipes_json_alone(notice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compile", str(notice), "--json", "-"]) == 0
    assert len(json.loads(capsys.readouterr().out)["areas"]) == 6


def test_compile_loads_no_framework(notice: Path) -> None:
    script = (
        "import sys; from tongchou.project.cli import main; main(['compile', sys.argv[1]]);"
        "loaded = {name.split('.')[0] for name in sys.modules};"
        "sys.exit(9 if 'django' in loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(notice)],
                          capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0


def test_a_missing_file_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compile", "nowhere.docx"]) == 2
    said = capsys.readouterr().err
    assert said == "找不到文件：nowhere.docx / There is no such file: nowhere.docx\n"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 no word file", b"\x00\x01\x02" * 100])
def test_a_file_that_is_no_notice_has_findings_and_1(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(content)
    assert cli.main(["compile", str(path)]) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith("bad.docx")
    assert "错误 X" in shown.err
    assert shown.out == ""


def test_a_folder_that_cannot_be_written_is_one_line(
    notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compile", str(notice), "--json", "/nowhere/out.json"]) == 2
    assert capsys.readouterr().err.count("不能写入") == 1


def test_an_empty_database_verifies(migrated: Path) -> None:
    done = called("verify", data=migrated)
    assert done.returncode == 0
    assert "every sealed record holds" in done.stdout


def test_load_refuses_what_cannot_be_read(migrated: Path, tmp_path: Path) -> None:
    path = tmp_path / "empty.docx"
    path.write_bytes(b"")
    called("account", "reader", "--role", "leader", data=migrated,
           typed="a-long-password-of-mine\n")  # fmt: skip
    done = called("load", str(path), "--by", "reader", data=migrated)
    assert done.returncode == 1
    assert "错误 X" in done.stderr
    assert "Traceback" not in done.stderr


def test_loading_assessing_and_verifying(migrated: Path, notice: Path) -> None:
    """A loaded notice waits for its confirmation; until then it cannot be assessed."""
    nobody = called("load", str(notice), data=migrated)
    assert nobody.returncode == 2
    assert "--by" in nobody.stderr
    called("account", "joint", "--role", "coordinator", data=migrated,
           typed="a-long-password-of-mine\n")  # fmt: skip
    done = called("load", str(notice), "--slug", "trial", "--by", "joint", data=migrated)
    assert done.returncode == 0, done.stderr
    assert "/p/trial/confirm/" in done.stdout
    early = called("assess", "--programme", "trial", data=migrated)
    assert early.returncode == 1, early.stderr
    assert "Traceback" not in early.stderr
    assert called("publish", "--programme", "trial", data=migrated).returncode == 2
    unknown = called("assess", "--programme", "other", data=migrated)
    assert unknown.returncode == 2
    assert "trial" in unknown.stderr
    assert called("verify", data=migrated).returncode == 0


def test_the_first_account_is_opened_here(tmp_path: Path) -> None:
    assert called("migrate", data=tmp_path).returncode == 0
    weak = called("account", "boss", data=tmp_path, typed="12345\n")
    assert weak.returncode == 2
    assert "Traceback" not in weak.stderr
    done = called("account", "boss", "--role", "coordinator", data=tmp_path,
                  typed="a-long-password-of-mine\n")  # fmt: skip
    assert done.returncode == 0, done.stderr
    again = called("account", "boss", data=tmp_path, typed="a-long-password-of-mine\n")
    assert again.returncode == 2
    assert "已经存在" in again.stderr


def test_an_unknown_account_is_one_line(migrated: Path, notice: Path) -> None:
    done = called("load", str(notice), "--by", "nobody", data=migrated)
    assert done.returncode == 2
    assert done.stderr == "没有账号 nobody。 / There is no account nobody.\n"


def test_serving_without_migrations_says_what_to_do(tmp_path: Path, free_port: int) -> None:
    done = called("serve", "--port", str(free_port), data=tmp_path / "new")
    assert done.returncode == 2
    assert "tongchou migrate" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["verify", "assess", "publish"])
def test_a_command_without_migrations_says_what_to_do(tmp_path: Path, command: str) -> None:
    done = called(command, data=tmp_path / "new")
    assert done.returncode == 2
    assert "tongchou migrate" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_result_never_overwrites_the_notice(
    notice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.docx"
    copy.write_bytes(notice.read_bytes())
    assert cli.main(["compile", str(copy), "--json", str(copy)]) == 2
    assert "通知本身" in capsys.readouterr().err
    assert copy.read_bytes() == notice.read_bytes()


def test_a_taken_port_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        for command in ("serve", "demo"):
            done = called(command, "--port", port, data=tmp_path / "none")
            assert done.returncode == 2
            assert f"端口 {port} 已被占用" in done.stderr
            assert f"Port {port} is taken" in done.stderr
            assert done.stderr.count("\n") == 1
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_number_that_is_no_port(port: str, tmp_path: Path) -> None:
    done = called("serve", "--port", port, data=tmp_path)
    assert done.returncode == 2
    assert "1–65535" in done.stderr
