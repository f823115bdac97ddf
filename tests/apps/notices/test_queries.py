"""Sentences and pieces: what is lit is exactly what was asked for."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.programmes_cast import make_draft
from tongchou.apps.notices.queries import pieces, sentence
from tongchou.domain.notice.document import Span

TEXT = "新增柑橘3.6万亩。编制规程，改造老园。"


def shown(*spans: tuple[str, int, int], start: int = 0, end: int | None = None) -> list:
    named: dict[str, list[Span]] = {}
    for name, first, last in spans:
        named.setdefault(name, []).append(Span(0, first, last))
    return [(piece.text, piece.names) for piece in pieces(TEXT, named, start, end)]


def test_a_text_without_spans_is_one_plain_piece() -> None:
    assert shown() == [(TEXT, ())]


def test_a_span_is_cut_out() -> None:
    assert shown(("q", 4, 9)) == [
        ("新增柑橘", ()),
        ("3.6万亩", ("q",)),
        ("。编制规程，改造老园。", ()),
    ]


def test_overlapping_spans_share_a_piece() -> None:
    found = shown(("t", 0, 9), ("q", 4, 9))
    assert found[:2] == [("新增柑橘", ("t",)), ("3.6万亩", ("t", "q"))]


def test_spans_of_one_name_may_lie_apart() -> None:
    found = shown(("t", 0, 4), ("t", 10, 14))
    assert [text for text, names in found if names] == ["新增柑橘", "编制规程"]


def test_only_the_part_asked_for_is_shown() -> None:
    assert shown(("t", 8, 14), start=10, end=15) == [("编制规程", ("t",)), ("，", ())]


@pytest.mark.parametrize("cut", [(0, 9), (3, 7), (0, len(TEXT))])
def test_the_pieces_are_the_text(cut: tuple[int, int]) -> None:
    assert "".join(text for text, _ in shown(("a", *cut), ("b", 5, 12))) == TEXT


def test_a_sentence_holds_its_spans_and_nothing_of_its_neighbours(cast: Cast) -> None:
    programme = make_draft(cast)
    notice = programme.notice
    target = notice.reading["targets"][0]
    (excerpt,) = sentence(notice, target["spans"])
    assert excerpt.text == "新增晚熟柑橘3.6万亩。"
    assert [piece.text for piece in excerpt.pieces if piece.lit] == ["新增晚熟柑橘3.6万亩"]


def test_spans_in_two_blocks_give_two_excerpts(cast: Cast) -> None:
    notice = make_draft(cast).notice
    first, second = notice.reading["targets"][0]["spans"][0], notice.reading["tasks"][1]["spans"][1]
    found = sentence(notice, [first, Span.from_json(second)])
    assert [excerpt.block for excerpt in found] == [first[0], second[0]]


def test_an_excerpt_keeps_the_place_of_its_pieces(cast: Cast) -> None:
    notice = make_draft(cast).notice
    block, start, end = notice.reading["targets"][1]["spans"][0]
    (excerpt,) = sentence(notice, [[block, start, end]])
    lit = next(piece for piece in excerpt.pieces if piece.lit)
    assert lit.start == start
    text = notice.document["blocks"][block]["text"]
    assert text[excerpt.start : excerpt.end] == excerpt.text
