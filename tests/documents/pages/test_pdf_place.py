"""A page that is turned is read as it is seen."""

from __future__ import annotations

import pytest

from tongchou.documents.pages.pdf_place import Place


@pytest.mark.parametrize(
    ("turn", "size", "corner"),
    [
        (0, (100, 200), (10, 180)),
        (1, (200, 100), (20, 10)),
        (2, (100, 200), (90, 20)),
        (3, (200, 100), (180, 90)),
    ],
)
def test_a_point_is_placed(
    turn: int, size: tuple[float, float], corner: tuple[float, float]
) -> None:
    place = Place((5, 5, 105, 205), turn)
    assert (place.width, place.height) == size
    assert place.point(15, 25) == corner
