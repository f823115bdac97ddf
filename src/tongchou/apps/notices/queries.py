"""Notices as documents: blocks, tables, and sentences with the words they are about lit."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from django.shortcuts import get_object_or_404

from tongchou.domain.notice.document import Document, Span

from .models import Notice
from .stored import document_from_json

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

_ENDS = "。；！？\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `names` are the readings it belongs to, none where nothing is lit."""

    text: str
    names: tuple[str, ...] = ()
    start: int = 0

    @property
    def lit(self) -> bool:
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of one block of a notice, in pieces."""

    block: int
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def notice_for(user: "User", uuid: UUID) -> Notice:
    """The notice, where the person may see it; Http404 where not."""
    rows = Notice.objects.visible_to(user).select_related("file", "record", "received_by")
    return get_object_or_404(rows, uuid=uuid)


def document_of(notice: Notice) -> Document:
    return document_from_json(notice.document)


def sentence(notice: Notice, spans: Iterable[Span | list[int]]) -> tuple[Excerpt, ...]:
    """The sentences that hold the spans, the spans lit; one excerpt for each block they touch."""
    blocks = notice.document["blocks"]
    wanted: dict[int, list[Span]] = {}
    for item in spans:
        span = item if isinstance(item, Span) else Span.from_json(item)
        wanted.setdefault(span.block, []).append(span)
    return tuple(_excerpt(blocks[block]["text"], found) for block, found in wanted.items())


def _excerpt(text: str, spans: list[Span]) -> Excerpt:
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start = max(text.rfind(mark, 0, first) for mark in _ENDS) + 1
    ends = [end for mark in _ENDS if (end := text.find(mark, max(last - 1, first))) >= 0]
    end = min(ends) + 1 if ends else len(text)
    while start < first and text[start].isspace():
        start += 1
    end = start + len(text[start:end].rstrip())
    named = {"lit": spans}
    return Excerpt(spans[0].block, start, end, pieces(text, named, start, end))


def pieces(
    text: str, named: dict[str, list[Span]], start: int = 0, end: int | None = None
) -> tuple[Piece, ...]:
    """Cuts a block's text at the edges of the spans; a piece carries the names of those over it.

    Spans may overlap; what lies outside [start, end) of the text is left out.
    """
    stop = len(text) if end is None else end
    edges = {start, stop}
    for spans in named.values():
        for span in spans:
            edges |= {min(max(span.start, start), stop), min(max(span.end, start), stop)}
    cuts = sorted(edges)
    return tuple(
        Piece(text[left:right], _over(named, left, right), left) for left, right in pairwise(cuts)
    )


def _over(named: dict[str, list[Span]], left: int, right: int) -> tuple[str, ...]:
    return tuple(
        name
        for name, spans in named.items()
        if any(span.start <= left and right <= span.end for span in spans)
    )
