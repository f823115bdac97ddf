"""Files are kept under the digest of their content, synced, and swept when nobody names them."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from tongchou.apps.audit.queries import verify
from tongchou.apps.audit.seals import digest
from tongchou.apps.files import disk
from tongchou.apps.files.actions import clean_name, store, sweep_orphans
from tongchou.apps.files.queries import open_stored, path_of
from tongchou.apps.files.responses import attachment

pytestmark = pytest.mark.django_db
CONTENT = "联合通报第一期".encode()


def kept() -> list[Path]:
    return sorted(path for _, _, path in disk.kept())


def grow_old(path: Path) -> None:
    past = time.time() - 2 * disk.GRACE
    os.utime(path, (past, past))


def test_bytes_come_back_as_they_were_put() -> None:
    file = store(data=CONTENT, name="通报.docx")
    with open_stored(file) as stream:
        assert stream.read() == CONTENT
    assert file.size == len(CONTENT)
    assert file.digest == digest("sm3", CONTENT)
    assert file.media_type.endswith("wordprocessingml.document")


def test_a_django_file_is_stored_from_its_start() -> None:
    upload = ContentFile(CONTENT)
    upload.read(3)
    assert path_of(store(data=upload, name="a.txt")).read_bytes() == CONTENT


def test_one_content_lies_once_under_two_names() -> None:
    first, second = store(data=CONTENT, name="a.txt"), store(data=CONTENT, name="b.txt")
    assert path_of(first) == path_of(second)
    assert len(kept()) == 1
    assert (first.name, second.name) == ("a.txt", "b.txt")


def test_nothing_is_left_in_the_incoming_folder() -> None:
    store(data=CONTENT, name="a.txt")
    store(data=CONTENT, name="b.txt")
    assert list(disk.incoming().iterdir()) == []


def test_a_broken_upload_leaves_nothing() -> None:
    class Breaking(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError("the network went away")

    with pytest.raises(OSError, match="network"):
        disk.put(Breaking(), "sm3")
    assert kept() == []
    assert list(disk.incoming().iterdir()) == []


def test_the_digest_setting_names_the_algorithm_of_the_row(settings: Settings) -> None:
    settings.TONGCHOU_DIGEST = "sha256"
    file = store(data=CONTENT, name="a.txt")
    assert (file.algorithm, file.digest) == ("sha256", digest("sha256", CONTENT))
    assert path_of(file).exists()


def test_a_damaged_place_is_replaced_when_the_content_comes_again() -> None:
    file = store(data=CONTENT, name="a.txt")
    path_of(file).write_bytes(b"cut")
    store(data=CONTENT, name="a.txt")
    assert path_of(file).read_bytes() == CONTENT


def test_sweeping_takes_old_bytes_without_a_row_and_leaves_the_rest() -> None:
    named = store(data=CONTENT, name="named.txt")
    for content in (b"old", b"young"):
        disk.put(io.BytesIO(content), "sm3")
    old = disk.place("sm3", digest("sm3", b"old"))
    young = disk.place("sm3", digest("sm3", b"young"))
    left_over = disk.incoming() / "broken"
    left_over.write_bytes(b"half")
    for path in (path_of(named), old, left_over):
        grow_old(path)
    assert sweep_orphans() == 2
    assert path_of(named).exists()
    assert young.exists()
    assert not old.exists()
    assert not left_over.exists()


def test_old_bytes_claimed_again_outlive_the_sweep_that_was_under_way() -> None:
    disk.put(io.BytesIO(CONTENT), "sm3")
    path = disk.place("sm3", digest("sm3", CONTENT))
    grow_old(path)
    assert disk.old(path)
    store(data=CONTENT, name="again.txt")
    assert disk.sweep(known=set()) == 0
    assert path.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("given", "kept_as"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\佐证 1.pdf", "佐证 1.pdf"),
        ("a\u202egnp.exe\n", "agnp.exe"),
        ("", "file"),
        ("长" * 300 + ".docx", "长" * 195 + ".docx"),
    ],
)
def test_names_are_last_parts_without_tricks(given: str, kept_as: str) -> None:
    assert clean_name(given) == kept_as


def test_an_attachment_is_saved_under_its_own_name_and_never_shown() -> None:
    file = store(data=b"<script>alert(1)</script>", name="说明 一.txt")
    response = attachment(file)
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E8%AF%B4%E6%98%8E%20%E4%B8%80.txt"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "text/plain"
    assert response["Cache-Control"] == "private, no-store"
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"


def test_verify_finds_missing_and_changed_bytes() -> None:
    missing, changed = store(data=b"one", name="a.txt"), store(data=b"two", name="b.txt")
    store(data=b"three", name="c.txt")
    assert verify() == []
    path_of(missing).unlink()
    path_of(changed).write_bytes(b"owt")
    assert [(f.code, f.params["name"]) for f in verify()] == [("X451", "a.txt"), ("X452", "b.txt")]
