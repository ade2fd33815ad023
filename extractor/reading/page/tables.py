"""A grid and the words inside it become a table, unless the frame is a letterhead's or a box around text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.elements import Box
from extractor.reading.page.geometry import Word
from extractor.reading.page.grids import Grid, GridCell
from extractor.reading.page.heads import is_head_or_foot
from extractor.reading.page.lines import Letters, Line, set_cell_lines

_CROSSING = 2.0  # points that a word must reach over a line before it is cut there


@dataclass(frozen=True, slots=True)
class TableText:
    """A cell and the lines that stand in it."""

    cell: GridCell
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its words in one line, for comparing cells."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class PageTable:
    """The part of a table that stands on one page."""

    grid: Grid
    cells: tuple[TableText, ...]

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.grid.xs[0]

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.grid.xs[-1]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.grid.ys[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.grid.ys[-1]

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return self.grid.box


def take_tables(
    grids: Sequence[Grid], words: list[Word], asides: list[Line], letters: Letters
) -> tuple[list[PageTable], list[Word], list[Line]]:
    """Read the tables of a page; give them with the words and the turned lines that stand in none.

    `asides` are lines set at another turn than the page's, such as upright heads of narrow columns.
    """
    tables = []
    for grid in grids:
        inside = [word for word in words if _middle(grid, word) is not None]
        turned = [line for line in asides if _slot_of(grid, line.box) is not None]
        table = _table(grid, inside, turned, letters)
        if table is None:
            continue
        tables.append(table)
        used = set(map(id, inside))
        words = [word for word in words if id(word) not in used]
        asides = [line for line in asides if line not in turned]
    return sorted(tables, key=lambda table: table.top), words, asides


def _table(grid: Grid, words: list[Word], turned: list[Line], letters: Letters) -> PageTable | None:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    if len(grid.cells) < 3 or columns < 2 or (rows < 2 and columns < 3):
        return None
    owners = {slot: index for index, cell in enumerate(grid.cells) for slot in cell.slots}
    held: list[list[Word]] = [[] for _ in grid.cells]
    for word in words:
        for part in _parts(grid, owners, word, letters):
            if (slot := _middle(grid, part)) is not None:
                held[owners[slot]].append(part)
    lines = [set_cell_lines(part, letters) for part in held]
    for line in turned:
        if (slot := _slot_of(grid, line.box)) is not None:
            lines[owners[slot]].append(line)
    cells = tuple(TableText(cell, tuple(part)) for cell, part in zip(grid.cells, lines, strict=True))
    # Boxes around text, and a letterhead or "Nơi nhận" set in a frame, are no tables.
    written = [cell for cell in cells if cell.lines]
    beside = max(Counter(cell.cell.row for cell in written).values(), default=0)
    if beside < 2 or any(is_head_or_foot(cell.text) for cell in written):
        return None
    return PageTable(grid, cells)


def _middle(grid: Grid, word: Word) -> tuple[int, int] | None:
    return grid.slot((word.x0 + word.x1) / 2, word.baseline - 0.3 * word.size)


def _slot_of(grid: Grid, box: Box) -> tuple[int, int] | None:
    return grid.slot((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _parts(grid: Grid, owners: dict[tuple[int, int], int], word: Word, letters: Letters) -> list[Word]:
    """Give a word, letter by letter where it reaches into another cell: one run may hold two columns."""
    y = word.baseline - 0.3 * word.size
    first, last = grid.slot(word.x0 + _CROSSING, y), grid.slot(word.x1 - _CROSSING, y)
    if first is None or last is None or first == last or owners[first] == owners[last]:
        return [word]
    return letters(word)
