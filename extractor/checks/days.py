"""Days as mentions hold them and as reports write them."""

from __future__ import annotations

from datetime import date


def day_of(iso: str | None) -> date | None:
    """An ISO day as a date; None for what no calendar has."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def written(iso: str) -> str:
    """A day as reports write it: two digits for the day, and for the months 1 and 2 (NĐ 30/2020, annex I).

    >>> written("2016-07-05"), written("2018-02-28")
    ('05/7/2016', '28/02/2018')
    """
    year, month, day = iso.split("-")
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"
