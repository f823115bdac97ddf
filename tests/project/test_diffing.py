"""`tongchou diff`: what it prints, what it writes, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.programmes_cast import notice_text
from tongchou.project import cli


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "先前.txt"
    path.write_text(notice_text(), encoding="utf-8")
    return path


@pytest.fixture
def amended(tmp_path: Path) -> Path:
    path = tmp_path / "后来.txt"
    text = notice_text().replace("3.6万亩", "4.2万亩").replace("开州区农业农村委", "开州区林业局")
    path.write_text(text.replace("\t4\t高标准", "\t6\t高标准"), encoding="utf-8")
    return path


def test_a_notice_and_itself_are_the_same(notice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", str(notice), str(notice)]) == 0
    assert capsys.readouterr().out.strip() == "两份内容一致"


def test_what_changed_is_printed_task_by_task(
    notice: Path, amended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", str(notice), str(amended)]) == 1
    out = capsys.readouterr().out
    assert "任务 1 有变化  晚熟柑橘连片基地" in out
    assert "数量: 3.6万亩 → 4.2万亩" in out
    assert "减少单位: 开州区农业农村委 (责任)" in out
    assert "增加单位: 开州区林业局 (责任)" in out


def test_in_english(notice: Path, amended: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["diff", str(notice), str(amended), "--language", "en"])
    out = capsys.readouterr().out
    assert "task 1 changed  晚熟柑橘连片基地" in out
    assert "organization removed: 开州区农业农村委 (responsible)" in out


def test_a_programme_file_stands_for_its_notice(
    notice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    programme = tmp_path / "方案.json"
    assert cli.main(["compile", str(notice), "--json", str(programme)]) == 0
    capsys.readouterr()
    assert cli.main(["diff", str(notice), str(programme)]) == 0


def test_the_comparison_is_written_as_json(
    notice: Path, amended: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "diff.json"
    assert cli.main(["diff", str(notice), str(amended), "--json", str(out)]) == 1
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["same"] is False
    assert written["tasks"][0]["quantities"][0]["new"] == "4.2万亩"
    capsys.readouterr()
    assert cli.main(["diff", str(notice), str(amended), "--json", "-"]) == 1
    assert json.loads(capsys.readouterr().out) == written


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("信.txt", "各位同事，下周开会。", "读不出"),
        ("别的.json", '{"schema_version": 2}', "方案文件"),
        ("坏的.json", "{", "方案文件"),
    ],
)
def test_what_cannot_be_compared_is_trouble(
    notice: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, said: str
) -> None:
    path = notice.with_name(name)
    path.write_text(content, encoding="utf-8")
    assert cli.main(["diff", str(notice), str(path)]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there_is_trouble(
    notice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", str(notice), str(notice.with_name("无.txt"))]) == 2
    assert "找不到文件" in capsys.readouterr().err


def test_the_result_overwrites_neither(notice: Path, amended: Path) -> None:
    before = amended.read_bytes()
    assert cli.main(["diff", str(notice), str(amended), "--json", str(amended)]) == 2
    assert amended.read_bytes() == before
