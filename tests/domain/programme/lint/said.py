"""What a rule says of a small notice of 万州, 达州 and 开州."""

from __future__ import annotations

from tests.domain.programme.building import compiled
from tongchou.domain.programme.lint import lint
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding

LEADS = ["序号", "项目名称", "建设时限", "主要内容", "2023年目标任务", "牵头单位", "配合单位"]


def said(
    code: str, *rows: list[str], prose: tuple[str, ...] = (), head: list[str] | None = None
) -> list[str]:
    """The Chinese messages of one rule, in order."""
    return [finding.message("zh") for finding in found(code, *rows, prose=prose, head=head)]


def found(
    code: str, *rows: list[str], prose: tuple[str, ...] = (), head: list[str] | None = None
) -> list[Finding]:
    return of(code, compiled(*rows, prose=prose, head=head))


def of(code: str, programme: Programme) -> list[Finding]:
    return [finding for finding in lint(programme) if finding.code == code]
