"""Before it serves, an instance removes files nobody names and sessions that expired."""

from __future__ import annotations

import io
import os
import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from tongchou.apps.files import actions, disk
from tongchou.project import serve

pytestmark = pytest.mark.django_db


def left_over(content: bytes, *, days: float) -> None:
    """Bytes without a row, written so many days ago."""
    digest, _size = disk.put(io.BytesIO(content), "sm3")
    moment = time.time() - days * 24 * 3600
    os.utime(disk.place("sm3", digest), (moment, moment))


def session(key: str, *, days: int) -> None:
    Session.objects.create(
        session_key=key, session_data="", expire_date=timezone.now() + timedelta(days=days)
    )


def test_what_is_over_goes_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    actions.store(data=b"named", name="named.txt")
    left_over(b"old", days=2)
    left_over(b"young", days=0.5)
    session("over", days=-1)
    session("open", days=1)
    serve.tidy()
    assert len(list(disk.kept())) == 2
    assert [row.session_key for row in Session.objects.all()] == ["open"]
    said = capsys.readouterr()
    assert said.err == (
        "· 已清理 1 个遗留文件、1 个过期会话 / removed 1 files left over and 1 expired sessions\n"
    )
    assert said.out == ""


def test_nothing_to_remove_is_not_worth_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    left_over(b"young", days=0)
    session("open", days=1)
    serve.tidy()
    assert capsys.readouterr().err == ""


def test_files_that_cannot_be_removed_stop_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as those of another account: told, and the sessions still go."""

    def refused() -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(actions, "sweep_orphans", refused)
    session("over", days=-1)
    serve.tidy()
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "Permission denied" in lines[0]
    assert "0 个遗留文件、1 个过期会话" in lines[1]
    assert not Session.objects.exists()
