"""The kind of a period (kỳ): like is compared with like; six months are not a year, nor are five."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_NAMES = {1: "month", 3: "quarter", 6: "half-year", 9: "nine-months"}
_MONTH = 30.4  # days


@dataclass(frozen=True, slots=True)
class Period:
    """A period as it is compared.

    Attributes:
        kind: "year", "half-year", "quarter", "month", "5-years", "11-months", "day", "school-year"; of a state at a
            day "year-end" or "state"; None when the period is not known.
        year: under which it is set among years: that of its last day, of a school year that of its first.
    """

    start: str | None
    end: str | None
    kind: str | None
    year: int | None


UNKNOWN = Period(None, None, None, None)


@lru_cache(maxsize=1 << 14)
def period_of(start: str | None, end: str | None, *, stock: bool, known_on: str | None = None) -> Period:
    """The period between two ISO days, of a sum or (stock) of a state at its end.

    Args:
        known_on: ISO day on which a result was told: two years that are not over by then are a school year.

    >>> [period_of(*days, stock=False).kind for days in (
    ...     ("2018-01-01", "2018-12-31"), ("2018-01-01", "2018-06-30"), ("2016-01-01", "2020-12-31"),
    ...     ("2007-02-01", "2007-02-28"), ("2017-12-15", "2018-11-14"))]
    ['year', 'half-year', '5-years', 'month', '11-months']
    >>> period_of("2018-01-01", "2019-12-31", stock=True, known_on="2018-12-05")
    Period(start='2018-01-01', end='2019-12-31', kind='school-year', year=2018)
    """
    if start is None or end is None:
        return UNKNOWN
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:  # "2020-02-30": a slip in the report
        return UNKNOWN
    if last < first:
        return UNKNOWN
    if known_on is not None and known_on < end and _whole_years(first, last) == 2:
        return Period(start, end, "school-year", first.year)
    if stock:
        return Period(start, end, "year-end" if (last.month, last.day) == (12, 31) else "state", last.year)
    return Period(start, end, _kind(first, last), last.year)


def months_of(kind: str | None) -> int | None:
    """How many months a kind of period has; None for states, days and unknown ones.

    >>> [months_of(kind) for kind in ("year", "half-year", "5-years", "11-months", "state")]
    [12, 6, 60, 11, None]
    """
    named = {name: months for months, name in _NAMES.items()} | {"year": 12}
    if kind in named:
        return named[kind]
    count, _, unit = (kind or "").partition("-")
    if count.isdecimal() and unit in ("months", "years"):
        return int(count) * (12 if unit == "years" else 1)
    return None


def _kind(first: date, last: date) -> str:
    if first == last:
        return "day"
    years = _whole_years(first, last)
    if years:
        return "year" if years == 1 else f"{years}-years"
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.day == 1 and after.day == 1:
        # A quarter begins with one of the year's; three months elsewhere are just three months.
        begins = {1: True, 3: first.month % 3 == 1, 6: first.month in (1, 7), 9: first.month == 1}.get(months)
        return _NAMES[months] if begins else f"{months}-months"
    days = (after - first).days
    return f"{round(days / _MONTH)}-months" if days > _MONTH else f"{days}-days"


def _whole_years(first: date, last: date) -> int:
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return last.year - first.year + 1 if whole else 0
