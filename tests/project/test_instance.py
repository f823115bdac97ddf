"""The settings of an instance: environment first, then instance.json, then the default."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tongchou.project import cli, settings_table


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for setting in settings_table.SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    monkeypatch.setenv("TONGCHOU_DATA", str(tmp_path))
    return tmp_path / "instance.json"


def test_without_anything_the_defaults_hold(instance: Path) -> None:
    values = settings_table.read()
    assert values["TONGCHOU_DEMO"] == "0"
    assert values["TONGCHOU_BUSINESS_DATE"] == ""


def test_the_instance_file_keeps_a_demo_a_demo(instance: Path) -> None:
    kept = {"TONGCHOU_DEMO": "1", "TONGCHOU_BUSINESS_DATE": "2023-10-20", "DEMO_SOURCE": "own"}
    instance.write_text(json.dumps(kept), encoding="utf-8")
    values = settings_table.read()
    assert values["TONGCHOU_DEMO"] == "1"
    assert values["TONGCHOU_BUSINESS_DATE"] == "2023-10-20"
    assert "DEMO_SOURCE" not in values


def test_the_environment_goes_first(instance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instance.write_text(json.dumps({"TONGCHOU_DEMO": "1"}), encoding="utf-8")
    monkeypatch.setenv("TONGCHOU_DEMO", "0")
    assert settings_table.read()["TONGCHOU_DEMO"] == "0"


def test_data_lies_where_it_is_named_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONGCHOU_DATA", str(tmp_path / "set"))
    assert cli.choose_data(None) == tmp_path / "set"
    assert cli.choose_data(tmp_path / "named") == tmp_path / "named"
    assert settings_table.data_directory() == tmp_path / "named"


def test_data_lies_in_the_checkout_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONGCHOU_DATA", "")
    assert (cli.home() / "pyproject.toml").is_file()
    assert cli.choose_data(None) == cli.home() / "data"
