"""Uploading a notice: what cannot be read gets a page that says so, and nothing is left."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, signed_in
from tests.documents.making import flattened, word_notice
from tests.programmes_cast import HEAD, notice_text
from tongchou.apps.audit.models import Entry, Record
from tongchou.apps.files.models import StoredFile
from tongchou.apps.notices.models import Notice
from tongchou.apps.organizations.actions import give_role, open_account
from tongchou.apps.organizations.choices import Role
from tongchou.apps.programmes.models import Programme
from tongchou.documents.guard import MAX_FILE

NEW = "/programmes/new/"
NEW_QUERIES = 4


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def upload(client: Client, data: bytes, name: str = "通知.txt"):
    return client.post(NEW, {"notice": SimpleUploadedFile(name, data)})


def bomb() -> bytes:
    """A small .docx whose document would unpack to hundreds of megabytes."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        with parts.open("word/document.xml", "w") as part:
            for _ in range(256):
                part.write(b" " * 2**20)
    return body.getvalue()


def assert_nothing_left(data_directory: Path) -> None:
    assert not Programme.objects.exists()
    assert not Notice.objects.exists()
    assert not Record.objects.exists()
    assert not StoredFile.objects.exists()
    assert not list((data_directory / "files").rglob("*"))


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_a_notice_goes_on_to_be_confirmed(client: Client, cast: Cast, ending: str) -> None:
    text = notice_text()
    data = text.encode() if ending == "txt" else word_notice(flattened(text))
    response = upload(client, data, f"通知.{ending}")
    programme = Programme.objects.get()
    assert response.headers["Location"] == f"/p/{programme.slug}/confirm/"
    page = client.get(response.headers["Location"]).content.decode()
    assert "读出 5 项任务" in page
    assert programme.notice.received_by == cast.coordinator


def test_a_text_in_gb18030_is_read(client: Client) -> None:
    upload(client, notice_text().encode("gb18030"))
    assert Programme.objects.get().name == "万达开农业协作2023年重点任务"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "空.txt", "是空的"),
        (b"%PDF-1.7\n", "通知.docx", "不是完整的 PDF"),
        (b"%PDF-1.7\n", "通知.pdf", "不是完整的 PDF"),
        (HEAD.encode(), "无附件.txt", "N101"),
        (bomb(), "炸弹.docx", "为安全起见没有打开"),
        (b"\x00\x01\x02" * 500, "乱码.txt", "X108"),
    ],
    ids=["empty", "pdf as docx", "pdf", "no annex", "zip bomb", "not text"],
)
def test_what_cannot_be_read_is_shown_with_its_remedy(
    client: Client, data_directory: Path, data: bytes, name: str, words: str
) -> None:
    response = upload(client, data, name)
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert name in page
    assert "这个文件没有收下" in page
    assert "处理办法：" in page
    assert_nothing_left(data_directory)
    assert Entry.objects.get(action="notice.refuse").user == Entry.objects.latest("at").user


def test_a_file_past_the_upload_limit_gets_a_page(
    client: Client, data_directory: Path, settings: Any
) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = 2**20
    response = upload(client, b"x" * (2**20 + 1), "大.txt")
    assert response.status_code == 422
    assert "X400" in response.content.decode()
    assert_nothing_left(data_directory)


def test_a_file_past_the_limit_of_notices_gets_a_page(
    client: Client, data_directory: Path, settings: Any
) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = 2 * MAX_FILE
    response = upload(client, b"x" * (MAX_FILE + 1), "大.txt")
    assert response.status_code == 422
    assert "X105" in response.content.decode()
    assert_nothing_left(data_directory)


def test_no_file_is_said_at_the_field(client: Client) -> None:
    response = client.post(NEW)
    assert response.status_code == 422
    assert 'class="error"' in response.content.decode()


def test_a_name_with_markup_stays_text(client: Client) -> None:
    page = upload(client, b"", "<b>a.txt").content.decode()
    assert "<b>a.txt" not in page
    assert "&lt;b&gt;a.txt" in page


def test_who_may_take_in_a_notice(cast: Cast) -> None:
    seen = {name: signed_in(u).get(NEW).status_code for name, u in cast.everyone().items()}
    assert seen == {name: 200 if name == "coordinator" else 404 for name in seen}
    for name, user in cast.everyone().items():
        if name != "coordinator":
            assert upload(signed_in(user), notice_text().encode()).status_code == 404
    assert not Notice.objects.exists()


def test_the_coordinator_of_one_programme_may_begin_another(draft: Programme) -> None:
    user = open_account(login="one", name="一方统筹", password="x" * 12)
    give_role(user=user, role=Role.COORDINATOR, programme=draft.uuid)
    assert signed_in(user).get(NEW).status_code == 200


def test_without_signing_in_there_is_only_the_sign_in_page(db: None, anonymous: Client) -> None:
    assert anonymous.get(NEW).status_code == 302


def test_the_number_of_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(NEW_QUERIES):
        client.get(NEW)
