"""What the columns of a table are for: which number, name or measure the rows, which hold values or prose."""

from __future__ import annotations

from enum import Enum

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.grids import Grid, head_words
from patterns.indicators.vocabulary import words


class Use(Enum):
    """What the cells of a column are."""

    INDEX = "index"
    LABEL = "label"
    UNIT = "unit"
    PERIOD = "period"
    VALUE = "value"
    PROSE = "prose"


def column_uses(grid: Grid) -> list[Use]:
    """The use of each column, from left to right."""
    heads = [fold(" ".join(column_heads(grid, column))) for column in range(grid.columns)]
    counts = [_counts(grid, column) for column in range(grid.columns)]
    uses: list[Use] = []
    for column, head in enumerate(heads):
        numbers, texts = counts[column]
        if head in head_words("period_heads") and numbers + texts:
            uses.append(Use.PERIOD)
        elif head in head_words("index_heads") or (column == 0 and _enumerates(grid, column)):
            uses.append(Use.INDEX)
        elif _is_unit_column(grid, column, head, named=Use.LABEL in uses):
            uses.append(Use.UNIT)
        elif (
            Use.LABEL not in uses and texts > 0 and texts >= numbers and head not in head_words("note_heads")
        ):
            uses.append(Use.LABEL)
        elif numbers and (head or not grid.head):
            uses.append(Use.VALUE)
        else:
            uses.append(Use.PROSE)
    return uses


def column_heads(grid: Grid, column: int) -> list[str]:
    """The texts of a column's head cells from the top, each once; a blank cell takes its left neighbour's."""
    path: list[str] = []
    for place, row in enumerate(grid.head):
        said = grid.at(row, column) or (_left_head(grid, row, column) if place + 1 < len(grid.head) else "")
        if said and said not in path:
            if path and said[:1] in "(" and grid.cells.get((row, column)):
                path[-1] = f"{path[-1]} {said}"
            else:
                path.append(said)
    return path


def _left_head(grid: Grid, row: int, column: int) -> str:
    """A head that stands over several columns without a merge, when the column has a head below it alone."""
    below = [r for r in grid.head if r > row and grid.at(r, column)]
    above = [r for r in grid.head if r < row and grid.at(r, column)]
    if not below or above:
        return ""
    return next((said for left in range(column - 1, 0, -1) if (said := grid.at(row, left))), "")


def _counts(grid: Grid, column: int) -> tuple[int, int]:
    """How many cells of the body are numbers and how many hold words."""
    numbers = texts = 0
    for row in grid.body:
        said = grid.at(row, column)
        if grid.number(row, column):
            numbers += 1
        elif _WORD.search(said):
            texts += 1
    return numbers, texts


_WORD = regex.compile(r"\p{L}{2}")
_MARK = compile_pattern(r"(?:[ivxlc]{1,5}|\d{1,3}(?:\.\d{1,3})*|[a-zđ])[.)]?|[-+*]")


def _enumerates(grid: Grid, column: int) -> bool:
    """Whether a column holds only marks of an enumeration ("I", "1", "2", "a")."""
    said = [fold(cell) for row in grid.body if (cell := grid.at(row, column))]
    return len(said) > 1 and all(_MARK.fullmatch(cell) for cell in said)


_DITTO = ('"', "''", "”", "“", "nt", "-")


_OFFICES_OR_UNITS = ("đơn vị", "đv")


def _is_unit_column(grid: Grid, column: int, head: str, *, named: bool) -> bool:
    """Whether a column gives units; `named` says that a column before it names the rows.

    "Đơn vị" is also an office or a place: with nothing before it, it names the rows itself.
    """
    if head not in words("units", "unit_heads") and not head.startswith(("đơn vị tính", "đvt")):
        return False
    if head in _OFFICES_OR_UNITS and not named:
        return False
    said = [fold(cell) for row in grid.body if (cell := grid.at(row, column))]
    return all(cell in _DITTO or len(cell) <= 24 for cell in said)
