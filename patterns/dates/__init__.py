"""Dates and periods (ngày, tháng, quý, năm, giai đoạn).

>>> from patterns.passages import Context, split_passages
>>> text = "Ngày 05/7/2019; quý I/2020; từ năm 2016 đến 2018; so với cùng kỳ"
>>> [(d.raw, d.kind, d.from_date) for d in find_dates(text, split_passages(text), Context())]
[('Ngày 05/7/2019', 'day', '2019-07-05'), ('quý I/2020', 'quarter', '2020-01-01'),
 ('từ năm 2016 đến 2018', 'range', '2016-01-01'), ('cùng kỳ', 'relative', None)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from patterns.dates.anchors import ANCHOR
from patterns.dates.calendar import Bounds, day_bounds
from patterns.dates.chains import Period, read_chain
from patterns.dates.heads import read_head_years
from patterns.dates.relative import Phrase, read_phrase
from patterns.dates.resolving import months_reported, resolve_period, resolve_phrase
from patterns.dates.slips import mend_digits
from patterns.dates.so_far import read_months_so_far
from patterns.folding import compile_phrase, fold
from patterns.laws import named_law_before
from patterns.mentions import Date, DateKind
from patterns.passages import Context, Passage, stretches

__all__ = ["find_dates", "is_impossible"]

# A run of figures that is no date holds none: "2.023/2.023", "1/1/1".
_FIGURES = compile_phrase(r"[\d/.,-]*+")
# The moon's months have no place in the calendar that a report is dated by.
_LUNAR = compile_phrase(r"[ ](?:âm[ ]lịch|\(âm[ ]lịch\)|al)(?!\w)")
_DAY_AND_MONTH = compile_phrase(r"(?:ngày[ ]*)?(?P<day>\d{1,2})[ ]*(?:/|-|tháng)[ ]*(?P<month>\d{1,2})(?!\d)")
_SINGLE: dict[str, DateKind] = {"day": "day", "month": "month", "quarter": "quarter", "year": "year"}


def find_dates(text: str, passages: Sequence[Passage], context: Context) -> tuple[Date, ...]:
    """Find every date and period, each with the days it stands for as far as the words say."""
    folded = mend_digits(fold(text))
    reported = months_reported(context)
    dates = [
        _date(text, folded, found, context)
        for start, end, _ in stretches(passages)
        for found in _read(folded, start, end, reported)
        if not _is_of_a_law(text, folded, found, start)
    ]
    heads = [_date(text, folded, found, context) for found in read_head_years(folded, passages)]
    return tuple(sorted([*dates, *heads], key=lambda date: date.start) if heads else dates)


def is_impossible(date: Date) -> bool:
    """Whether a date names a day or month that no calendar has ("31/4/2019", "ngày 30/02").

    >>> from patterns.passages import split_passages
    >>> text = "ngày 31/4/2019, ngày 28/4/2019"
    >>> [is_impossible(d) for d in find_dates(text, split_passages(text), Context())]
    [True, False]
    """
    if date.kind != "relative":
        return date.from_date is None
    found = _DAY_AND_MONTH.match(fold(date.raw))
    return found is not None and day_bounds(2000, int(found["month"]), int(found["day"])) is None


def _read(folded: str, start: int, end: int, reported: int | None) -> Iterator[Period | Phrase]:
    at = start
    while anchor := ANCHOR.search(folded, at, end):
        at = anchor.start()
        periods, read = read_chain(folded, at, start, end)
        if periods:
            yield from periods
            at = max(periods[-1].end, read)
        elif phrase := _read_phrase(folded, at, start, end, reported):
            yield phrase
            at = phrase.end
        else:
            at = max(at + 1, read, _end_of_figures(folded, at, end))


def _read_phrase(folded: str, at: int, start: int, end: int, reported: int | None) -> Period | Phrase | None:
    months = read_months_so_far(folded, at, start, end, reported=reported)
    return Period(months.start, months.end, months) if months else read_phrase(folded, at, start, end)


def _end_of_figures(folded: str, at: int, end: int) -> int:
    figures = _FIGURES.match(folded, at, end)
    return figures.end() if figures else at


def _is_of_a_law(text: str, folded: str, found: Period | Phrase, start: int) -> bool:
    """ "Luật Đất đai năm 2013": the year is the law's name."""
    if not isinstance(found, Period) or found.last is not None or found.first.unit != "year":
        return False
    return named_law_before(text, folded, found.start, start) is not None


def _date(text: str, folded: str, found: Period | Phrase, context: Context) -> Date:
    start, end = found.start, found.end
    resolved: Bounds | None
    if isinstance(found, Phrase):
        resolved = resolve_phrase(found, context)
    elif found.first.unit == "day" and (lunar := _LUNAR.match(folded, end)):
        end, resolved = lunar.end(), None
    elif found.first.year is None or (found.last is not None and found.last.year is None):
        resolved = resolve_period(found, context)
    else:
        kind = "range" if found.last is not None else _SINGLE.get(found.first.unit, "range")
        return Date(start, end, text[start:end], kind, *(found.bounds() or (None, None)))
    return Date(start, end, text[start:end], "relative", None, None, *(resolved or (None, None)))
