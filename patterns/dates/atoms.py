"""The parts that dates are made of: one day, month, quarter, run of months, year or run of years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import regex

from patterns.dates import expressions as words

Unit = Literal["day", "month", "quarter", "months", "year", "years", "season"]
Reading = tuple[regex.Pattern[str], Unit]


@dataclass(frozen=True, slots=True)
class Atom:
    """`text[start:end]` read as a period; what the words leave open is None.

    Attributes:
        first, last: months of the year, equal for a day or a month ("quý II" is 4 to 6).
        until: last year of a run of years.
        bare: a number that is a date only beside a fuller one ("8" in "tháng 7, 8 và 9 năm 2019").
    """

    start: int
    end: int
    unit: Unit
    year: int | None = None
    first: int | None = None
    last: int | None = None
    day: int | None = None
    until: int | None = None
    bare: bool = False


NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LONGEST_RUN = 60
# A pattern's literals are looked for as far as it may read, so that its reach must be bounded.
_REACH = 120
_BEFORE_REACH = 50

_MONTHS: Reading = (words.MONTHS, "months")
_YEARS: Reading = (words.YEARS, "years")
_YEARS_FROM: Reading = (words.YEARS_FROM, "year")
_DAYS: tuple[Reading, ...] = ((words.DAY, "day"), (words.DAY_IN_WORDS, "day"), (words.DAY_OF_MONTH, "day"))
_DIGIT: tuple[Reading, ...] = (
    *_DAYS,
    _YEARS,
    _MONTHS,
    (words.BARE_MONTH, "month"),
    (words.BARE_YEAR, "year"),
    (words.DAY_BEFORE_RANGE, "day"),
)
# What can begin with each letter, the fuller reading first; other letters begin only number words
_BY_LETTER: dict[str, tuple[Reading, ...]] = {
    "n": (
        *_DAYS,
        (words.DAY_ALONE, "day"),
        _YEARS,
        _YEARS_FROM,
        (words.DECADE, "years"),
        (words.YEAR_WORD, "year"),
        (words.HALF, "months"),
        _MONTHS,
    ),
    "t": ((words.MONTH_OF_YEAR, "month"), (words.MONTH, "month"), _YEARS, _YEARS_FROM, _MONTHS),
    "q": ((words.QUARTER, "quarter"),),
    "g": (_YEARS, _YEARS_FROM),
    "k": (_YEARS,),
    "v": (_YEARS, (words.SEASON, "season")),
    **dict.fromkeys("hbsmc", (_MONTHS, _YEARS)),
}
_NEXT: dict[Unit, regex.Pattern[str]] = {
    "day": words.NEXT_DAY,
    "month": words.NEXT_MONTH,
    "quarter": words.NEXT_QUARTER,
    "year": words.NEXT_YEAR,
}


def read_atom(text: str, at: int, end: int) -> Atom | None:
    """The expression that begins at `text[at]`, or None."""
    end = min(end, at + _REACH)
    for pattern, unit in _DIGIT if text[at].isdigit() else _BY_LETTER.get(text[at], ()):
        found = pattern.match(text, at, end)
        if found is None or not _in_order(found):
            continue
        before = words.BEFORE.get(pattern)
        if before is None or before.search(text, max(0, at - _BEFORE_REACH), at):
            bare = pattern is words.DAY_BEFORE_RANGE
            return replace(_atom(found, unit), bare=bare) if bare else _atom(found, unit)
        if pattern is words.DAY_ALONE:
            return replace(_atom(found, unit), bare=True)
    return None


def read_next(text: str, at: int, end: int, previous: Atom) -> Atom | None:
    """What follows `previous` after a comma, "và", "đến": an expression, or a number that takes its word."""
    atom = read_atom(text, at, end)
    if atom is not None:
        return atom
    pattern = _NEXT.get(previous.unit)
    found = pattern.match(text, at, min(end, at + _REACH)) if pattern else None
    if found is None:
        return None
    atom = replace(_atom(found, previous.unit), bare=True)
    if previous.year is not None and atom.year is None and previous.unit in ("month", "quarter"):
        return None
    if previous.unit == "year" and abs((atom.year or 0) - (previous.year or 0)) > _LONGEST_RUN:
        return None
    return atom


def _in_order(found: regex.Match[str]) -> bool:
    """Whether a run of years runs forward, and not too far."""
    return found.re is not words.YEARS or 0 <= int(found["until"]) - int(found["year"]) <= _LONGEST_RUN


def _atom(found: regex.Match[str], unit: Unit) -> Atom:
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    year = _century(groups["year"]) if "year" in groups else None
    day = int(groups["day"]) if "day" in groups else None
    until = int(groups["until"]) if "until" in groups else None
    if found.re is words.DECADE and year is not None:
        until = year + 9
    if unit == "season" and year is not None:
        unit = "year"
    first, last = _months(groups)
    return Atom(*found.span(), unit, year, first, last, day, until)


def _months(groups: dict[str, str]) -> tuple[int | None, int | None]:
    if "quarter" in groups:
        quarter = _ROMAN.get(groups["quarter"]) or int(groups["quarter"])
        return quarter * 3 - 2, quarter * 3
    if "part" in groups or "count" in groups:
        count = int(groups["count"]) if "count" in groups else _number(groups.get("name", "sáu"))
        return (13 - count, 12) if groups.get("part") == "cuối" else (1, count)
    if "name" in groups:
        return _number(groups["name"]), _number(groups["name"])
    month = int(groups["month"]) if "month" in groups else None
    return month, month


def _number(word: str) -> int:
    return NUMBERS[" ".join(word.split())]


def _century(year: str) -> int:
    """Two digits are a year of 1945 to 2044: documents before the Republic are not cited."""
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 45 else 1900)
