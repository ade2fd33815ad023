"""The periods that the heads of a table's columns give (kỳ của cột)."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from patterns.folding import fold
from patterns.indicators.grids import Grid
from patterns.indicators.year_parts import NO_DAYS, YEAR, Days, part_of_year, whole_year
from patterns.mentions import Date, Span


def head_days(grid: Grid, column: int, dates: Sequence[Date]) -> Days:
    """The period that the lowest dated head gives; "6 tháng" under "Năm 2023" is of that year."""
    part = ""
    for row in reversed(grid.head):
        cell = grid.cells.get((row, column))
        if cell is None:
            continue
        days = dated(grid.text, (cell.start, cell.end), dates)
        if days[1] and part:
            narrower = part_of_year(part, int(days[1][:4]), counts=True)
            return narrower if narrower != NO_DAYS else days
        if days != NO_DAYS:
            return days
        named = _PART.search(fold(grid.at(row, column)))
        part = named[0] if named else part
    return _of_table_year(grid, part) or _bare_year(grid, column)


_PART = regex.compile(
    r"(?:\d{1,2}\ tháng(?:\ (?:đầu|cuối)\ năm)?|quý\ (?:iv|iii|ii|i)|tháng\ \d{1,2}|cả\ năm)(?!\p{L})"
)


def _of_table_year(grid: Grid, part: str) -> Days | None:
    """ "Thực hiện 6 tháng", "Ước cả năm" beside "Dự toán năm 2012": the one year that the heads name."""
    if not part:
        return None
    said = " ".join(grid.at(row, column) for row in grid.head for column in range(grid.columns))
    years = set(YEAR.findall(said))
    if len(years) != 1:
        return None
    year = years.pop()
    if part == "cả năm":
        return whole_year(year)
    days = part_of_year(part, int(year), counts=True)
    return days if days != NO_DAYS else None


def _bare_year(grid: Grid, column: int) -> Days:
    """ "Ước 2002/ 2001": the first year of a head that names no period in words."""
    for row in reversed(grid.head):
        said = grid.at(row, column)
        year = YEAR.search(said)
        if year and not _COMPARED_WITH.search(fold(said[: year.start()])):
            return whole_year(year[0])
    return NO_DAYS


# "So với năm 2017 (%)": the base of a comparison is not the period of the figures.
_COMPARED_WITH = regex.compile(
    r"(?<!\p{L})so\ (?:với\ )?[^/]{0,20}$|/\ ?(?:(?:ước|th|ước\ th|thực\ hiện|cùng\ kỳ|kh)\ )?(?:năm\ )?$"
)


def dated(text: str, span: Span, dates: Sequence[Date]) -> Days:
    """The days of the first date in a stretch that has any and is no base of comparison."""
    for date in dates:
        dates_it = span[0] <= date.start < span[1] and (date.from_date or date.resolved_from)
        if dates_it and not _COMPARED_WITH.search(fold(text[span[0] : date.start])):
            return (date.from_date or date.resolved_from, date.to_date or date.resolved_to)
    return NO_DAYS
