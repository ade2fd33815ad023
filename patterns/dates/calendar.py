"""First and last ISO days of calendar periods."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Bounds = tuple[str, str]


def day_bounds(year: int, month: int, day: int) -> Bounds | None:
    """The day twice, or None when the calendar has no such day.

    >>> day_bounds(2019, 2, 31) is None
    True
    """
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return iso, iso


def month_bounds(year: int, first: int, last: int) -> Bounds | None:
    """First and last day of a run of months.

    >>> month_bounds(2020, 1, 2)
    ('2020-01-01', '2020-02-29')
    """
    if not 1 <= first <= last <= 12:
        return None
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]:02}"


def week_bounds(year: int, week: int) -> Bounds | None:
    """Monday and Sunday of a week of the year by ISO 8601, None when the year has no such week.

    >>> week_bounds(2021, 1), week_bounds(2021, 53)
    (('2021-01-04', '2021-01-10'), None)
    """
    try:
        return date.fromisocalendar(year, week, 1).isoformat(), date.fromisocalendar(
            year, week, 7
        ).isoformat()
    except ValueError:
        return None


def year_bounds(first: int, last: int) -> Bounds:
    """First and last day of a run of years."""
    return f"{first}-01-01", f"{last}-12-31"


def a_year_earlier(iso: str) -> str:
    """The same day of the year before; the last of February stays the last of February.

    >>> a_year_earlier("2020-02-29"), a_year_earlier("2021-02-28")
    ('2019-02-28', '2020-02-29')
    """
    return in_year(iso, int(iso[:4]) - 1)


def in_year(iso: str, year: int) -> str:
    """The same day of another year; the last of February stays the last of February."""
    day = date.fromisoformat(iso)
    last = day.month == 2 and (day + timedelta(days=1)).month == 3
    return f"{year}-{day.month:02}-{monthrange(year, 2)[1] if last else day.day:02}"
