"""LibreOffice for the tests of old Office files, where it is installed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tongchou.documents.office import VARIABLE, find_office

Converter = Callable[[bytes, str, str], bytes]


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Converter:
    """A file as another kind: convert(data, "docx", "doc"), as an office saves it."""
    program = find_office()
    if program is None:
        pytest.skip(f"no LibreOffice here: install it or name it in {VARIABLE}")
    folder = tmp_path_factory.mktemp("office")

    @cache
    def converted(data: bytes, given: str, wanted: str) -> bytes:
        source = folder / f"source.{given}"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", wanted]
        command += ["--outdir", str(folder / "out"), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        made: Path = folder / "out" / f"source.{wanted.partition(':')[0]}"
        return made.rename(folder / "last").read_bytes()

    return converted
