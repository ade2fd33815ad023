"""Which figure of a table a figure is part of: beside it, in its parent's row, in the total's row or column."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose

from patterns.folding import fold
from patterns.indicators.column_uses import Use
from patterns.indicators.columns import Column
from patterns.indicators.grids import Grid, head_words
from patterns.indicators.rows import Row
from patterns.indicators.units import SHARE_UNITS


def find_wholes(
    grid: Grid, rows: Sequence[Row], columns: Sequence[Column], places: Sequence[tuple[Row, Column]]
) -> list[int | None]:
    """For each figure at `places` the index of the one that it is part of, or None."""
    index = {(row.number, column.number): at for at, (row, column) in enumerate(places)}
    above, broken_down = _rows_above(rows), _broken_down(columns)
    sums = {row.number: _added_up(grid, row, columns) for row in rows}
    wholes: list[int | None] = []
    for row, column in places:
        found: int | None = None
        if column.share and (beside := _beside(columns, column)) is not None:
            found = index.get((row.number, beside.number))
        elif not column.is_amount and row.part is not None:
            found = index.get((row.part, column.number))
        elif column.is_amount and row.number in above:
            found = index.get((above[row.number], column.number))
        if found is None and column.is_amount:
            whole = broken_down.get(column.number, sums[row.number].get(column.number, -1))
            found = index.get((row.number, whole))
        wholes.append(found)
    return wholes


def _rows_above(rows: Sequence[Row]) -> dict[int, int]:
    """For each row that is part of another, that one's number.

    In a table with a total, numbered rows hang under the Roman ones and these under the total.
    """
    total = next((row for row in rows if row.is_total), None)
    units = {row.number: row.unit for row in rows}
    depths = {row.depth for row in rows if row.depth is not None and not row.is_total}
    last: dict[int, Row] = {}  # for each depth the last row with figures
    above: dict[int, int] = {}
    for row in rows:
        whole = row.part
        if whole is None and total is not None and not row.is_total:
            outer = [last[depth] for depth in last if row.depth is not None and depth < row.depth]
            top = row.depth is None or row.depth == min(depths) or not outer
            whole = total.number if top else max(outer, key=lambda other: other.number).number
        if whole is not None and (units.get(whole) == row.unit or row.unit in SHARE_UNITS):
            above[row.number] = whole
        if row.depth is not None and row.valued:
            last[row.depth] = row
    return above


def _broken_down(columns: Sequence[Column]) -> dict[int, int]:
    """ "Tổng số | Trong đó: Nam | Nữ": for columns under such a head the column that they break down."""
    found: dict[int, int] = {}
    whole: Column | None = None
    for column in columns:
        if not column.is_amount:
            continue
        if not any(fold(head).rstrip(" :") in head_words("breakdowns") for head in column.heads[:-1]):
            whole = column
        elif whole is not None and whole.unit == column.unit:
            found[column.number] = whole.number
    return found


def _added_up(grid: Grid, row: Row, columns: Sequence[Column]) -> dict[int, int]:
    """ "Cấp tỉnh | Cấp huyện | Tổng số": the columns of a row that add up to the one headed as their total."""
    total = next((c for c in columns if c.is_amount and c.is_total), None)
    if total is None or (sum_stated := grid.number(row.number, total.number)) is None:
        return {}
    beside = [
        (c.number, number.value)
        for c in columns
        if c.is_amount and c is not total and c.unit == total.unit and c.heads[:-1] == total.heads[:-1]
        if (number := grid.number(row.number, c.number)) is not None
    ]
    adds_up = len(beside) > 1 and isclose(sum(value for _, value in beside), sum_stated.value, rel_tol=1e-6)
    return {number: total.number for number, _ in beside} if adds_up else {}


def _beside(columns: Sequence[Column], share: Column) -> Column | None:
    """The column left of a column of shares that gives what is shared."""
    left = [
        c
        for c in columns
        if c.use is Use.VALUE and c.number < share.number and not c.share and not c.compared
    ]
    return left[-1] if left else None
