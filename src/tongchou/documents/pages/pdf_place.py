"""From the coordinates of a PDF page to those of the page as it is read."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A page's visible box (left, bottom, right, top) and its quarter turns anticlockwise.

    A page counts as turned when its text is: that holds for pages that say so and for those
    whose content was merely drawn sideways.
    """

    box: Box
    turn: int

    @property
    def width(self) -> float:
        left, bottom, right, top = self.box
        return top - bottom if self.turn % 2 else right - left

    @property
    def height(self) -> float:
        left, bottom, right, top = self.box
        return right - left if self.turn % 2 else top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.box
        if self.turn == 0:
            return x - left, top - y
        if self.turn == 1:
            return y - bottom, x - left
        if self.turn == 2:
            return right - x, y - bottom
        return top - y, right - x
