"""Uploads past the limit: a page that says so, the other fields intact, nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project_settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client
from django.urls import include, path
from pytest_django import Settings

from tongchou.apps.files.uploads import refused_uploads, shows_refused_uploads

MB = 2**20


def described(request: HttpRequest) -> HttpResponse:
    return JsonResponse(
        {
            "before": request.POST.get("before"),
            "after": request.POST.get("after"),
            "files": {name: file.size for name, file in request.FILES.items()},
            "refused": [finding.code for finding in refused_uploads(request)],
        }
    )


@login_not_required
@shows_refused_uploads
def knowing(request: HttpRequest) -> HttpResponse:
    return described(request)


@login_not_required
def unknowing(request: HttpRequest) -> HttpResponse:
    return described(request)


urlpatterns = [
    path("knowing/", knowing),
    path("unknowing/", unknowing),
    path("", include(project_settings.ROOT_URLCONF)),
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


class Zeros:
    """A file of so many bytes that are made as they are read."""

    def __init__(self, name: str, size: int) -> None:
        self.name, self.left = name, size

    def read(self, size: int = -1) -> bytes:
        size = self.left if size < 0 else min(size, self.left)
        self.left -= size
        return bytes(size)


@pytest.fixture(autouse=True)
def temporary(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "temporary"
    folder.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = str(folder)
    yield folder
    assert list(folder.iterdir()) == []


def post(address: str, size: int) -> Any:
    upload: object = Zeros("大文件.pdf", size)
    return Client().post(address, {"before": "甲", "file": upload, "after": "乙"})


def test_a_file_within_the_limit_arrives_on_disk_not_in_memory(settings: Settings) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = 4 * MB
    answer = post("/unknowing/", 3 * MB).json()
    assert answer == {"before": "甲", "after": "乙", "files": {"file": 3 * MB}, "refused": []}


def test_a_stream_of_sixty_megabytes_is_cut_at_the_limit(settings: Settings) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = 8 * MB
    answer = post("/knowing/", 60 * MB).json()
    assert answer == {"before": "甲", "after": "乙", "files": {}, "refused": ["X400"]}


def test_the_limit_itself_is_allowed_and_one_byte_more_is_not(settings: Settings) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = MB
    assert post("/knowing/", MB).json()["refused"] == []
    assert post("/knowing/", MB + 1).json()["refused"] == ["X400"]


def test_a_good_file_beside_a_refused_one_is_kept(settings: Settings) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = MB
    files = {"good": Zeros("a", 100), "bad": Zeros("b", 2 * MB)}
    answer = Client().post("/knowing/", files).json()
    assert answer["files"] == {"good": 100}
    assert answer["refused"] == ["X400"]


def test_a_view_that_does_not_ask_gets_a_clear_page_instead(settings: Settings) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = MB
    response = post("/unknowing/", 2 * MB)
    assert response.status_code == 413
    assert "大文件.pdf" in response.content.decode()
    assert "1 MB" in response.content.decode()


def test_a_request_beyond_all_measure_is_not_read_and_says_so(settings: Settings) -> None:
    settings.TONGCHOU_UPLOAD_LIMIT = MB
    strict = Client(enforce_csrf_checks=True)
    strict.get("/login/")
    response = strict.post("/unknowing/", {"file": Zeros("a", 9 * MB)})
    assert response.status_code == 413
    assert "X400" in response.content.decode()
