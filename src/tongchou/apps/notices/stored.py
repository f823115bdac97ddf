"""A document as JSON and back; what the row and the sealed record of a notice hold."""

from collections.abc import Mapping
from typing import Any

from tongchou.domain.notice.document import Block, Document
from tongchou.domain.shared.findings import StoredFinding

_PLACES = ("table", "row", "column", "row_span", "column_span", "style")


def document_to_json(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "format": document.format,
        "blocks": [_block_to_json(block) for block in document.blocks],
        "findings": [finding.to_json() for finding in document.findings],
    }


def _block_to_json(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"index": block.index, "kind": block.kind, "text": block.text}
    return data | {place: getattr(block, place) for place in _PLACES}


def document_from_json(data: Mapping[str, Any]) -> Document:
    return Document(
        name=data["name"],
        format=data["format"],
        blocks=tuple(Block(**block) for block in data["blocks"]),
        findings=tuple(StoredFinding(finding) for finding in data["findings"]),
    )
