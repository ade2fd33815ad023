"""Rows of an RTF table brought to Word's grid: cells end at places across the page, each row at its own."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from extractor.reading import word_markup

_MOST_CELLS: Final = 200
_SIDES: Final = {"clbrdrt": "top", "clbrdrl": "left", "clbrdrb": "bottom", "clbrdrr": "right"}
_NO_LINES: Final = ("brdrnone", "brdrnil", "brdrtbl")


@dataclass(slots=True)
class CellShape:
    """Where a cell ends, in twips, how it is merged, and which of its sides have a line."""

    end: int = 0
    merges: str | None = None
    joins_left: bool = False
    sides: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RowShape:
    """The definition of a row as it grows by control words."""

    left: int = 0
    cells: list[CellShape] = field(default_factory=list)
    pending: CellShape = field(default_factory=CellShape)
    side: str | None = None

    def take(self, word: str, number: int | None) -> None:
        """Take a control word of a row definition."""
        if word == "trleft":
            self.left = number or 0
        elif word == "cellx":
            self.pending.end = number or 0
            if len(self.cells) < _MOST_CELLS:
                self.cells.append(self.pending)
            self.pending, self.side = CellShape(), None
        elif word == "clvmgf":
            self.pending.merges = "restart"
        elif word == "clvmrg":
            self.pending.merges = "continue"
        elif word == "clmrg":
            self.pending.joins_left = True
        elif word in _SIDES:
            self.side = _SIDES[word]
        elif word.startswith("brdr") and self.side:
            if word not in _NO_LINES:
                self.pending.sides.append(self.side)
            self.side = None


@dataclass(slots=True)
class Row:
    """A finished row: its shape and what its cells hold."""

    shape: RowShape
    contents: list[str]


def write_table(rows: list[Row]) -> str:
    """Write rows as a table in which a column is what lies between two neighbouring ends of cells."""
    places = sorted({place for row in rows for place in (row.shape.left, *(c.end for c in row.shape.cells))})
    written, before = [], []
    for row in rows:
        shape = _fitted(row)
        start = bisect_left(places, shape.left)
        before.append(start)
        cells: list[tuple[CellShape, list[str], int]] = []
        for cell, content in zip(shape.cells, row.contents, strict=True):
            end = max(bisect_left(places, cell.end), start + 1)
            if cell.joins_left and cells:
                first, contents, width = cells.pop()
                cells.append((first, [*contents, content], width + end - start))
            else:
                cells.append((cell, [content], end - start))
            start = end
        written.append(
            [
                word_markup.cell("".join(contents), columns=width, merges=cell.merges, sides=cell.sides)
                for cell, contents, width in cells
            ]
        )
    return word_markup.table(written, before=before)


def _fitted(row: Row) -> RowShape:
    """Give a row as many cells as it has contents: damaged rows have more of the one or the other."""
    shapes = row.shape.cells[: len(row.contents)]
    end = shapes[-1].end if shapes else row.shape.left
    extra = range(1, len(row.contents) - len(shapes) + 1)
    return RowShape(row.shape.left, [*shapes, *(CellShape(end + number) for number in extra)])
