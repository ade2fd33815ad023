"""Indicators of tables: each numeric cell inside the frame, labelled by its row and its column's heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from patterns.indicators.amounts import canonical_amount
from patterns.indicators.column_uses import Use
from patterns.indicators.columns import Column, read_columns
from patterns.indicators.grids import Grid, read_grid
from patterns.indicators.head_periods import dated
from patterns.indicators.head_units import caption_unit
from patterns.indicators.numbers import NumberStyle
from patterns.indicators.rows import Row, read_rows
from patterns.indicators.senses import sense_of_cell
from patterns.indicators.table_parts import find_wholes
from patterns.indicators.units import SHARE_UNITS
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
    rows = read_rows(grid, columns, dates)
    days = next((found for span in introduced if (found := dated(text, span, dates)) != NO_DAYS), NO_DAYS)
    places = [(row, column) for row in rows for column in columns if _is_figure(grid, row, column)]
    cells = [_indicator(grid, passage, row, column, days, dates) for row, column in places]
    wholes = find_wholes(grid, rows, columns, places)
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
    unit = column.unit if column.unit in SHARE_UNITS else row.unit or column.unit
    unit = number.percent or unit
    own = next((said for said in (column.days, row.days) if said != NO_DAYS), days)
    sense = sense_of_cell(column, row, unit)
    value = round(number.value, 6)
    amount = canonical_amount(value, number.value_to, unit)
    return Indicator(
        start,
        end,
        grid.text[start:end],
        value,
        unit,
        row.label or column.said,
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
        amount=amount.value,
        amount_to=amount.value_to,
        canonical_unit=amount.unit,
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
