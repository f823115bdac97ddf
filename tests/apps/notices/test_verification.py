"""`verify` sees a notice's row that is no longer what was sealed."""

from __future__ import annotations

import pytest

from tongchou.apps.audit.queries import verify
from tongchou.apps.notices.models import Notice
from tongchou.apps.notices.verification import notice_findings
from tongchou.apps.programmes.models import Programme


def test_an_untouched_notice_agrees_with_its_record(draft: Programme) -> None:
    assert list(notice_findings()) == []


@pytest.mark.parametrize("column", ["document", "reading", "simulated"])
def test_a_changed_column_is_named(draft: Programme, column: str) -> None:
    notice = Notice.objects.get(programme=draft.uuid)
    changed = {"document": {}, "reading": {"tasks": []}, "simulated": True}[column]
    Notice.objects.filter(pk=notice.pk).update(**{column: changed})
    (finding,) = notice_findings()
    assert finding.code == "X610"
    assert finding.params["column"] == column
    assert str(notice.uuid) in str(finding.params["object"])
    assert len(str(finding.params["sealed"])) <= 80


def test_verify_asks_the_notices_too(draft: Programme) -> None:
    Notice.objects.update(reading={})
    assert "X610" in {finding.code for finding in verify()}
