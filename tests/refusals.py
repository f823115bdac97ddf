"""What an action that refused has found."""

from __future__ import annotations

import pytest

from tongchou.domain.shared.findings import Refused


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]
