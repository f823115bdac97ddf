"""A notice is taken in whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.notices.receiving import receive_notice
from tests.cast import Cast
from tests.documents.making import flattened, word_notice
from tests.programmes_cast import HEAD, notice_text
from tests.refusals import codes
from tongchou.apps.audit.models import Chain, Entry, Record
from tongchou.apps.audit.queries import content_of, envelope_of
from tongchou.apps.files.models import StoredFile
from tongchou.apps.files.queries import open_stored
from tongchou.apps.notices.models import Notice
from tongchou.apps.notices.queries import document_of
from tongchou.domain.shared.findings import Refused

TEXT = notice_text()


def test_the_notice_is_kept_with_what_was_read(cast: Cast) -> None:
    notice = receive_notice(data=TEXT.encode(), name="农业协作.txt", by=cast.coordinator)
    assert notice.title == "万达开农业协作2023年重点任务"
    assert [task["name"] for task in notice.reading["tasks"]][:2] == [
        "晚熟柑橘连片基地",
        "农产品产销对接",
    ]
    assert open_stored(notice.file).read() == TEXT.encode()
    assert notice.received_by == cast.coordinator
    assert not notice.simulated


def test_the_record_holds_the_file_the_text_and_the_reading(cast: Cast) -> None:
    notice = receive_notice(data=TEXT.encode(), name="农业协作.txt", by=cast.coordinator)
    envelope, content = envelope_of(notice.record), content_of(notice.record)
    assert (envelope["kind"], envelope["issuer"], envelope["sequence"]) == (
        "notice",
        "joint-office",
        1,
    )
    assert envelope["programme"] == str(notice.programme)
    assert content["file"] == {
        "name": "农业协作.txt",
        "algorithm": notice.file.algorithm,
        "digest": notice.file.digest,
        "size": len(TEXT.encode()),
    }
    assert content["document"] == notice.document
    assert content["programme"] == notice.reading
    assert content["by"] == {"uuid": str(cast.coordinator.uuid), "name": "统筹员"}


def test_the_document_comes_back_as_it_was_read(cast: Cast) -> None:
    notice = receive_notice(data=TEXT.encode(), name="农业协作.txt", by=cast.coordinator)
    document = document_of(Notice.objects.get(pk=notice.pk))
    assert document.name == "农业协作.txt"
    assert document.blocks[0].text == "万农协〔2023〕5号"
    cells = [block for block in document.blocks if block.kind == "cell"]
    assert cells[0].text == "序号"
    assert cells[0].table == 0


def test_a_simulated_notice_says_so_in_its_record(cast: Cast) -> None:
    notice = receive_notice(data=TEXT.encode(), name="a.txt", by=None, simulated=True)
    assert notice.simulated
    assert content_of(notice.record)["simulated"] is True
    assert content_of(notice.record)["by"] is None


def test_receiving_is_in_the_audit_record(cast: Cast) -> None:
    notice = receive_notice(data=TEXT.encode(), name="a.txt", by=cast.coordinator)
    entry = Entry.objects.get(action="notice.receive")
    assert (entry.object_uuid, entry.programme) == (notice.uuid, notice.programme)
    assert entry.record == notice.record
    assert entry.user == cast.coordinator


def test_a_word_file_reads_as_the_text_does(cast: Cast) -> None:
    plain = receive_notice(data=TEXT.encode(), name="a.txt", by=cast.coordinator)
    word = receive_notice(data=word_notice(flattened(TEXT)), name="a.docx", by=cast.coordinator)
    assert _tasks(word) == _tasks(plain)
    assert word.document["format"] == "docx"


def test_a_text_in_gb18030_reads_as_in_utf8(cast: Cast) -> None:
    plain = receive_notice(data=TEXT.encode(), name="a.txt", by=cast.coordinator)
    other = receive_notice(data=TEXT.encode("gb18030"), name="a.txt", by=cast.coordinator)
    assert other.reading == plain.reading
    assert other.file.digest != plain.file.digest


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "X101"),
        (b"%PDF-1.7 ...", "a.docx", "X107"),
        (b"PK\x03\x04 broken word/document.xml", "a.docx", "X107"),
        (HEAD.encode(), "a.txt", "N101"),
    ],
    ids=["empty", "another kind", "damaged", "no annex"],
)
def test_what_cannot_be_read_leaves_only_an_audit_entry(
    cast: Cast, data_directory: Path, data: bytes, name: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        receive_notice(data=data, name=name, by=cast.coordinator)
    assert code in codes(refused)
    assert not Notice.objects.exists()
    assert not StoredFile.objects.exists()
    assert not Record.objects.exists()
    assert not Chain.objects.exists()
    assert not list((data_directory / "files").rglob("*"))
    entry = Entry.objects.get(action="notice.refuse")
    assert entry.after["name"] == name
    assert code in entry.after["findings"]


def test_a_name_that_no_log_can_take_is_cleaned(cast: Cast) -> None:
    with pytest.raises(Refused):
        receive_notice(data=b"", name="通\x00知\n\ud800.txt", by=cast.coordinator)
    name = Entry.objects.get(action="notice.refuse").after["name"]
    assert name.endswith(".txt")
    assert name.isprintable()


def _tasks(notice: Notice) -> list[tuple[str, list[str]]]:
    return [
        (task["name"], [organization["name"] for organization in task["organizations"]])
        for task in notice.reading["tasks"]
    ]
