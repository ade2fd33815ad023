"""The parts that dates are made of: one day, month, quarter, run of months, year or run of years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import regex

from patterns.dates import expressions as words

Unit = Literal["day", "week", "month", "quarter", "months", "year", "years", "start"]
Reading = tuple[regex.Pattern[str], Unit]


@dataclass(frozen=True, slots=True)
class Atom:
    """`text[start:end]` read as a period; what the words leave open is None.

    Attributes:
        first, last: months of the year, equal for a day or a month ("quý II" is 4 to 6).
        until: last year of a run of years; week: of the year, by ISO 8601.
        recurs: whether it comes back each year or month ("15/12 hằng năm").
        shift: years from the report's own ("tháng 12 năm trước" is -1), where the words say it.
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
    week: int | None = None
    shift: int | None = None
    recurs: bool = False


NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "giêng": 1,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CENTURIES = {"xix": 19, "xx": 20, "xxi": 21}
_SHIFTS = {"trước": -1, "ngoái": -1, "nay": 0, "này": 0, "sau": 1, "tới": 1}
_LONGEST_RUN = 60
# A pattern's literals are looked for as far as it may read, so that its reach must be bounded.
_REACH = 120
_BEFORE_REACH = 50

_MONTHS: Reading = (words.MONTHS, "months")
_YEARS: Reading = (words.YEARS, "years")
_YEARS_FROM: Reading = (words.YEARS_FROM, "year")
_DAYS: tuple[Reading, ...] = ((words.DAY, "day"), (words.DAY_IN_WORDS, "day"), (words.DAY_OF_MONTH, "day"))
_MONTHS_BEFORE_YEAR: Reading = (words.MONTHS_BEFORE_YEAR, "months")
_DIGIT: tuple[Reading, ...] = (
    *_DAYS,
    (words.DAY_OF_RANGE, "day"),
    (words.DAY_BEFORE_DAY, "day"),
    (words.DAY_OF_CUE, "day"),
    _YEARS,
    _MONTHS,
    _MONTHS_BEFORE_YEAR,
    (words.BARE_MONTH, "month"),
    (words.BARE_YEAR, "year"),
    (words.DAY_BEFORE_RANGE, "day"),
)
# What can begin with each letter, the fuller reading first; other letters begin only number words
_BY_LETTER: dict[str, tuple[Reading, ...]] = {
    "n": (
        *_DAYS,
        (words.DAY_OF_EACH, "day"),
        (words.DAY_WORD_BEFORE_RANGE, "day"),
        (words.DAY_ALONE, "day"),
        _YEARS,
        _YEARS_FROM,
        (words.DECADE, "years"),
        (words.YEAR_WORD, "year"),
        (words.HALF, "months"),
        _MONTHS,
    ),
    "t": (
        (words.MONTH_OF_YEAR, "month"),
        (words.MONTH, "month"),
        (words.YEAR_START, "start"),
        (words.WEEK, "week"),
        (words.DECADE, "years"),
        (words.CENTURY, "years"),
        _YEARS,
        _YEARS_FROM,
        _MONTHS,
    ),
    "q": ((words.QUARTER, "quarter"),),
    "g": (_YEARS, _YEARS_FROM),
    "k": (_YEARS,),
    "v": (_YEARS, (words.SEASON, "year")),
    **dict.fromkeys("hbsmc", (_MONTHS, _YEARS, _MONTHS_BEFORE_YEAR)),
}
# Numbers that are a date only with the year or the month of what follows
_LEANING = frozenset(
    {
        words.DAY_BEFORE_RANGE,
        words.DAY_WORD_BEFORE_RANGE,
        words.DAY_OF_RANGE,
        words.DAY_BEFORE_DAY,
        words.YEAR_START,
        words.MONTHS_BEFORE_YEAR,
    }
)
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
        if _stands(found, text, end):
            atom = _atom(found, unit)
            return replace(atom, bare=True) if pattern in _LEANING else atom
        if pattern is words.DAY_ALONE:
            return replace(_atom(found, unit), bare=True)
    return None


def _stands(found: regex.Match[str], text: str, end: int) -> bool:
    """Whether the words before an expression are such as it needs."""
    needed = words.BEFORE.get(found.re)
    if needed is None:
        return True
    before = needed.search(text, max(0, found.start() - _BEFORE_REACH), found.start())
    if before is None or found.re is not words.DAY_OF_CUE:
        return before is not None
    return before["sure"] is not None or not words.can_be_ratio(
        found, text, end, aside=before["aside"] is not None
    )


def read_next(text: str, at: int, end: int, previous: Atom) -> Atom | None:
    """What follows `previous` after a comma, "và", "đến": an expression, or a number that takes its word."""
    atom = read_atom(text, at, end)
    if atom is not None:
        return atom
    if previous.unit in ("month", "quarter"):
        months = words.NEXT_MONTHS.match(text, at, min(end, at + _REACH))
        if months is not None:
            return _atom(months, "months")
    pattern = _NEXT.get(previous.unit)
    found = pattern.match(text, at, min(end, at + _REACH)) if pattern else None
    if found is None:
        return None
    atom = _atom(found, previous.unit)
    atom = replace(atom, bare=not (atom.recurs or (atom.unit == "day" and atom.first is not None)))
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
    year = _full_year(groups["year"]) if "year" in groups else None
    until = int(groups["until"]) if "until" in groups else None
    if found.re is words.DECADE and year is not None:
        until = year + 9
    if "century" in groups:
        century = _CENTURIES.get(groups["century"]) or int(groups["century"])
        year, until = century * 100 - 99, century * 100
    first, last = _months(groups) if unit != "start" else (1, 1)
    return Atom(
        *found.span(),
        unit,
        year,
        first,
        last,
        int(groups["day"]) if "day" in groups else None,
        until,
        week=int(groups["week"]) if "week" in groups else None,
        shift=_SHIFTS[groups["shift"]] if "shift" in groups else None,
        recurs="each" in groups,
    )


def _months(groups: dict[str, str]) -> tuple[int | None, int | None]:
    if "quarter" in groups:
        quarter = _ROMAN.get(groups["quarter"]) or int(groups["quarter"])
        return quarter * 3 - 2, quarter * 3
    if "part" in groups or "count" in groups:
        count = int(groups["count"]) if "count" in groups else _number(groups.get("name", "sáu"))
        return (13 - count, 12) if groups.get("part", "đầu") != "đầu" else (1, count)
    if "name" in groups:
        return _number(groups["name"]), _number(groups["name"])
    month = int(groups["month"]) if "month" in groups else None
    return month, month


def _number(word: str) -> int:
    return NUMBERS[" ".join(word.split())]


def _full_year(year: str) -> int:
    """Two digits are a year of 1945 to 2044: documents before the Republic are not cited."""
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 45 else 1900)
