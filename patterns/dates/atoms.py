"""The parts that dates are made of: one day, month, quarter, run of months, year or run of years."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from patterns.dates import expressions as words
from patterns.dates.readings import Unit, readings_at


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


Groups = dict[str, str | None]
NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "giêng": 1,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CENTURIES = {"xix": 19, "xx": 20, "xxi": 21}
SHIFTS = {"trước": -1, "ngoái": -1, "nay": 0, "này": 0, "sau": 1, "tới": 1}
_LONGEST_RUN = 60
# A pattern's literals are looked for as far as it may read, so that its reach must be bounded.
_REACH = 120
_BEFORE_REACH = 50

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
    for pattern, unit in readings_at(text, at, end):
        found = pattern.match(text, at, end)
        if found is None or not _in_order(found):
            continue
        if _stands(found, text, end):
            return _atom(found, unit, bare=pattern in _LEANING)
        if pattern is words.DAY_ALONE:
            return _atom(found, unit, bare=True)
    return None


def _stands(found: regex.Match[str], text: str, end: int) -> bool:
    """Whether the words before an expression are such as it needs."""
    needed = words.BEFORE.get(found.re)
    if needed is None:
        return True
    before = needed.match(text, max(0, found.start() - _BEFORE_REACH), found.start())
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
    groups = found.re.groupindex
    stands = "each" in groups and (found["each"] is not None or found["month"] is not None)
    atom = _atom(found, previous.unit, bare=not stands)
    if previous.year is not None and atom.year is None and previous.unit in ("month", "quarter"):
        return None
    if previous.unit == "year" and abs((atom.year or 0) - (previous.year or 0)) > _LONGEST_RUN:
        return None
    return atom


def _in_order(found: regex.Match[str]) -> bool:
    """Whether a run of years runs forward, and a comparison of years back, and neither too far."""
    if found.re is words.YEARS:
        return 0 <= int(found["until"]) - int(found["year"]) <= _LONGEST_RUN
    base = found["base"] if "base" in found.re.groupindex else None
    return base is None or 0 < int(found["year"]) - int(base) <= _LONGEST_RUN


def _atom(found: regex.Match[str], unit: Unit, *, bare: bool = False) -> Atom:
    groups: Groups = found.groupdict()
    start, end = found.span()
    year = full_year(stated) if (stated := groups.get("year")) else None
    if unit == "year":
        return Atom(start, end, unit, year, bare=bare)
    if unit == "years":
        first, last = _years(groups, year)
        return Atom(start, end, unit, first, until=last)
    if unit == "start":
        return Atom(start, end, unit, None, 1, 1, bare=True)
    if unit == "week":
        return Atom(start, end, unit, year, week=int(found["week"]))
    first, last = _months(groups)
    shift = SHIFTS.get(groups.get("shift") or "")
    if unit == "day":
        day, recurs = int(found["day"]), groups.get("each") is not None
        return Atom(start, end, unit, year, first, last, day, bare=bare, shift=shift, recurs=recurs)
    return Atom(start, end, unit, year, first, last, bare=bare, shift=shift)


def _years(groups: Groups, year: int | None) -> tuple[int | None, int | None]:
    """First and last of a run of years, a decade or a century."""
    if century := groups.get("century"):
        number = _CENTURIES.get(century) or int(century)
        return number * 100 - 99, number * 100
    if until := groups.get("until"):
        return year, int(until)
    return year, year + 9 if year is not None else None


def _months(groups: Groups) -> tuple[int | None, int | None]:
    if stated := groups.get("quarter"):
        quarter = _ROMAN.get(stated) or int(stated)
        return quarter * 3 - 2, quarter * 3
    if month := groups.get("month"):
        return int(month), int(month)
    name, part = groups.get("name"), groups.get("part")
    if part is not None or "count" in groups:
        count = number_of(said) if (said := groups.get("count") or name) else 6
        return (13 - count, 12) if part and part != "đầu" else (1, count)
    return (number_of(name), number_of(name)) if name else (None, None)


def number_of(said: str) -> int:
    """A number in figures or in one or two words.

    >>> number_of("05"), number_of("mười một")
    (5, 11)
    """
    return NUMBERS.get(" ".join(said.split())) or int(said)


def full_year(year: str) -> int:
    """Two digits are a year of 1945 to 2044: documents before the Republic are not cited."""
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 45 else 1900)
