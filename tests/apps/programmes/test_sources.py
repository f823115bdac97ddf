"""The left side of the page: the cells verbatim, every reading's words marked once."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.documents.making import flattened, word_notice
from tests.programmes_cast import notice_text
from tongchou.apps.notices.queries import document_of
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading
from tongchou.apps.programmes.sources import SourceCell, source_cells


def cells_of(programme: Programme, number: int) -> dict[str, SourceCell]:
    cells = source_cells(document_of(programme.notice), draft_reading(programme), number)
    return {cell.role: cell for cell in cells}


def text_of(cell: SourceCell) -> str:
    return "".join(piece.text for piece in cell.pieces)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_each_cell_is_whole_and_verbatim(draft: Programme, number: int) -> None:
    task = draft_reading(draft).task(number)
    cells = cells_of(draft, number)
    assert list(cells) == ["name", "period", "scope", "target", "responsible"]
    assert text_of(cells["name"]) == task.name
    assert text_of(cells["period"]) == task.period.text
    assert text_of(cells["scope"]) == task.scope
    assert text_of(cells["target"]) == task.target


def test_every_target_begins_once_in_the_order_of_the_words(draft: Programme) -> None:
    pieces = cells_of(draft, 3)["target"].pieces
    assert [number for piece in pieces for number in piece.begins] == [1, 2]
    assert not any(piece.begins for piece in cells_of(draft, 3)["scope"].pieces)


def test_a_figure_is_marked_inside_its_target(draft: Programme) -> None:
    marks = {piece.text: piece.marks for piece in cells_of(draft, 3)["target"].pieces}
    assert marks["8000万元"] == ("t1", "q1")
    assert marks["1.2亿元"] == ("t2", "q2")


def test_each_organization_has_its_own_mark(draft: Programme) -> None:
    marks = {piece.text: piece.marks for piece in cells_of(draft, 1)["responsible"].pieces}
    assert marks["达州市农业农村局"] == ("o1",)
    assert marks["\n"] == ()


def test_the_source_does_not_follow_corrections(cast: Cast, draft: Programme) -> None:
    before = cells_of(draft, 1)
    path = "tasks/1/targets/1.1/text"
    actions.correct(programme=draft, path=path, value="另一种表述", by=cast.coordinator)
    assert cells_of(draft, 1) == before


def test_a_word_file_shows_the_same_cells(cast: Cast, draft: Programme) -> None:
    data = word_notice(flattened(notice_text()))
    word = actions.take_notice(data=data, name="a.docx", by=cast.coordinator)
    for number in range(1, 6):
        plain = {role: text_of(cell) for role, cell in cells_of(draft, number).items()}
        assert {role: text_of(cell) for role, cell in cells_of(word, number).items()} == plain
