"""`tongchou lint`: findings like a compiler's, for notices and for programme files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tongchou.project import cli

GOLDEN = Path(__file__).parents[1] / "golden"
FLAWED = GOLDEN / "flawed.txt"
SOUND = """岚府办发〔2024〕8号

云岭省岚州市人民政府办公室
关于印发2024年造林任务的通知

各单位：
现予印发。

2024年2月8日

附件
2024年造林任务
	序号
	项目名称
	时限
	2024年目标任务
	牵头单位

	1
	两岸造林
	2024年底
	新增营造林3万亩。
	岚州市林业局
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, "utf-8")
    return path


def linted(*arguments: str | Path) -> int:
    return cli.main(["lint", *map(str, arguments)])


def test_each_finding_has_place_severity_code_and_remedy(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert linted(FLAWED) == 1
    lines = capsys.readouterr().out.splitlines()
    said = [line for line in lines[:-1] if not line.startswith("    ")]
    assert len(said) == (len(lines) - 1) / 2 > 40
    for line in said:
        assert re.match(r"flawed\.txt:[^:]+(:\d+-\d+)?: (错误|警告|提示) N\d{3}: ", line), line
    assert all(line.startswith("    改法: ") for line in lines[1:-1:2])
    assert re.fullmatch(r"\d+ 个错误，\d+ 个警告，\d+ 条提示", lines[-1])


def test_a_place_is_where_a_person_finds_it(capsys: pytest.CaptureFixture[str]) -> None:
    linted(FLAWED)
    shown = capsys.readouterr().out
    assert "flawed.txt:任务 7 目标任务:8-11: 警告 N138" in shown
    assert "flawed.txt:任务 17 责任单位" in shown
    assert re.search(r"flawed\.txt:正文 第\d+段:\d+-\d+: 提示 N129", shown)


def test_errors_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    linted(FLAWED)
    first, *_ = capsys.readouterr().out.splitlines()
    assert "错误" in first


def test_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    linted(FLAWED, "--language", "en")
    shown = capsys.readouterr().out
    assert ": warning N138: Task 7" in shown
    assert "    remedy: " in shown


def test_findings_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "findings.json"
    assert linted(FLAWED, "--json", out) == 1
    assert capsys.readouterr().out
    found = json.loads(out.read_text("utf-8"))
    assert {"code", "severity", "message", "position", "remedy"} == set(found[0])
    linted(FLAWED, "--json", "-")
    assert json.loads(capsys.readouterr().out) == found


def test_a_sound_notice_passes_even_strictly(sound: Path) -> None:
    assert linted(sound, "--strict") == 0


def test_warnings_count_only_when_asked(sound: Path) -> None:
    sound.write_text(SOUND.replace("2024年底", "2024年取得阶段性成效"), "utf-8")
    assert linted(sound) == 0
    assert linted(sound, "--strict") == 1


def test_a_programme_file_is_linted_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    programme = tmp_path / "programme.json"
    cli.main(["compile", str(FLAWED), "--json", str(programme)])
    data = json.loads(programme.read_text("utf-8"))
    of_notice = [finding["code"] for finding in data["findings"]]
    data["findings"] = [f for f in data["findings"] if f["code"] != "N138"]
    programme.write_text(json.dumps(data), "utf-8")
    capsys.readouterr()
    assert linted(programme, "--json", "-") == 1
    again = [finding["code"] for finding in json.loads(capsys.readouterr().out)]
    assert sorted(again) == sorted(of_notice)


def test_what_cannot_be_read_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.docx"
    empty.write_bytes(b"")
    assert linted(empty) == 2
    assert "错误 X" in capsys.readouterr().out
    assert linted(tmp_path / "nowhere.txt") == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema_version": 99}', "[" * 5000, '{"schema_version": 2}']
)
def test_a_json_that_is_no_programme_is_one_line(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, "utf-8")
    assert linted(path) == 2
    said = capsys.readouterr().err
    assert "不是方案文件" in said
    assert said.count("\n") == 1


def test_the_findings_never_overwrite_the_notice(sound: Path) -> None:
    assert linted(sound, "--json", sound) == 2
    assert sound.read_text("utf-8") == SOUND
