"""Indicators of tables: each numeric cell inside the frame, labelled by its row and its column's heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from patterns.indicators.amounts import amount_of, canonical_unit
from patterns.indicators.columns import Column, Use, caption_unit, dated, read_columns
from patterns.indicators.grids import Grid, read_grid
from patterns.indicators.numbers import NumberStyle
from patterns.indicators.rows import Row, read_rows
from patterns.indicators.senses import sense_of_cell
from patterns.indicators.year_parts import NO_DAYS, Days
from patterns.mentions import Date, Indicator, Span
from patterns.passages import Passage


@dataclass(frozen=True, slots=True)
class TableReading:
    """The figures of a table's numeric cells, `part_of` counted among them, and the cells that hold prose."""

    indicators: tuple[Indicator, ...]
    prose: tuple[Span, ...]


def read_table(
    text: str,
    folded: str,
    passage: Passage,
    dates: Sequence[Date],
    introduced: Sequence[Span],
    style: NumberStyle,
) -> TableReading:
    """Read a table passage.

    Args:
        dates: the dates of the text.
        introduced: the stretches before the table that may give its unit and period, nearest first.
        style: the decimal mark of the text, for a table whose own numbers do not show it.
    """
    grid = read_grid(text, passage, style)
    unit = next(filter(None, (caption_unit(text, folded, span) for span in introduced)), None)
    columns = read_columns(grid, dates, unit)
    rows = read_rows(grid, columns)
    days = next((found for span in introduced if (found := dated(text, span, dates)) != NO_DAYS), NO_DAYS)
    places = [(row, column) for row in rows for column in columns if _is_figure(grid, row, column)]
    cells = [_indicator(grid, passage, row, column, days, dates) for row, column in places]
    wholes = _wholes(rows, columns, places)
    indicators = tuple(replace(one, part_of=whole) for one, whole in zip(cells, wholes, strict=True))
    return TableReading(indicators, tuple(_prose(grid, columns)))


def _is_figure(grid: Grid, row: Row, column: Column) -> bool:
    return column.use is Use.VALUE and grid.number(row.number, column.number) is not None


def _indicator(
    grid: Grid, passage: Passage, row: Row, column: Column, days: Days, dates: Sequence[Date]
) -> Indicator:
    number = grid.number(row.number, column.number)
    assert number is not None
    start, end = number.span
    unit = column.unit if column.unit in ("%", "‰") else row.unit or column.unit
    unit = number.percent or unit
    own = column.days if column.days != NO_DAYS else days
    sense = sense_of_cell(column, row, unit)
    value = round(number.value, 6)
    return Indicator(
        start,
        end,
        grid.text[start:end],
        value,
        unit,
        row.label,
        value_to=number.value_to,
        denominator=number.denominator,
        period_from=own[0],
        period_to=own[1],
        status=sense.status,
        place=row.place,
        column_label=column.label or None,
        sheet=passage.sheet,
        table_row=row.number + 1,
        table_column=column_letter(column.number),
        amount=amount_of(value, unit),
        amount_to=None if number.value_to is None else amount_of(number.value_to, unit),
        canonical_unit=canonical_unit(unit).name if unit else None,
        measure=sense.measure,
        base=sense.base,
    )


def column_letter(number: int) -> str:
    """The letters of a column that counts from 0, as spreadsheets have them.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _wholes(
    rows: Sequence[Row], columns: Sequence[Column], places: Sequence[tuple[Row, Column]]
) -> list[int | None]:
    """For each figure the index of the one that it is part of: beside it, in its parent's row or the total's."""
    index = {(row.number, column.number): at for at, (row, column) in enumerate(places)}
    units = {row.number: row.unit for row in rows}
    total = next((row for row in rows if row.is_total), None)
    wholes: list[int | None] = []
    for row, column in places:
        if column.share and (beside := _beside(columns, column)) is not None:
            wholes.append(index.get((row.number, beside.number)))
        elif column.unit in ("%", "‰") or column.compared:
            wholes.append(index.get((row.part, column.number)) if row.part is not None else None)
        else:
            above = row.part
            if above is None and total is not None and not row.is_total:
                above = _top_part(rows, row, total)
            comparable = above is not None and (units.get(above) == row.unit or row.unit in ("%", "‰"))
            wholes.append(index.get((above, column.number)) if above is not None and comparable else None)
    return wholes


def _top_part(rows: Sequence[Row], row: Row, total: Row) -> int | None:
    """In a table with a total, numbered rows hang under the Roman ones and these under the total."""
    depths = {r.depth for r in rows if r.depth is not None and not r.is_total}
    if row.depth is None or not depths or row.depth == min(depths):
        return total.number
    above = [
        r for r in rows if r.number < row.number and r.depth is not None and r.depth < row.depth and r.valued
    ]
    return above[-1].number if above else total.number


def _beside(columns: Sequence[Column], share: Column) -> Column | None:
    """The column left of a column of shares that gives what is shared."""
    left = [
        c
        for c in columns
        if c.use is Use.VALUE and c.number < share.number and not c.share and not c.compared
    ]
    return left[-1] if left else None


def _prose(grid: Grid, columns: Sequence[Column]) -> list[Span]:
    """Cells of words in rows without figures, and those of columns that neither name, number nor measure."""
    spans = set()
    for row in grid.body:
        valued = any(grid.number(row, c.number) for c in columns if c.use is Use.VALUE)
        for column in columns:
            cell = grid.cells.get((row, column.number))
            if cell is None or column.use in (Use.INDEX, Use.UNIT) or grid.number(row, column.number):
                continue
            if column.use is Use.PROSE or not valued:
                spans.add((cell.start, cell.end))
    return sorted(spans)
