"""Small programmes for the tests of this stage, made by the compiler from rows."""

from __future__ import annotations

from tongchou.domain.notice.document import Block, Document
from tongchou.domain.notice.lines import Line, whole
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Participant, Programme
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.shared.jurisdictions import known_registry

HEAD = ["序号", "项目名称", "建设时限", "主要内容", "2023年目标任务", "责任单位"]
LETTER = [
    "甲府发〔2023〕1号",
    "重庆市万州区人民政府办公室",
    "四川省达州市人民政府办公室",
    "重庆市开州区人民政府办公室",
    "关于印发要点的通知",
    "各单位：",
    "2023年3月29日",
]
ALL = "万州区林业局\n达州市林业局\n开州区林业局"


def line(text: str) -> Line:
    return whole(Block(0, "cell", text))


def row(number: int, name: str, target: str, **cells: str) -> list[str]:
    period, scope = cells.get("period", "2023年底"), cells.get("scope", "")
    return [str(number), name, period, scope, target, cells.get("organizations", ALL)]


def compiled(
    *rows: list[str], prose: tuple[str, ...] = (), head: list[str] | None = None
) -> Programme:
    """The programme of a notice of 万州, 达州 and 开州 with these rows."""
    paragraphs = [*LETTER, *prose, "附件"]
    blocks = [Block(i, "paragraph", text) for i, text in enumerate(paragraphs)]
    for r, cells in enumerate([head or HEAD, *rows]):
        for c, text in enumerate(cells):
            blocks.append(Block(len(blocks), "cell", text, 0, r, c))
    return compile_document(Document("notice.docx", "docx", tuple(blocks)))


def codes(programme: Programme) -> list[str]:
    return [finding.code for finding in programme.findings]


def places(*signed: str, joining: tuple[str, ...] = ()) -> Places:
    """Known governments by their short names."""
    registry = known_registry()
    participants = []
    for short in (*signed, *joining):
        entry = registry.find(short)
        assert entry is not None
        is_signed = short in signed
        participants.append(
            Participant(entry.name, entry.short, entry.code, entry.parent, is_signed)
        )
    return Places(tuple(participants), registry)
