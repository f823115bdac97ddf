"""The tests' own PostgreSQL comes up on loopback and leaves nothing behind."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tools import postgres


def test_it_answers_and_is_gone_afterwards() -> None:
    with postgres.running() as url:
        parts = urlsplit(url)
        with psycopg.connect(url) as connection:
            row = connection.execute("show data_directory").fetchone()
            assert row is not None
            folder = Path(row[0])
        assert parts.hostname == "127.0.0.1"
    assert not folder.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", parts.port or 0), timeout=5)


def test_it_is_stopped_when_the_tests_break_off() -> None:
    with pytest.raises(KeyboardInterrupt), postgres.running() as url:
        raise KeyboardInterrupt
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_the_newest_of_debians_servers_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("9.6", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    monkeypatch.setattr(postgres, "DEBIAN", tmp_path)
    assert postgres.of_debian() == tmp_path / "17" / "bin"
