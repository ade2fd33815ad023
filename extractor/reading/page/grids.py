"""The cells of a ruled table become a grid: rows, columns, and what each cell covers of them.

pdfplumber gives the boxes of the cells, one for each however it is merged; which rows and columns a box
covers, and whom a slot belongs to that no rules enclose, is told here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.elements import Box
from extractor.reading.page.geometry import Rule
from extractor.reading.page.plumbing import RuledTable, find_ruled_tables

MAX_SIDE = 250

_ENCLOSED = 0.7  # of a table's area; boxes joined by lines, as in a chart, have less

Slot = tuple[int, int]
"""A row and a column."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with the rows and columns it covers."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def slots(self) -> list[Slot]:
        """The rows and columns it covers, one by one."""
        rows = range(self.row, self.row + self.row_span)
        columns = range(self.column, self.column + self.column_span)
        return [(row, column) for row in rows for column in columns]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled frame: the x of its columns' edges, the y of its rows' edges, and its cells in row order.

    `closed_top` and `closed_bottom` tell whether a line ends it there; a page break may leave it open.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    closed_top: bool = True
    closed_bottom: bool = True

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def area(self) -> float:
        """Its area in square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def slot(self, x: float, y: float) -> tuple[int, int] | None:
        """Give the row and column of the base cell that a point lies in."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        inside = 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1
        return (row, column) if inside else None


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Find the tables that horizontal and vertical rules make, the smallest first."""
    grids = [_grid(table) for table in find_ruled_tables(rules)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.area)


def _grid(table: RuledTable) -> Grid | None:
    xs = tuple(sorted({x for x0, _, x1, _ in table.cells for x in (x0, x1)}))
    ys = tuple(sorted({y for _, y0, _, y1 in table.cells for y in (y0, y1)}))
    if len(xs) > MAX_SIDE or len(ys) > MAX_SIDE:
        return None
    cells = _filled(_placed(table.cells, xs, ys), len(ys) - 1, len(xs) - 1)
    grid = Grid(xs, ys, cells, table.closed_top, table.closed_bottom)
    enclosed = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in table.cells)
    return grid if enclosed >= _ENCLOSED * grid.area else None


def _placed(boxes: Iterable[Box], xs: tuple[float, ...], ys: tuple[float, ...]) -> list[GridCell]:
    """Give the rows and columns of boxes whose sides are among the edges of a grid."""
    column_at = {x: column for column, x in enumerate(xs)}
    row_at = {y: row for row, y in enumerate(ys)}
    return [
        GridCell(row_at[y0], column_at[x0], row_at[y1] - row_at[y0], column_at[x1] - column_at[x0])
        for x0, y0, x1, y1 in boxes
    ]


def _filled(cells: list[GridCell], rows: int, columns: int) -> tuple[GridCell, ...]:
    """Give every slot of a grid to one cell, in row order.

    The box around an area with a corner cut out also holds the cell in that corner: the smaller one keeps its
    slots, and the rest, like slots that no rules enclose, stand alone, so that no word is lost.
    """
    free = {(row, column) for row in range(rows) for column in range(columns)}
    kept = []
    for cell in sorted(cells, key=lambda cell: cell.row_span * cell.column_span):
        if free.issuperset(cell.slots):
            free.difference_update(cell.slots)
            kept.append(cell)
    kept.extend(GridCell(row, column) for row, column in free)
    return tuple(sorted(kept, key=lambda cell: (cell.row, cell.column)))
