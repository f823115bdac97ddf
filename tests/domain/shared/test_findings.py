from __future__ import annotations

from collections.abc import Iterator

import pytest

from tongchou.domain.shared.findings import (
    Finding,
    Position,
    Refused,
    Severity,
    StoredFinding,
    finding_classes,
    has_errors,
)
from tongchou.domain.shared.text import Text


class Sample(Finding):
    code = "X990"
    severity = Severity.ERROR
    title = Text("样例", "Sample")
    template = Text("{name}有误", "{name} is wrong")
    remedy = Text("请改{name}", "mend {name}")


class Advice(Sample):
    """A subclass without a code of its own says the same thing."""


Finding.registry.pop("X990")


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    """Known while these tests run, and to no other test of the process."""
    Finding.registry["X990"] = Sample
    yield
    Finding.registry.pop("X990")


def test_a_finding_speaks_both_languages() -> None:
    finding = Sample(Position(3, 0, 2, "附件"), name="甲")
    assert finding.message("zh") == "甲有误"
    assert finding.message("en") == "甲 is wrong"
    assert finding.to_json() == {
        "code": "X990",
        "severity": "error",
        "message": {"zh": "甲有误", "en": "甲 is wrong"},
        "position": {"block": 3, "start": 0, "end": 2, "where": "附件"},
        "remedy": {"zh": "请改甲", "en": "mend 甲"},
    }


def test_a_stored_finding_keeps_its_words_and_equals_the_first() -> None:
    finding = Sample(name="甲")
    stored = StoredFinding(finding.to_json())
    assert stored == finding
    assert stored.severity is Severity.ERROR
    assert stored.message("zh") == "甲有误"


def test_a_stored_finding_of_a_class_long_gone_is_still_read() -> None:
    data = Sample(name="甲").to_json() | {"code": "X991"}
    stored = StoredFinding(data)
    assert (stored.code, stored.title.zh) == ("X991", "甲有误")


def test_one_code_is_one_class() -> None:
    with pytest.raises(TypeError, match="X101"):
        type("Other", (Finding,), {"code": "X101"})


def test_errors_are_told_from_warnings() -> None:
    assert has_errors([Sample(name="甲")])
    assert not has_errors([])


def test_a_refusal_carries_its_findings() -> None:
    refusal = Refused([Sample(name="甲")])
    assert [finding.code for finding in refusal.findings] == ["X990"]
    assert "甲 is wrong" in str(refusal)


def test_every_class_is_complete_in_both_languages() -> None:

    classes = [c for c in finding_classes() if c.code[0] in "NPX" and c.code != "X990"]
    assert len(classes) > 30
    for each in classes:
        for text in (each.title, each.template, each.remedy):
            assert text.zh
            assert text.en
            assert any("\u4e00" <= c <= "\u9fff" for c in text.zh)
