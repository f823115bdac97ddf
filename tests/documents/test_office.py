from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

import tongchou
from tests.documents.conftest import Converter
from tests.documents.making import flattened, word_notice
from tests.documents.making_old import ole
from tests.documents.making_sheets import SHOWN, xlsx_list
from tests.golden.write import NOTICE
from tongchou.documents import office
from tongchou.documents.guard import GuardError
from tongchou.documents.office import converted, find_office
from tongchou.documents.read import read_document

WORD = word_notice(flattened(NOTICE.read_text(encoding="utf-8")))
OLD = ole({"WordDocument": b"\xec\xa5" + bytes(20)})


def program(folder: Path, code: str) -> Path:
    """A stand-in for LibreOffice that does what `code` says with the arguments it was given."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport os, pathlib, sys, time\n{code}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize(
    ("kind", "name"), [("doc", "通知.doc"), ("doc", "通知.wps"), ("rtf", "a.rtf"), ("odt", "a.odt")]
)
def test_a_notice_in_an_old_kind_reads_as_the_new_one(
    convert: Converter, kind: str, name: str
) -> None:
    data = convert(WORD, "docx", kind)
    old, new = read_document(data, name), read_document(WORD, "a.docx")
    assert old.findings == ()
    assert old.format == kind
    assert [block.text for block in old.blocks] == [block.text for block in new.blocks]
    assert [(b.row, b.column) for b in old.blocks] == [(b.row, b.column) for b in new.blocks]


def test_a_notice_in_an_old_kind_gives_the_same_programme(convert: Converter) -> None:
    old = tongchou.compile(convert(WORD, "docx", "doc"), "a.doc").to_json()
    new = tongchou.compile(WORD, "a.docx").to_json()
    assert old["tasks"] == new["tasks"]
    assert old["areas"] == new["areas"]


@pytest.mark.parametrize(
    ("wanted", "ending"), [("doc:MS Word 2003 XML", "xml"), ("xml:MS Word 2003 XML", "xml")]
)
def test_word_files_of_2003_in_xml_are_read(convert: Converter, wanted: str, ending: str) -> None:
    document = read_document(convert(WORD, "docx", wanted), f"a.{ending}")
    assert document.format == "wordml"
    assert len(document.blocks) == len(read_document(WORD, "a.docx").blocks)


def test_workbooks_of_2003_in_xml_are_read(convert: Converter) -> None:
    rows = ["".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in "甲乙丙")] * 2
    data = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="任务">'
        f"<Table><Row>{rows[0]}</Row><Row>{rows[1]}</Row></Table></Worksheet></Workbook>"
    )
    document = read_document(data.encode(), "a.xls")
    assert document.format == "sheetml"
    assert [finding.code for finding in document.findings] == ["X112"]
    assert [(b.row, b.column, b.text) for b in document.blocks][3:] == [
        (1, 0, "甲"),
        (1, 1, "乙"),
        (1, 2, "丙"),
    ]


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_workbooks_saved_by_an_office_read_as_made(convert: Converter, kind: str) -> None:
    document = read_document(convert(xlsx_list(), "xlsx", kind), f"a.{kind}")
    assert document.findings == ()
    assert [(block.kind, block.text) for block in document.blocks if block.text] == SHOWN


def test_a_page_saved_by_an_office_holds_the_notice(convert: Converter) -> None:
    document = read_document(convert(WORD, "docx", "html"), "a.html")
    cells = [block.text for block in document.blocks if block.kind == "cell"]
    expected = read_document(WORD, "a.docx").blocks
    assert cells == [
        "\n".join(block.text.split("\n")) for block in expected if block.row is not None
    ]


def test_a_file_that_it_cannot_open_is_damage(convert: Converter) -> None:
    with pytest.raises(GuardError) as refused:
        converted(OLD, "a.doc", "doc")
    assert refused.value.finding.code == "X107"


def test_without_it_a_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "NAMES", ())
    monkeypatch.setattr(office, "USUAL", ())
    monkeypatch.delenv(office.VARIABLE, raising=False)
    (finding,) = read_document(OLD, "通知.doc").findings
    assert finding.code == "X114"
    assert "libreoffice-writer-nogui" in finding.advice.zh
    assert ".docx" in finding.advice.en


def test_it_is_found_by_its_variable_or_in_the_usual_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = program(tmp_path, "")
    monkeypatch.setenv(office.VARIABLE, str(path))
    assert find_office() == str(path)
    monkeypatch.delenv(office.VARIABLE)
    monkeypatch.setattr(office, "NAMES", ())
    monkeypatch.setattr(office, "USUAL", (f"{tmp_path.parent}/{tmp_path.name[:-1]}*/soffice",))
    assert find_office() == str(path)


def standing_in(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    monkeypatch.setenv(office.VARIABLE, str(program(folder, code)))


def test_it_runs_with_a_profile_of_its_own_and_none_of_our_secrets(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    code = (
        f"seen = pathlib.Path({str(seen)!r})\n"
        "profile = sys.argv[1].partition('file://')[2]\n"
        "settings = pathlib.Path(profile, 'user', 'registrymodifications.xcu').read_text()\n"
        "seen.write_text(profile + chr(10) + repr(dict(os.environ)) + settings)\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "out.mkdir()\n"
        "(out / 'source.docx').write_bytes(pathlib.Path(sys.argv[-1]).read_bytes() + b'!')\n"
    )
    standing_in(monkeypatch, tmp_path, code)
    monkeypatch.setenv("TONGCHOU_SECRET_KEY", "not to be told")
    assert converted(OLD, "通知.doc", "doc") == OLD + b"!"
    told = seen.read_text()
    assert "not to be told" not in told
    assert "127.0.0.1:9" in told
    assert "DisableMacrosExecution" in told
    assert not Path(told.splitlines()[0]).exists()


def test_one_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    standing_in(monkeypatch, tmp_path, "time.sleep(600)")
    monkeypatch.setattr(office, "SECONDS", 0.5)
    (finding,) = read_document(OLD, "a.doc").findings
    assert (finding.code, "too long" in finding.message("en")) == ("X113", True)


def test_one_that_makes_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = (
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "out.mkdir()\n"
        "(out / 'source.docx').write_bytes(b'x' * 1001)\n"
    )
    standing_in(monkeypatch, tmp_path, code)
    monkeypatch.setattr(office, "MAX_FILE", 1000)
    with pytest.raises(GuardError) as refused:
        converted(OLD, "a.doc", "doc")
    assert refused.value.finding.code == "X105"


def test_one_that_cannot_be_started_is_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = program(tmp_path, "")
    path.write_text("#!/nowhere/at/all\n")
    monkeypatch.setenv(office.VARIABLE, str(path))
    assert os.access(path, os.X_OK)
    assert [finding.code for finding in read_document(OLD, "a.doc").findings] == ["X114"]
