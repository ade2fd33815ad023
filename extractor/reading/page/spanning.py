"""A table that goes on over page breaks is put together from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.elements import TableCell
from extractor.reading.page.joining import PlacedLine, join_lines
from extractor.reading.page.layout import PageLayout
from extractor.reading.page.tables import PageTable, TableText

_SAME_EDGE = 4.0  # points
_SHIFT = 40.0  # points: pages may be bound on the other side
_PADDING = 6.0  # points between a cell's text and its line
_MOST_HEAD_ROWS = 6


@dataclass(frozen=True, slots=True)
class TablePart:
    """What stands of a table on one page."""

    layout: PageLayout
    table: PageTable


@dataclass(frozen=True, slots=True)
class _Held:
    """A cell of the whole table, its lines from one page or two."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[PlacedLine, ...]

    @property
    def end(self) -> int:
        return self.row + self.row_span


def goes_on(before: PageTable, after: PageTable) -> bool:
    """Tell whether two tables on either side of a page break have the same columns."""
    a, b = before.grid.xs, after.grid.xs
    if len(a) != len(b) or abs(a[0] - b[0]) > _SHIFT:
        return False
    return all(abs((x - a[0]) - (y - b[0])) <= _SAME_EDGE for x, y in zip(a, b, strict=True))


def put_together(parts: Sequence[TablePart]) -> tuple[TableCell, ...]:
    """Give the cells of a whole table: its head once, its rows counted through, split ones mended."""
    held = _held(parts[0], 0, 0)
    for before, part in pairwise(parts):
        head = _head_rows(parts[0].table, part.table)
        rows = max(cell.end for cell in held)
        if _splits_row(before.table, part.table, head):
            held = _mended(held, _held(part, rows - 1 - head, head), rows)
        else:
            held = _stretched(held, _held(part, rows - head, head), rows)
    return tuple(_written(cell) for cell in sorted(held, key=lambda cell: (cell.row, cell.column)))


def _held(part: TablePart, shift: int, head: int) -> list[_Held]:
    return [
        _Held(
            text.cell.row + shift, text.cell.column, text.cell.row_span, text.cell.column_span,
            tuple(part.layout.placed(text.lines)),
        )
        for text in part.table.cells
        if text.cell.row >= head
    ]  # fmt: skip


def _written(cell: _Held) -> TableCell:
    text, markers, origins = join_lines(cell.lines)
    return TableCell(cell.row, cell.column, text, cell.row_span, cell.column_span, markers, origins)


def _row(table: PageTable, row: int) -> list[tuple[int, int, int, str]]:
    return [
        (text.cell.column, text.cell.row_span, text.cell.column_span, text.text)
        for text in table.cells
        if text.cell.row == row
    ]


def _head_rows(first: PageTable, part: PageTable) -> int:
    """Count the rows at the top of a part that repeat the table's head."""
    most = min(len(first.grid.ys), len(part.grid.ys), _MOST_HEAD_ROWS + 1) - 1
    count = 0
    while count < most and _row(first, count) == _row(part, count):
        count += 1
    written = any(text.lines for text in part.cells if text.cell.row < count)
    whole = all(text.cell.row >= count or text.cell.row + text.cell.row_span <= count for text in part.cells)
    return count if written and whole else 0


def _splits_row(before: PageTable, after: PageTable, head: int) -> bool:
    """Tell whether the page break cut through a row.

    Either no line closes the table at the break, or what the first row here holds only goes on with cells
    whose last line is full, and some cells, such as the running number's, have nothing more to say.
    """
    last_row = len(before.grid.ys) - 2
    last = {
        text.cell.column: text for text in before.cells if text.cell.row + text.cell.row_span == last_row + 1
    }
    first = {text.cell.column: text for text in after.cells if text.cell.row == head}
    if any(text.cell.row_span > 1 for text in first.values()) or first.keys() != last.keys():
        return False
    if not before.grid.closed_bottom and not after.grid.closed_top and not head:
        return True
    filled = {column for column, text in first.items() if text.lines}
    begun = {column for column, text in last.items() if text.lines}
    return bool(filled) and filled < begun and all(_is_full(before, last[c], first[c]) for c in filled)


def _is_full(table: PageTable, cell: TableText, after: TableText) -> bool:
    """Tell whether the next part's first word had found no room in a cell's last line."""
    line = cell.lines[-1]
    edge = table.grid.xs[cell.cell.column + cell.cell.column_span] - _PADDING
    return line.x1 + 0.3 * line.size + after.lines[0].lead > edge


def _mended(held: list[_Held], added: list[_Held], rows: int) -> list[_Held]:
    """Put the rest of a split row, the first row added, into the last row."""
    rest = {cell.column: cell for cell in added if cell.row == rows - 1}
    whole = [
        replace(cell, lines=cell.lines + rest[cell.column].lines)
        if cell.end == rows and cell.column in rest
        else cell
        for cell in held
    ]
    return [*whole, *(cell for cell in added if cell.row >= rows)]


def _stretched(held: list[_Held], added: list[_Held], rows: int) -> list[_Held]:
    """Let a merged cell that a page break cut, and that is empty below it, cover both its parts."""
    rest = {cell.column: cell for cell in added if cell.row == rows and not cell.lines and cell.row_span > 1}
    grown = []
    for cell in held:
        below = rest.get(cell.column)
        if below is not None and cell.end == rows and cell.lines and cell.column_span == below.column_span:
            cell = replace(cell, row_span=cell.row_span + below.row_span)
            del rest[cell.column]
            added.remove(below)
        grown.append(cell)
    return [*grown, *added]
