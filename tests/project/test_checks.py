"""What the boot checks say, and that the server does not start on an error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytest_django import Settings

from tongchou.apps.audit.seals import HeadKey
from tongchou.project import settings_table
from tongchou.project.checks import boot, check_instance


def codes() -> list[str]:
    return [message.id.removeprefix("tongchou.") for message in check_instance()]


@pytest.fixture(autouse=True)
def sound(settings: Settings, data_directory: Path) -> None:
    """The settings of an instance with nothing wrong."""
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    settings.TONGCHOU_DEMO = False
    settings.TONGCHOU_BUSINESS_DATE = ""
    settings.TONGCHOU_DIGEST = "sm3"


def test_a_sound_instance_has_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes() == []
    boot()
    assert capsys.readouterr().err == ""


def test_a_missing_data_directory(settings: Settings, tmp_path: Path) -> None:
    settings.TONGCHOU_DATA = tmp_path / "none"
    assert codes() == ["E001"]


def test_a_data_path_that_is_a_file(settings: Settings, tmp_path: Path) -> None:
    settings.TONGCHOU_DATA = tmp_path / "file"
    settings.TONGCHOU_DATA.touch()
    assert codes() == ["E001"]


def test_a_data_directory_that_cannot_be_written(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write anything, so the answer of the system is given here."""
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    assert codes() == ["E001"]


def test_an_unknown_digest(settings: Settings) -> None:
    settings.TONGCHOU_DIGEST = "md5"
    assert codes() == ["E002"]


def test_a_demonstration_that_others_can_reach(settings: Settings) -> None:
    settings.TONGCHOU_DEMO = True
    assert codes() == []
    settings.ALLOWED_HOSTS = ["localhost", "tongchou.example.gov.cn"]
    (message,) = check_instance()
    assert message.id == "tongchou.E003"
    assert "tongchou.example.gov.cn" in message.msg


def test_development_mode_under_https(settings: Settings) -> None:
    settings.DEBUG = True
    assert codes() == []
    settings.SESSION_COOKIE_SECURE = True
    assert codes() == ["E004"]


def test_a_key_that_is_no_key(settings: Settings) -> None:
    settings.TONGCHOU_SIGNING_KEY.parent.mkdir(exist_ok=True)
    settings.TONGCHOU_SIGNING_KEY.write_bytes(b"short")
    assert codes() == ["E005"]


def test_a_key_that_others_can_read(settings: Settings) -> None:
    HeadKey.at(settings.TONGCHOU_SIGNING_KEY)
    assert codes() == []
    settings.TONGCHOU_SIGNING_KEY.chmod(0o644)
    assert codes() == (["W005"] if os.name == "posix" else [])


@pytest.mark.parametrize("text", ["20 October", "2023-13-01", "2023-10"])
def test_a_business_date_that_is_none(settings: Settings, text: str) -> None:
    settings.TONGCHOU_BUSINESS_DATE = text
    assert codes() == ["E006"]


@pytest.mark.parametrize("name", settings_table.SWITCHES)
def test_a_switch_that_is_neither_on_nor_off(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "true")
    assert codes() == ["E007"]


def test_any_host_name_is_a_warning(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    assert codes() == ["W008"]


def test_every_message_is_in_both_languages_with_a_hint(settings: Settings) -> None:
    settings.TONGCHOU_DIGEST, settings.TONGCHOU_DEMO = "md5", True
    settings.ALLOWED_HOSTS = ["*"]
    messages = check_instance()
    assert len(messages) == 3
    for message in messages:
        assert " / " in message.msg
        assert " / " in str(message.hint)


def test_the_server_does_not_start_on_an_error(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.TONGCHOU_DIGEST = "md5"
    with pytest.raises(SystemExit):
        boot()
    assert "tongchou.E002" in capsys.readouterr().err


def test_the_server_starts_on_a_warning_and_says_it(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    boot()
    assert "tongchou.W008" in capsys.readouterr().err


def test_the_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret.key"
    first = settings_table.kept_secret(path)
    assert settings_table.kept_secret(path) == first
    assert len(first) > 50
    assert [child.name for child in path.parent.iterdir()] == ["secret.key"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_settings_load_where_no_secret_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*arguments: object, **named: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr(os, "open", denied)
    path = tmp_path / "secret.key"
    assert settings_table.kept_secret(path) != settings_table.kept_secret(path)
