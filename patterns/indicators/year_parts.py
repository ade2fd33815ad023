"""Parts of a year that are named without it: "6 tháng đầu năm", "quý II", "tháng 9"."""

from __future__ import annotations

from calendar import monthrange

import regex

Days = tuple[str | None, str | None]
NO_DAYS: Days = (None, None)

_MONTHS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_SOME_MONTHS = regex.compile(r"(?P<count>\d{1,2}|\p{L}+)\ tháng(?:\ (?P<end>đầu|cuối)\ năm)?$")
_PART = regex.compile(r"(?:quý\ (?P<quarter>iv|iii|ii|i|[1-4])|tháng\ (?P<month>\d{1,2}))$")


def part_of_year(raw: str, year: int, *, counts: bool = False) -> Days:
    """The days of a folded name in a year, NO_DAYS for what names no part of one.

    >>> part_of_year("hai tháng đầu năm", 2007), part_of_year("quý ii", 2020), part_of_year("trong 05 năm", 2020)
    (('2007-01-01', '2007-02-28'), ('2020-04-01', '2020-06-30'), (None, None))

    With `counts` a bare "6 tháng" is the first six, as in the head of a column under its year.
    """
    months = _SOME_MONTHS.search(raw)
    if months and (months["end"] or counts):
        count = int(months["count"]) if months["count"].isdigit() else _MONTHS.get(months["count"], 0)
        if not 0 < count <= 12:
            return NO_DAYS
        return _days(year, 13 - count, 12) if months["end"] == "cuối" else _days(year, 1, count)
    part = _PART.search(raw)
    if part and part["quarter"]:
        last = 3 * _QUARTERS[part["quarter"]]
        return _days(year, last - 2, last)
    if part and 0 < int(part["month"]) <= 12:
        return _days(year, int(part["month"]), int(part["month"]))
    return NO_DAYS


# A year in figures that stands by itself.
YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def whole_year(year: str) -> Days:
    """The days of a year in four figures."""
    return f"{year}-01-01", f"{year}-12-31"


def whole_years(days: Days) -> Days:
    """The years that a period lies in, from the first day to the last."""
    start, end = days
    return (whole_year(start[:4])[0] if start else None, whole_year(end[:4])[1] if end else None)


def _days(year: int, first: int, last: int) -> Days:
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"
