"""Which expressions can begin with which letters or figures, the fuller reading first."""

from __future__ import annotations

from typing import Literal

import regex

from patterns.dates import expressions as words

Unit = Literal["day", "week", "month", "quarter", "months", "year", "years", "start"]
Reading = tuple[regex.Pattern[str], Unit]
Readings = tuple[Reading, ...]

_MONTHS: Reading = (words.MONTHS, "months")
_MONTHS_BEFORE_YEAR: Reading = (words.MONTHS_BEFORE_YEAR, "months")
_YEARS: Reading = (words.YEARS, "years")
_YEARS_FROM: Reading = (words.YEARS_FROM, "year")
_DECADE: Reading = (words.DECADE, "years")
_YEAR_WORD: Reading = (words.YEAR_WORD, "year")
_DAY: Reading = (words.DAY, "day")
_DAY_IN_WORDS: Reading = (words.DAY_IN_WORDS, "day")
_DAY_OF_MONTH: Reading = (words.DAY_OF_MONTH, "day")
_DAY_OF_CUE: Reading = (words.DAY_OF_CUE, "day")
_DAY_BEFORE_RANGE: Reading = (words.DAY_BEFORE_RANGE, "day")
_DAY_BEFORE_DAY: Reading = (words.DAY_BEFORE_DAY, "day")
_COUNTED: Readings = (_MONTHS, _YEARS, _MONTHS_BEFORE_YEAR)

_BY_LETTERS: dict[str, Readings] = {
    "ng": (
        _DAY,
        _DAY_IN_WORDS,
        _DAY_OF_MONTH,
        (words.DAY_OF_EACH, "day"),
        (words.DAY_WORD_BEFORE_RANGE, "day"),
        (words.DAY_ALONE, "day"),
    ),
    "nă": (_YEAR_WORD, *_COUNTED),
    "nh": (_YEARS, _YEARS_FROM, _DECADE),
    "ni": (_YEARS, _YEAR_WORD),
    "nử": ((words.HALF, "months"),),
    "th": (
        (words.MONTH_OF_YEAR, "month"),
        (words.MONTH, "month"),
        _YEARS,
        _YEARS_FROM,
        _DECADE,
        (words.CENTURY, "years"),
    ),
    "từ": ((words.YEAR_START, "start"),),
    "tu": ((words.WEEK, "week"),),
    "tá": _COUNTED,
    "gi": (_YEARS, _YEARS_FROM),
    "kh": (_YEARS,),
    "vụ": (_YEARS, (words.SEASON, "year")),
}
# Number words, and letters that stand before a figure ("t6/2021", "q3/2020")
_BY_LETTER: dict[str, Readings] = {
    "q": ((words.QUARTER, "quarter"),),
    "t": ((words.MONTH_OF_YEAR, "month"),),
    **dict.fromkeys("hbsmc", _COUNTED),
}
_BY_SIGN: dict[str, Readings] = {
    "/": (
        _DAY,
        _DAY_IN_WORDS,
        _DAY_OF_MONTH,
        (words.DAY_OF_RANGE, "day"),
        _DAY_BEFORE_DAY,
        _DAY_OF_CUE,
        (words.BARE_MONTH, "month"),
    ),
    "-": (_DAY, _DAY_OF_CUE, _DAY_BEFORE_RANGE),
    ".": (_DAY,),
    "t": (_DAY_IN_WORDS, _MONTHS, _MONTHS_BEFORE_YEAR, _DAY_BEFORE_RANGE),
    "n": (_YEARS,),
    "đ": (_DAY_BEFORE_RANGE,),
    ",": (_DAY_BEFORE_DAY,),
    "v": (_DAY_BEFORE_DAY,),
}
_FOUR_FIGURES: Readings = (_YEARS, (words.BARE_YEAR, "year"), (words.YEAR_OF_FIGURE, "year"))


def readings_at(text: str, at: int, end: int) -> Readings:
    """The expressions that may begin at `text[at]`."""
    if not text[at].isdigit():
        return _BY_LETTERS.get(text[at : at + 2]) or _BY_LETTER.get(text[at], ())
    stop = at + 1
    while stop < end and stop - at < 5 and text[stop].isdigit():
        stop += 1
    if stop - at == 4:
        return _FOUR_FIGURES
    return _BY_SIGN.get(text[stop : min(end, stop + 5)].lstrip()[:1], ()) if stop - at < 3 else ()
