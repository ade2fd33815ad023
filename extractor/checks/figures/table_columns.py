"""Columns of a table that are reckoned from others: percentages, growth and differences.

Which columns a column comes from is learnt from the table itself: a formula holds that most rows bear out, and the
rows that it does not hold in are the slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.quotients import Verdict, judge_value
from extractor.checks.figures.table_sums import read_wrong_columns, read_wrong_rows
from extractor.checks.figures.tables import Number, Table, read_tables, show_number
from extractor.checks.figures.words import word
from extractor.checks.figures.writing import is_slip
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import Message, say
from extractor.checks.rule import rule
from patterns.folding import fold
from patterns.indicators.columns import Column
from patterns.indicators.rows import Row
from patterns.indicators.units import SHARE_UNITS

_FEWEST = 2  # rows that bear a formula out
_MOST_WRONG = 0.4  # of the rows
_MANY = 4  # right rows that leave no doubt of a formula
_NEAR = 15.0
_REACH = 6  # columns to the left that a formula looks at
_AHEAD = 2

Bounds = tuple[float, float]
# The least and the greatest value that two numbers give.
Formula = Callable[["Number", "Number"], Bounds | None]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number in a cell, the two it comes from, and what they give."""

    number: Number
    one: Number
    other: Number
    bounds: Bounds

    @property
    def verdict(self) -> Verdict:
        """Whether the number agrees with what the others give."""
        return judge_value(self.number.value, 10.0**-self.number.places, self.bounds)

    @property
    def wanted(self) -> str:
        """What the others give, as the cell would print it."""
        return show_number(sum(self.bounds) / 2, self.number)

    @property
    def is_likely(self) -> bool:
        """Whether it is near what the others give, or one slip of typing away.

        A number far from it may be of another kind, such as places in an order among the sums of money.
        """
        wanted = sum(self.bounds) / 2
        apart = abs(self.number.value - wanted)
        return apart <= max(_NEAR, abs(wanted) / 2) or is_slip(self.wanted, self.number.raw)


def _ratio(one: Number, other: Number) -> Bounds | None:
    if other.value - other.slack <= 0 or one.value < 0:
        return None
    least = 100 * max(0.0, one.value - one.slack) / (other.value + other.slack)
    return least, 100 * (one.value + one.slack) / (other.value - other.slack)


def _growth(one: Number, other: Number) -> Bounds | None:
    bounds = _ratio(one, other)
    return None if bounds is None else (bounds[0] - 100, bounds[1] - 100)


def _difference(one: Number, other: Number) -> Bounds | None:
    slack, difference = one.slack + other.slack, one.value - other.value
    return difference - slack, difference + slack


def _absolute(one: Number, other: Number) -> Bounds | None:
    slack, difference = one.slack + other.slack, abs(one.value - other.value)
    return difference - slack, difference + slack


_PERCENTAGES: tuple[Formula, ...] = (_ratio, _growth)
_DIFFERENCES: tuple[Formula, ...] = (_difference, _absolute)


def read_percentages(checked: CheckedReport) -> tuple[tuple[Formula, Reckoned], ...]:
    """The percentages in tables with what they are reckoned from, and how."""
    return tuple(
        (formula, cell)
        for table in checked.once(read_tables)
        for column in table.columns
        if _gives_percent(column)
        for formula, cells in [_learnt(table, column, _PERCENTAGES)]
        for cell in cells
    )


@rule("NUM014", "table-percentage", Severity.ERROR, Basis.PAGE)
def table_percentage(checked: CheckedReport) -> Iterator[Spot]:
    """A percentage in a table is not what the columns it is reckoned from give."""
    yield from _wrong(checked, checked.once(read_percentages))


@rule("NUM015", "table-difference", Severity.ERROR, Basis.PAGE)
def table_difference(checked: CheckedReport) -> Iterator[Spot]:
    """A difference in a table is not that of the columns it is reckoned from."""
    for table in checked.once(read_tables):
        for column in table.columns:
            if not _gives_percent(column) and word("differences").search(fold(column.label)):
                formula, cells = _learnt(table, column, _DIFFERENCES)
                yield from _wrong(checked, [(formula, cell) for cell in cells])


def _gives_percent(column: Column) -> bool:
    return column.unit in SHARE_UNITS or "%" in column.label


def _wrong(checked: CheckedReport, cells: Sequence[tuple[Formula, Reckoned]]) -> Iterator[Spot]:
    right = sum(cell.verdict is not Verdict.DIFFERS for _, cell in cells)
    for formula, cell in cells:
        exact = cell.one.slack == cell.other.slack == 0
        if cell.verdict is Verdict.DIFFERS and not _is_follow_on(checked, cell):
            if cell.is_likely:
                yield _spot(formula, cell, Severity.ERROR)
            elif right >= _MANY:
                yield _spot(formula, cell, Severity.WARNING)
        elif cell.verdict is Verdict.CUT and exact and cell.number.places:
            yield _spot(formula, cell, Severity.WARNING)


def _is_follow_on(checked: CheckedReport, cell: Reckoned) -> bool:
    """Whether a total that is found wrong elsewhere explains it."""
    wrong = (*checked.once(read_wrong_rows), *checked.once(read_wrong_columns))
    return any(one.total.span in (cell.one.span, cell.other.span) for one in wrong)


def _learnt(table: Table, column: Column, formulas: Sequence[Formula]) -> tuple[Formula, list[Reckoned]]:
    """The formula that most rows bear out, with the cells of the column."""
    best: tuple[int, Formula, list[Reckoned]] = (0, formulas[0], [])
    for formula, cells in _tried(table, column, formulas):
        right = sum(cell.verdict is Verdict.AGREES for cell in cells)
        near = sum(cell.verdict is not Verdict.DIFFERS for cell in cells)
        if right >= _FEWEST and near >= (1 - _MOST_WRONG) * len(cells) and right > best[0]:
            best = (right, formula, cells)
    return best[1], best[2]


def _tried(
    table: Table, column: Column, formulas: Sequence[Formula]
) -> Iterator[tuple[Formula, list[Reckoned]]]:
    at = table.columns.index(column)
    near = [
        c for c in table.columns[max(0, at - _REACH) : at + 1 + _AHEAD] if c is not column and not c.ranked
    ]
    sources = [c for c in near if not _gives_percent(c)]
    for formula in formulas:
        for one in sources:
            for other in sources:
                if one is not other:
                    yield formula, list(_cells(table, column, formula, one, other))
    total = next((row for row in table.valued if row.is_total), None)
    if formulas is _PERCENTAGES and total is not None:
        for one in sources:
            yield _ratio, list(_of_total(table, column, one, total))


def _cells(table: Table, column: Column, formula: Formula, one: Column, other: Column) -> Iterator[Reckoned]:
    for row in table.valued:
        numbers = table.at(row, column), table.at(row, one), table.at(row, other)
        number, first, second = numbers
        if number is None or first is None or second is None or row.unit in SHARE_UNITS:
            continue
        bounds = formula(first, second)
        if bounds is not None:
            yield Reckoned(number, first, second, bounds)


def _of_total(table: Table, column: Column, one: Column, total: Row) -> Iterator[Reckoned]:
    """Shares of the total's row."""
    whole = table.at(total, one)
    for row in table.valued:
        number, part = table.at(row, column), table.at(row, one)
        if whole is None or number is None or part is None:
            continue
        bounds = _ratio(part, whole)
        if bounds is not None:
            yield Reckoned(number, part, whole, bounds)


def _spot(formula: Formula, cell: Reckoned, severity: Severity) -> Spot:
    note = say("what it is reckoned from")
    return Spot(
        *cell.number.span,
        _message(formula, cell),
        expected=cell.wanted,
        found=cell.number.raw,
        related=(Related(*cell.one.span, note), Related(*cell.other.span, note)),
        severity=severity,
    )


def _message(formula: Formula, cell: Reckoned) -> Message:
    one, other, wanted, printed = cell.one.raw, cell.other.raw, cell.wanted, cell.number.raw
    if formula is _ratio:
        return say(
            "{one} / {other} is {wanted}%, but the table has {printed}",
            one=one,
            other=other,
            wanted=wanted.rstrip("%"),
            printed=printed,
        )
    if formula is _growth:
        return say(
            "from {before} to {after} is a change of {wanted}%, but the table has {printed}",
            before=other,
            after=one,
            wanted=wanted.rstrip("%"),
            printed=printed,
        )
    return say(
        "{one} − {other} = {wanted}, but the table has {printed}",
        one=one,
        other=other,
        wanted=wanted,
        printed=printed,
    )


RULES = (table_percentage, table_difference)
