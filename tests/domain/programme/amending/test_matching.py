from __future__ import annotations

from tongchou.domain.programme.amending.matching import Pairing, Piece, pair


def pieces(*texts: str) -> list[Piece]:
    return [Piece((text,), text) for text in texts]


def numbered(*items: tuple[int, str]) -> list[Piece]:
    return [Piece(((number, text), text), text, number) for number, text in items]


def test_what_is_equal_is_paired_wherever_it_stands() -> None:
    found = pair(
        pieces("建设水库", "修建公路", "举办论坛"), pieces("举办论坛", "建设水库", "修建公路")
    )
    assert found.pairs == {0: 1, 1: 2, 2: 0}


def test_a_key_that_stands_twice_pairs_nothing() -> None:
    twice = [Piece(("a",), "甲"), Piece(("a",), "乙")]
    assert pair(twice, [Piece(("a",), "丙")]) == Pairing()


def test_a_stronger_key_comes_first() -> None:
    before = numbered((1, "修路"), (2, "修路"))
    assert pair(before, numbered((2, "修路"), (3, "修路"))).pairs == {1: 0, 0: 1}


def test_what_is_like_enough_is_paired() -> None:
    before = pieces("推进青龙水库工程建设", "举办特色农产品论坛")
    after = pieces("加快推进青龙水库工程", "建设区域技术创新中心")
    assert pair(before, after).pairs == {0: 0}


def test_a_hint_lets_a_weaker_likeness_count() -> None:
    before, after = "推进港口码头建设与运营", "推进港口集疏运体系完善"
    assert pair(pieces(before), pieces(after)) == Pairing()
    assert pair(numbered((7, before)), numbered((7, after))).pairs == {0: 0}


def test_a_part_of_what_was_is_a_split() -> None:
    before = pieces("推进青龙水库建设，完成坝体浇筑；推进沿江公路建设，完成路基施工")
    after = pieces("推进青龙水库建设，完成坝体浇筑和征地", "推进沿江公路建设，完成路基施工")
    found = pair(before, after)
    assert len(found.pairs) == 1
    assert found.splits == {0: (1 - found.pairs[0],)}
    assert pair(after, before).merges == {0: (1 - found.pairs[0],)}


def test_an_addition_of_what_is_still_held_is_no_split() -> None:
    whole = "推进青龙水库建设，完成坝体浇筑"
    found = pair(pieces(whole), [*pieces(whole), Piece(("x",), "推进青龙水库建设")])
    assert found == Pairing({0: 0})


def test_nothing_is_paired_with_nothing() -> None:
    assert pair([], pieces("修路")) == Pairing()
    assert pair(pieces("修路"), []) == Pairing()


def test_runs_that_stand_everywhere_are_not_looked_up() -> None:
    """Two hundred texts that differ in a word: each still finds its own, and no other."""
    words = [chr(0x4E00 + 40 * n) * 2 for n in range(200)]
    before = pieces(*(f"推进{word}项目建设" for word in words))
    after = pieces(*(f"加快推进{word}项目的建设" for word in reversed(words)))
    assert pair(before, after).pairs == {n: 199 - n for n in range(200)}
