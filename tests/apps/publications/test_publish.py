"""Publishing: files and seal of one edition, all or nothing, nothing but the run's figures."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from django.core.exceptions import PermissionDenied

from tests.apps.assessments.world import ON, SEPTEMBER
from tests.apps.publications.conftest import DATED
from tests.cast import Cast
from tongchou.apps.assessments.actions import assess
from tongchou.apps.assessments.queries import content
from tongchou.apps.audit.models import Entry, Record
from tongchou.apps.audit.queries import content_of, envelope_of, verify
from tongchou.apps.files.models import StoredFile
from tongchou.apps.files.queries import open_stored
from tongchou.apps.publications import actions
from tongchou.apps.publications.actions import publish
from tongchou.apps.publications.models import Edition
from tongchou.domain.assessment.run import verdicts_of
from tongchou.domain.shared.findings import Refused

if TYPE_CHECKING:
    from tongchou.apps.assessments.models import Run
    from tongchou.apps.programmes.models import Programme


def ledger_rows(edition: Edition) -> dict[str, dict[str, object]]:
    with open_stored(edition.ledger) as stream:
        page = openpyxl.load_workbook(io.BytesIO(stream.read()))["台账"]
    titles = [cell.value for cell in page[3]]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    return {str(row[0]): dict(zip(titles, row, strict=True)) for row in rows}


def test_the_edition_seals_its_files_and_the_signed_heads(edition: Edition) -> None:
    sealed = content_of(edition.record)
    assert (sealed["number"], sealed["dated"], sealed["run"]["number"]) == (1, "2023-10-20", 1)
    assert [(f["kind"], f["digest"]) for f in sealed["files"]] == [
        ("bulletin", edition.bulletin.digest),
        ("ledger", edition.ledger.digest),
    ]
    issuers = {head["issuer"] for head in sealed["heads"]}
    assert issuers == {"joint-office", "500101", "511700", "500154"}
    assert all(head["signature"] for head in sealed["heads"])
    (parent,) = envelope_of(edition.record)["parents"]
    assert parent == {
        "record": str(edition.run.record.uuid),
        "digest": edition.run.record.digest,
    }
    assert verify() == []


def test_the_ledger_shows_the_figures_of_the_run(edition: Edition) -> None:
    rows = ledger_rows(edition)
    verdicts = {
        v.figures["key"]: v for v in verdicts_of(content(edition.run)) if v.level == "target"
    }
    assert rows.keys() == verdicts.keys()
    assert (rows["1.1"]["年度目标"], rows["1.1"]["应完成"], rows["1.1"]["实际"]) == (3.6, 2.7, 2.3)
    assert rows["1.1"]["完成率"] == pytest.approx(2.3 / 3.6, abs=1e-6)
    assert rows["3.2"]["实际"] == pytest.approx(0.4)
    labels = {"green": "绿灯", "yellow": "黄灯", "red": "红灯", "": "未评"}
    for key, row in rows.items():
        assert row["亮灯"] == labels[verdicts[key].light]
    assert (rows["1.1"]["万州"], rows["1.1"]["达州"], rows["3.2"]["万州"]) == (1, 0.8, None)
    assert "新增晚熟柑橘3.6万亩" in str(rows["1.1"]["原文"])


def test_the_bulletin_names_the_late_and_the_seals(edition: Edition) -> None:
    with open_stored(edition.bulletin) as stream:
        paper = docx.Document(io.BytesIO(stream.read()))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "第1期" in text
    assert "相对缺口 = (0.9亿元 − 0.4亿元) ÷ 0.9亿元 = 55.56%" in text
    assert "〔2023〕5号" in text
    assert edition.run.record.digest in text
    assert "万州 #" in text
    assert "演示数据" not in text


def test_simulated_programmes_say_so_in_both_files(run: Run, cast: Cast) -> None:
    run.programme.simulated = True
    run.programme.save(update_fields=["simulated"])
    edition = publish(programme=run.programme, run=run, by=cast.coordinator, on=DATED)
    with open_stored(edition.bulletin) as stream:
        paper = docx.Document(io.BytesIO(stream.read()))
    assert paper.paragraphs[0].text == "演示数据"
    with open_stored(edition.ledger) as stream:
        book = openpyxl.load_workbook(io.BytesIO(stream.read()))
    assert all("演示数据" in [cell.value for cell in page[1]] for page in book)


def test_a_run_is_published_once(edition: Edition, cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        publish(programme=edition.programme, run=edition.run, by=cast.coordinator, on=DATED)
    assert [finding.code for finding in caught.value.findings] == ["A301"]
    assert Edition.objects.count() == 1


def test_the_next_run_is_the_next_edition(edition: Edition, cast: Cast) -> None:
    programme = edition.programme
    run = assess(programme=programme, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    second = publish(programme=programme, run=run, by=cast.coordinator, on=DATED)
    assert second.number == 2
    assert second.bulletin.name == "万达开农业协作工作简报第2期.docx"


def test_the_log_says_who_published(edition: Edition, cast: Cast) -> None:
    entry = Entry.objects.get(action="edition.publish")
    assert (entry.user, entry.object_uuid, entry.record) == (
        cast.coordinator,
        edition.uuid,
        edition.record,
    )


def test_only_the_coordinator_publishes(run: Run, cast: Cast) -> None:
    for user in (cast.leader, cast.liaison["万州"], cast.reviewer["达州"], cast.stranger):
        with pytest.raises(PermissionDenied):
            publish(programme=run.programme, run=run, by=user, on=DATED)


def test_a_failure_leaves_nothing(run: Run, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(ledger: object) -> bytes:
        raise OSError("disk full")

    monkeypatch.setattr(actions, "write_ledger", broken)
    files, records = StoredFile.objects.count(), Record.objects.count()
    with pytest.raises(OSError, match="disk full"):
        publish(programme=run.programme, run=run, by=cast.coordinator, on=DATED)
    assert not Edition.objects.exists()
    assert (StoredFile.objects.count(), Record.objects.count()) == (files, records)


def test_a_change_behind_its_back_is_found(edition: Edition, reported: Programme) -> None:
    Edition.objects.update(ledger=edition.bulletin)
    (finding,) = verify()
    assert finding.code == "A302"
    assert "ledger" in finding.message("en")
