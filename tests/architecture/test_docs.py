"""Generated pages are what the code says, and every finding is worded in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tongchou.domain.shared.findings import Finding, Severity, finding_classes
from tools import docs
from tools.places import ROOT

CODE = re.compile(r"^[NPRAX]\d{3}$")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def findings() -> tuple[type[Finding], ...]:
    docs.load_every_module()
    return finding_classes()


def test_every_finding_has_a_code_a_severity_and_words_in_both_languages(
    findings: tuple[type[Finding], ...],
) -> None:
    assert findings
    for found in findings:
        assert CODE.match(found.code), found
        assert isinstance(found.severity, Severity)
        for text in (found.title, found.template, found.remedy):
            assert CHINESE.search(text.zh), (found.code, text.zh)
            assert re.search("[A-Za-z]", text.en), (found.code, text.en)


def test_both_wordings_of_a_finding_take_the_same_names(
    findings: tuple[type[Finding], ...],
) -> None:
    for found in findings:
        names = [set(re.findall(r"{(\w+)", t)) for t in (found.template.zh, found.template.en)]
        assert names[0] == names[1], found.code


@pytest.mark.parametrize("name", sorted(docs.PAGES))
def test_a_generated_page_is_what_the_code_says(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == docs.PAGES[name](), "python -m tools.docs write"


def test_every_finding_is_on_its_page(findings: tuple[type[Finding], ...]) -> None:
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert [found.code for found in findings if f"| {found.code} |" not in page] == []


def test_a_changed_page_is_noticed(tmp_path: Path) -> None:
    docs.write(tmp_path)
    assert docs.differing(tmp_path) == []
    (tmp_path / "settings.md").write_text("other", encoding="utf-8")
    assert docs.differing(tmp_path) == ["settings.md"]
