"""The tables of a report as numbers by row and column, read with the patterns' own reading of rows and heads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import read_prose
from extractor.checks.figures.words import word
from extractor.checks.figures.writing import decimals, show
from extractor.report import Block, BlockKind
from patterns.folding import fold
from patterns.indicators.column_uses import Use
from patterns.indicators.columns import Column, read_columns
from patterns.indicators.grids import Grid, read_grid
from patterns.indicators.numbers import NumberStyle, number_style
from patterns.indicators.rows import Row, read_rows
from patterns.indicators.units import SHARE_UNITS
from patterns.mentions import Date
from patterns.passages import Passage, PassageKind


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a cell; `places` are its decimals, `span` where it stands in the text."""

    value: float
    places: int
    span: tuple[int, int]
    raw: str

    @property
    def slack(self) -> float:
        """How far the number may be from the one that was rounded to it; 0 for a whole number."""
        return 10.0**-self.places / 2 if self.places else 0.0


@dataclass(frozen=True)
class Table:
    """A table with its columns of values and its rows that have a label."""

    grid: Grid
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    numbers: dict[tuple[int, int], Number]

    @cached_property
    def amounts(self) -> tuple[Column, ...]:
        """The columns whose numbers can be added up."""
        return tuple(column for column in self.columns if column.is_amount and not _is_mean(column))

    @cached_property
    def valued(self) -> tuple[Row, ...]:
        """The rows that hold numbers of which a sum can be made; averages and rates are left out."""
        return tuple(row for row in self.rows if row.valued)

    def at(self, row: Row, column: Column) -> Number | None:
        """The number of a row in a column."""
        return self.numbers.get((row.number, column.number))


def _is_mean(column: Column) -> bool:
    return _says_mean(fold(column.label))


def _says_mean(said: str) -> bool:
    return "%" in said or bool(word("means").search(said))


def is_rate(row: Row) -> bool:
    """Whether a row gives rates or averages, which no sum of rows makes."""
    return row.unit in SHARE_UNITS or "/" in (row.unit or "") or _says_mean(fold(row.label))


def read_tables(checked: CheckedReport) -> tuple[Table, ...]:
    """The tables of a report that hold numbers."""
    blocks = [block for block in checked.report.blocks if block.kind is BlockKind.TABLE and block.cells]
    if not blocks:
        return ()
    style = number_style(checked.once(read_prose).folded)
    starts = [date.start for date in checked.dates]
    return tuple(_read(checked, block, style, starts) for block in blocks)


def _read(checked: CheckedReport, block: Block, style: NumberStyle, starts: Sequence[int]) -> Table:
    passage = Passage(block.start, block.end, PassageKind.TABLE, cells=block.cells, sheet=block.sheet)
    grid = read_grid(checked.text, passage, style)
    dates: Sequence[Date] = checked.dates[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
    columns = read_columns(grid, dates, None)
    values = tuple(column for column in columns if column.use is Use.VALUE)
    return Table(grid, values, read_rows(grid, columns, dates), dict(_numbers(grid, values)))


def _numbers(grid: Grid, columns: Iterable[Column]) -> Iterable[tuple[tuple[int, int], Number]]:
    for row in grid.body:
        for column in columns:
            found = grid.number(row, column.number)
            if found is None or found.denominator is not None or found.value_to is not None:
                continue
            raw = grid.text[found.span[0] : found.span[1]]
            yield (
                (row, column.number),
                Number(found.value, decimals(raw, found.value), found.span, raw),
            )


def show_number(value: float, model: Number, places: int = 0) -> str:
    """A value with the separators of another cell and its decimals, or more."""
    shown = show(value, max(places, model.places))
    if "." not in model.raw and "," not in model.raw:
        return shown.replace(".", "")
    english = model.places and model.raw.rfind(".") > model.raw.rfind(",")
    return shown.translate(str.maketrans(".,", ",.")) if english else shown
