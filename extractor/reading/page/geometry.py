"""The small shapes that a page is made of, in one frame: x to the right, y down, in points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from extractor.elements import Box


class Word(NamedTuple):
    """A word, or several that one run sets evenly spaced on one line.

    A named tuple, not a frozen dataclass: a page may have hundreds, and making them is most of its cost.

    Attributes:
        x0, x1: where the first glyph begins and where the last one's advance ends.
        baseline: y of the line it sits on; size: effective font size, that is font size × matrix scale.
        spaced: a space character of the file stands before it.
        start, end: index of its first character and past its last, in the page's text.
        lead: where its first word ends.
        raised: it is set above its line, as a footnote mark or an exponent is.
        confidence: of the engine that read it from a picture, from 0 to 1; None for text that is stored as such.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    spaced: bool
    start: int
    end: int
    lead: float
    raised: bool = False
    confidence: float | None = None


class Rule(NamedTuple):
    """A straight drawn line: `at` is its y (horizontal) or x (vertical), `low` and `high` its two ends."""

    horizontal: bool
    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The view of a page in which text that runs at `turn` degrees (0, 90, 180, 270) stands upright.

    `left`, `bottom`, `right`, `top` bound the page in PDF user space, where y grows upwards.

    >>> Frame(90, 0.0, 0.0, 595.0, 842.0).place(100.0, 200.0)
    (200.0, 100.0)
    """

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width of the page in this view."""
        return self.right - self.left if self.turn % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height of the page in this view."""
        return self.top - self.bottom if self.turn % 180 == 0 else self.right - self.left

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Take a point of user space into this view."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def unplace(self, x: float, y: float) -> tuple[float, float]:
        """Take a point of this view back into user space."""
        if self.turn == 0:
            return x + self.left, self.top - y
        if self.turn == 90:
            return y + self.left, x + self.bottom
        if self.turn == 180:
            return self.right - x, y + self.bottom
        return self.right - y, self.top - x

    def tilted(self, box: Box, degrees: float) -> Box:
        """Give what a box covers after the page is turned clockwise about its middle."""
        if not degrees:
            return box
        x, y = self.width / 2, self.height / 2
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        corners = [(a - x, b - y) for a in (box[0], box[2]) for b in (box[1], box[3])]
        across = [x + a * cos - b * sin for a, b in corners]
        down = [y + a * sin + b * cos for a, b in corners]
        return min(across), min(down), max(across), max(down)

    def turned(self, turn: int) -> Frame:
        """Give the view of the same page for another turn."""
        return Frame(turn, self.left, self.bottom, self.right, self.top)

    def carry(self, box: Box, other: Frame) -> Box:
        """Give a box of this view in another view of the same page."""
        if self.turn == other.turn:
            return box
        a = other.place(*self.unplace(box[0], box[1]))
        b = other.place(*self.unplace(box[2], box[3]))
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
