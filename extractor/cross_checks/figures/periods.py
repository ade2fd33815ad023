"""Periods as messages write them."""

from __future__ import annotations

from extractor.cross_checks.wording import written_day


def written_period(first: str, last: str) -> str:
    """A period in figures alone.

    >>> written_period("2018-01-01", "2018-12-31"), written_period("2018-01-01", "2018-06-30")
    ('2018', '01/01/2018 - 30/6/2018')
    """
    if first[:4] == last[:4] and first[4:] == "-01-01" and last[4:] == "-12-31":
        return first[:4]
    return written_day(first) if first == last else f"{written_day(first)} - {written_day(last)}"
