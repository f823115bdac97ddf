"""One notice as text, Word, web page, PDF and OFD gives one programme, field by field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tongchou
from tests.documents.making import Flattened, flattened, word_notice
from tests.documents.making_html import html_notice
from tests.documents.making_ofd import ofd_notice
from tests.documents.making_pages import Paper
from tests.documents.making_pdf import pdf_notice
from tests.golden.test_golden_notice import without_places
from tests.golden.write import NOTICE
from tongchou.domain.programme.programme import Programme

LANDSCAPE = Paper(width=842, height=595, repeat_head=True)
MAKERS: dict[str, Callable[[Flattened], bytes]] = {
    "docx": word_notice,
    "html": html_notice,
    "pdf": pdf_notice,
    "landscape.pdf": lambda notice: pdf_notice(notice, LANDSCAPE),
    "unruled.pdf": lambda notice: pdf_notice(notice, Paper(ruled=False)),
    "ofd": ofd_notice,
    "landscape.ofd": lambda notice: ofd_notice(notice, LANDSCAPE),
}


def same(path: Path, ending: str, programme: Programme) -> None:
    made = MAKERS[ending](flattened(path.read_text(encoding="utf-8")))
    other = tongchou.compile(made, f"notice.{ending}")
    assert len(other.tasks) == len(programme.tasks) > 0
    assert without_places(other.to_json()) == without_places(programme.to_json())


@pytest.fixture(scope="module")
def own() -> Programme:
    return tongchou.compile(NOTICE)


@pytest.fixture(scope="module")
def real(real_notice: Path) -> Programme:
    return tongchou.compile(real_notice)


@pytest.mark.parametrize("ending", MAKERS)
def test_the_own_notice(ending: str, own: Programme) -> None:
    same(NOTICE, ending, own)


@pytest.mark.parametrize("ending", MAKERS)
def test_the_real_notice(ending: str, real: Programme, real_notice: Path) -> None:
    same(real_notice, ending, real)
