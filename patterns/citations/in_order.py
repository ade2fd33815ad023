"""Days shared out in order: "Kế hoạch số 14/KH-UBND và số 26/KH-UBND lần lượt ngày 17/01/2019 và ngày 30/01/2019"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from patterns.citations.sharing import SEPARATOR, separated
from patterns.citations.source import Stretch
from patterns.folding import compile_phrase
from patterns.mentions import Date

_BEFORE_DAYS = compile_phrase(
    r"""[ ]*[,(]?[ ]*(?:(?:được[ ])?(?:ban[ ]hành|ký)[ ])?(?:lần[ ]lượt[ ])?(?:(?:được[ ])?(?:ban[ ]hành|ký)[ ])?
    (?:vào[ ])?(?:các[ ])?"""
)
_MOST = 12


def days_in_order(stretch: Stretch, days: Mapping[int, Date]) -> dict[int, tuple[Date, int]]:
    """The day of each document in a series that as many days follow as it has documents.

    Args:
        stretch: holds the documents.
        days: the days of the stretch by where they begin.

    Returns:
        By the index of the document its day, and where what is said of the document alone ends.
    """
    if len(days) < 2 or len(stretch.heads) < 2:
        return {}
    found: dict[int, tuple[Date, int]] = {}
    for first, last in _series(stretch):
        dates = _days_behind(stretch, stretch.heads[last].end, days)
        if first < last and len(dates) == last - first + 1:
            for index, date in zip(range(first, last + 1), dates, strict=True):
                found[index] = date, dates[-1].end if index == last else stretch.heads[index].end
    return found


def _series(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """The first and last of the documents that only commas and "và" part."""
    heads, first = stretch.heads, 0
    for index in range(1, len(heads) + 1):
        goes_on = index < len(heads) and separated(stretch.folded, heads[index - 1].end, heads[index].start)
        if not goes_on:
            yield max(first, index - _MOST), index - 1
            first = index


def _days_behind(stretch: Stretch, at: int, days: Mapping[int, Date]) -> list[Date]:
    """The days listed right behind a document."""
    lead = _BEFORE_DAYS.match(stretch.folded, at, stretch.end)
    found: list[Date] = []
    at = lead.end() if lead else at
    while date := days.get(at):
        found.append(date)
        gap = SEPARATOR.match(stretch.folded, date.end, stretch.end)
        if gap is None or len(found) > _MOST:
            break
        at = gap.end()
    return found
