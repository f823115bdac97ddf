"""Digests and the key that signs heads."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tongchou.apps.audit.seals import HeadKey, digest


@pytest.mark.parametrize(
    ("algorithm", "body", "expected"),
    [
        # GB/T 32905-2016, annex A
        ("sm3", b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        ("sm3", b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
        # FIPS 180-4
        ("sha256", b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ],
)
def test_digests_are_those_of_the_standards(algorithm: str, body: bytes, expected: str) -> None:
    assert digest(algorithm, body) == expected


def test_an_unknown_algorithm_is_an_error() -> None:
    with pytest.raises(KeyError):
        digest("md5", b"abc")


def test_the_key_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "heads.key"
    first, again = HeadKey.at(path), HeadKey.at(path)
    assert first.key_id == again.key_id
    assert len(first.key_id) == 16
    assert [child.name for child in path.parent.iterdir()] == ["heads.key"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_many_that_need_a_key_at_once_all_get_the_same(tmp_path: Path) -> None:
    path = tmp_path / "heads.key"
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: HeadKey.at(path).key_id, range(32)))
    assert len(set(keys)) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_a_signature_holds_for_its_message_and_its_key_alone(tmp_path: Path) -> None:
    key, other = HeadKey.at(tmp_path / "a"), HeadKey.at(tmp_path / "b")
    signature = key.sign(b"head")
    assert key.holds(b"head", signature)
    assert not key.holds(b"heaD", signature)
    assert not other.holds(b"head", signature)


@pytest.mark.parametrize("damaged", ["", "00", "not hexadecimal", "0" * 128])
def test_a_damaged_signature_does_not_hold(tmp_path: Path, damaged: str) -> None:
    assert not HeadKey.at(tmp_path / "a").holds(b"head", damaged)


def test_a_file_that_is_no_key_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"short")
    with pytest.raises(ValueError, match="32 bytes"):
        HeadKey.at(tmp_path / "a")
