"""The real notice, read once for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

import tongchou
from tests.documents.making import Flattened, flattened
from tongchou.documents.read import read_document
from tongchou.domain.notice.document import Document
from tongchou.domain.programme.programme import Programme


@pytest.fixture(scope="session")
def printed(real_notice: Path) -> Flattened:
    return flattened(real_notice.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def document(real_notice: Path) -> Document:
    return read_document(real_notice.read_bytes(), real_notice.name)


@pytest.fixture(scope="session")
def programme(real_notice: Path) -> Programme:
    return tongchou.compile(real_notice)
