"""Rows and columns of tables against their totals.

Which rows a total is of is told by the marks and labels, and has to show in another column too, or in a slip that
explains the difference: a total beside rows that are none of its parts is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.tables import Number, Table, is_rate, read_tables, show_number
from extractor.checks.figures.writing import is_slip
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.folding import fold
from patterns.indicators.columns import Column
from patterns.indicators.rows import Row

_LEAST = 0.5  # of the total, or the total of the sum
_MOST_SHOWN = 8  # parts that a message spells out
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Sum:
    """A total in a cell and the numbers that should make it."""

    total: Number
    parts: tuple[Number, ...]

    @property
    def summed(self) -> float:
        """The sum of the parts."""
        return sum(part.value for part in self.parts)

    @property
    def agrees(self) -> bool:
        """Whether the parts add up, each rounded number half a unit of its last place off at most."""
        slack = self.total.slack + sum(part.slack for part in self.parts)
        return abs(self.summed - self.total.value) <= slack + 1e-6 * max(1.0, abs(self.total.value))

    @property
    def is_near(self) -> bool:
        """Whether the sum is of the total's size."""
        return _LEAST <= self.summed / self.total.value <= 1 / _LEAST

    @property
    def is_slip(self) -> bool:
        """Whether one slip of typing explains that they do not."""
        if is_slip(show_number(self.summed, self.total), self.total.raw):
            return True
        wanted = ((part, part.value + self.total.value - self.summed) for part in self.parts)
        return any(value > 0 and is_slip(show_number(value, part), part.raw) for part, value in wanted)


def read_wrong_rows(checked: CheckedReport) -> tuple[Sum, ...]:
    """The totals of rows that are none."""
    wrong: list[Sum] = []
    for table in checked.once(read_tables):
        for total, parts in _row_groups(table):
            sums = [made for column in table.amounts if (made := _of_rows(table, total, parts, column))]
            wrong += _judged(sums)
    return tuple(wrong)


def read_wrong_columns(checked: CheckedReport) -> tuple[Sum, ...]:
    """The totals of columns that are none."""
    return tuple(
        one
        for table in checked.once(read_tables)
        for total in table.amounts
        if _is_headed_as_total(total)
        for one in _judged(_of_columns(table, total))
    )


@rule("NUM012", "table-total-row", Severity.ERROR, Basis.PAGE)
def table_total_row(checked: CheckedReport) -> Iterator[Spot]:
    """The rows of a table do not add up to the row that totals them."""
    yield from map(_spot, checked.once(read_wrong_rows))


@rule("NUM013", "table-total-column", Severity.ERROR, Basis.PAGE)
def table_total_column(checked: CheckedReport) -> Iterator[Spot]:
    """The columns of a table do not add up to the column that totals them."""
    yield from map(_spot, checked.once(read_wrong_columns))


def _judged(sums: Sequence[Sum]) -> Iterator[Sum]:
    """The sums that differ, where as many agree, or where a slip explains the only one."""
    agree = [one for one in sums if one.agrees]
    differ = [one for one in sums if not one.agrees]
    shown = len(agree) >= len(differ)
    for one in differ:
        if (shown and agree and (one.is_near or one.is_slip)) or (len(sums) == 1 and one.is_slip):
            yield one


def _row_groups(table: Table) -> Iterator[tuple[Row, list[Row]]]:
    """Rows that total others, with these."""
    rows = table.valued
    for place, row in enumerate(rows):
        if row.is_total:
            yield from _of_total(rows, place)
        elif row.depth is not None:
            below = _until_shallower(rows, place, row.depth)
            direct = [r for r in below if r.depth == min(r.depth for r in below if r.depth is not None)]
            if len(direct) > 1 and len({r.unit for r in (row, *direct)}) == 1 and not is_rate(row):
                yield row, direct


def _until_shallower(rows: Sequence[Row], place: int, depth: int) -> list[Row]:
    """The rows that hang under one: those that follow with deeper marks."""
    below: list[Row] = []
    for row in rows[place + 1 :]:
        if row.depth is None or row.depth <= depth or row.is_total:
            break
        below.append(row)
    return below


def _of_total(rows: Sequence[Row], place: int) -> Iterator[tuple[Row, list[Row]]]:
    """The outermost rows above a total, up to the total before it; below it, where it stands first."""
    total = rows[place]
    above = _up_to_total(rows[:place][::-1])[::-1]
    below = _up_to_total(rows[place + 1 :])
    for near in (above, below):
        parts = _outermost(near)
        if len(parts) > 1 and all(row.unit == total.unit and not is_rate(row) for row in parts):
            yield total, parts
            return


def _up_to_total(rows: Sequence[Row]) -> list[Row]:
    near: list[Row] = []
    for row in rows:
        if row.is_total:
            break
        near.append(row)
    return near


def _outermost(rows: Sequence[Row]) -> list[Row]:
    depths = [row.depth for row in rows if row.depth is not None]
    if not depths:
        return [row for row in rows if row.part is None]
    return [row for row in rows if row.depth == min(depths)]


def _of_rows(table: Table, total: Row, parts: Sequence[Row], column: Column) -> Sum | None:
    stated = table.at(total, column)
    numbers = [number for row in parts if (number := table.at(row, column)) is not None]
    if stated is None or stated.value <= 0 or 2 * len(numbers) <= len(parts) or len(numbers) < 2:
        return None
    return Sum(stated, tuple(numbers))


def _is_headed_as_total(column: Column) -> bool:
    said = fold(column.heads[-1]) if column.heads else ""
    return said.startswith(("tổng", "cộng", "chung"))


def _of_columns(table: Table, total: Column) -> list[Sum]:
    """The row sums over the run of columns beside a total's that most rows bear out."""
    places = [column.number for column in table.amounts]
    at = places.index(total.number)
    best: list[Sum] = []
    for taken in range(2, _MOST_COLUMNS + 1):
        for run in (table.amounts[at + 1 : at + 1 + taken], table.amounts[max(0, at - taken) : at]):
            if len(run) != taken or any(_is_headed_as_total(column) for column in run):
                continue
            sums = [made for row in table.valued if (made := _of_row(table, row, total, run)) is not None]
            if _agreeing(sums) >= 2 and _agreeing(sums) > _agreeing(best):
                best = sums
    return best


def _agreeing(sums: Sequence[Sum]) -> int:
    """How many sums agree that are no mere zeros."""
    return sum(one.agrees and sum(part.value != 0 for part in one.parts) > 1 for one in sums)


def _of_row(table: Table, row: Row, total: Column, run: Sequence[Column]) -> Sum | None:
    if is_rate(row):
        return None
    stated = table.at(row, total)
    numbers = [number for column in run if (number := table.at(row, column)) is not None]
    if stated is None or stated.value <= 0 or len(numbers) < 2:
        return None
    return Sum(stated, tuple(numbers))


def _spot(one: Sum) -> Spot:
    wanted = show_number(one.summed, one.total, max(part.places for part in one.parts))
    if len(one.parts) <= _MOST_SHOWN:
        parts = " + ".join(part.raw for part in one.parts)
        message = say(
            "{sum} = {wanted}, but the total in the table is {total}",
            sum=parts,
            wanted=wanted,
            total=one.total.raw,
        )
    else:
        message = say(
            "the {count} numbers add up to {wanted}, but the total in the table is {total}",
            count=len(one.parts),
            wanted=wanted,
            total=one.total.raw,
        )
    note = say("a part of it")
    return Spot(
        *one.total.span,
        message,
        expected=wanted,
        found=one.total.raw,
        related=tuple(Related(*part.span, note) for part in one.parts),
    )


RULES = (table_total_row, table_total_column)
