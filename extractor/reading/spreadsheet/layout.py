"""A sheet → elements: its framed tables, and the lines of text around them.

A table is what lies inside lines; figures that stand outside, where its makers reckoned, are none of it. A
sheet without lines is parted at its blank rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol

import regex

from extractor.elements import Element, Origin, Role, TableCell
from extractor.reading.spreadsheet.sheets import Position, Sheet, SheetCell, column_letters


class CellTexts(Protocol):
    """What the cells show in Unicode."""

    def read(self, cell: SheetCell) -> str:
        """Return what a cell shows."""

    def encoding_of(self, cells: Iterable[SheetCell]) -> tuple[str | None, float | None]:
        """Return the encoding that most letters of cells were stored in, and how sure that is."""


_BLANKS = regex.compile(r"\s+")
_BETWEEN_CELLS: Final = "\t"

# Between two groups of rows without lines there are fewer blank rows than this.
_BLANK_ROWS: Final = 2
_LEAST: Final = 2  # rows and columns of a table


@dataclass(frozen=True, slots=True)
class _Area:
    """Rows and columns from, to and with."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, place: Position) -> bool:
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    def touches(self, other: _Area) -> bool:
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )

    def with_(self, other: _Area) -> _Area:
        return _Area(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )


def lay_out(sheet: Sheet, texts: CellTexts) -> Iterator[Element]:
    """Yield the elements of a sheet from top to bottom; `texts` says what its cells show."""
    frames = _frames(sheet) or _groups(sheet)
    lines: dict[int, list[SheetCell]] = {}
    tables: dict[_Area, list[SheetCell]] = {frame: [] for frame in frames}
    for place, cell in sorted(sheet.cells.items()):
        frame = next((each for each in frames if each.holds(place)), None)
        if frame is not None:
            tables[frame].append(cell)
        else:
            lines.setdefault(place[0], []).append(cell)
    pieces: list[tuple[int, int, Element]] = [
        (row, 1, _outside(sheet, cells, texts)) for row, cells in _stretches(lines)
    ]
    pieces += [
        (frame.top, 0, _table(sheet, cells, texts, ruled=bool(sheet.ruled)))
        for frame, cells in tables.items()
        if cells
    ]
    yield from (element for _, _, element in sorted(pieces, key=lambda piece: piece[:2]))


def _stretches(lines: dict[int, list[SheetCell]]) -> Iterator[tuple[int, list[SheetCell]]]:
    """Yield the rows outside the tables, in one those that set texts side by side one under the other."""
    stretch: list[SheetCell] = []
    for row, cells in lines.items():
        beside = _are_beside(cells)
        if stretch and not (beside and stretch[-1].row == row - 1):
            yield stretch[0].row, stretch
            stretch = []
        if beside:
            stretch += cells
        else:
            yield row, cells
    if stretch:
        yield stretch[0].row, stretch


def _are_beside(cells: list[SheetCell]) -> bool:
    return sum(not cell.is_figure for cell in cells) > 1


def _outside(sheet: Sheet, cells: list[SheetCell], texts: CellTexts) -> Element:
    """Make what stands outside the tables a line, or columns where there are several texts."""
    if _are_beside(cells):
        return _table(sheet, cells, texts, ruled=False)
    text, origins = "", []
    for cell in cells:
        start = len(text) + len(_BETWEEN_CELLS) if text else 0
        text = text + (_BETWEEN_CELLS if text else "") + texts.read(cell).strip()
        origins.append(_origin(sheet, cell, start, len(text)))
    encoding, certainty = texts.encoding_of(cells)
    return Element(
        Role.TEXT, text, style=cells[0].style, origins=tuple(origins), continues=False, sheet=sheet.name,
        encoding=encoding, certainty=certainty,
    )  # fmt: skip


def _table(sheet: Sheet, cells: list[SheetCell], texts: CellTexts, *, ruled: bool) -> Element:
    shown = tuple(_table_cell(sheet, cell, texts) for cell in cells)
    encoding, certainty = texts.encoding_of(cells)
    return Element(
        Role.TABLE,
        cells=shown,
        ruled=ruled,
        continues=False,
        sheet=sheet.name,
        encoding=encoding,
        certainty=certainty,
    )


def _table_cell(sheet: Sheet, cell: SheetCell, texts: CellTexts) -> TableCell:
    text = _BLANKS.sub(" ", texts.read(cell)).strip()
    return TableCell(
        cell.row,
        cell.column,
        text,
        cell.row_span,
        cell.column_span,
        origins=(_origin(sheet, cell, 0, len(text)),),
        value=cell.value,
        hidden=cell.hidden,
    )


def _origin(sheet: Sheet, cell: SheetCell, start: int, end: int) -> Origin:
    return Origin(start, end, part=f"{sheet.name}!{column_letters(cell.column)}{cell.row + 1}")


def _frames(sheet: Sheet) -> list[_Area]:
    """The rectangles around cells with lines that touch each other and hold words in two rows or more."""
    areas: list[_Area] = []
    for part in _connected(sheet.ruled):
        rows, columns = [row for row, _ in part], [column for _, column in part]
        areas.append(_Area(min(rows), min(columns), max(rows), max(columns)))
    return [area for area in _merged(areas) if _is_table(sheet, area)]


def _is_table(sheet: Sheet, area: _Area) -> bool:
    if area.bottom - area.top + 1 < _LEAST or area.right - area.left + 1 < _LEAST:
        return False
    return any(cell.value is None for place, cell in sheet.cells.items() if area.holds(place))


def _connected(places: Iterable[Position]) -> Iterator[list[Position]]:
    """Yield the groups of places that have a side in common."""
    left = set(places)
    while left:
        group, edge = [], [left.pop()]
        while edge:
            row, column = edge.pop()
            group.append((row, column))
            for beside in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
                if beside in left:
                    left.remove(beside)
                    edge.append(beside)
        yield group


def _merged(areas: list[_Area]) -> list[_Area]:
    """Make one of the rectangles that overlap."""
    settled: list[_Area] = []
    for area in sorted(areas, key=lambda area: (area.top, area.left)):
        joined = area
        while (other := next((each for each in settled if each.touches(joined)), None)) is not None:
            settled.remove(other)
            joined = joined.with_(other)
        settled.append(joined)
    return settled


def _groups(sheet: Sheet) -> list[_Area]:
    """The rectangles around rows that are not parted by blank rows, where they hold figures."""
    rows = {row: list(cells) for row, cells in groupby(sorted(sheet.cells), key=lambda place: place[0])}
    found: list[_Area] = []
    group: list[int] = []
    for row in [*rows, None]:
        if group and (row is None or row - group[-1] > _BLANK_ROWS):
            area = _tabular(sheet, rows, group)
            found += [area] if area else []
            group = []
        if row is not None:
            group.append(row)
    return found


def _tabular(sheet: Sheet, rows: dict[int, list[Position]], group: list[int]) -> _Area | None:
    """The part of a group of rows from its first row of several cells to its last that holds a figure."""
    wide = [row for row in group if len(rows[row]) >= _LEAST]
    figured = [row for row in group if any(sheet.cells[place].is_figure for place in rows[row])]
    if len(wide) < _LEAST or not figured:
        return None
    top, bottom = wide[0], max(figured[-1], wide[0])
    columns = [column for row in group if top <= row <= bottom for _, column in rows[row]]
    return _Area(top, min(columns), bottom, max(columns)) if bottom > top else None
