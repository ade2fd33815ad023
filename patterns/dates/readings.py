"""Which expressions can begin with which letters or figures, the fuller reading first."""

from __future__ import annotations

from typing import Literal

import regex

from patterns.dates import expressions as words
from patterns.folding import compile_phrase

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

_DAY_ALONE: Reading = (words.DAY_ALONE, "day")
_DAY_OF_EACH: Reading = (words.DAY_OF_EACH, "day")
_DAY_WORD_BEFORE_RANGE: Reading = (words.DAY_WORD_BEFORE_RANGE, "day")
# What follows the figures of "ngày 15", and the word "năm"
_DAY_SIGN = compile_phrase(r"ngày[ ]*(?::[ ]*)?(?:m[ùồ]ng[ ])?\d{1,2}[ ]*(?P<sign>.?)")
_DAYS_BY_SIGN: dict[str, Readings] = {
    "/": (_DAY, _DAY_IN_WORDS, _DAY_OF_MONTH),
    "-": (_DAY, _DAY_OF_MONTH, _DAY_WORD_BEFORE_RANGE, _DAY_ALONE),
    ".": (_DAY, _DAY_ALONE),
    "t": (_DAY_IN_WORDS, _DAY_OF_MONTH, _DAY_OF_EACH, _DAY_WORD_BEFORE_RANGE, _DAY_ALONE),
    ",": (_DAY_IN_WORDS, _DAY_ALONE),
    "đ": (_DAY_WORD_BEFORE_RANGE, _DAY_ALONE),
}
_OTHER_DAYS: Readings = (_DAY_OF_EACH, _DAY_ALONE)
_YEAR_SIGN = compile_phrase(r"năm[ ]*(?P<sign>.?)")
_BY_YEAR_SIGN: dict[str, Readings] = {
    "t": (*_COUNTED, _YEAR_WORD),
    "n": (_YEARS, _YEAR_WORD),
    "k": (_YEAR_WORD,),
    "h": (_YEARS,),
}
_YEAR_IN_FIGURES: Readings = (_YEARS, _YEAR_WORD)
_BY_LETTERS: dict[str, Readings] = {
    "nhi": (_YEARS, _YEARS_FROM),
    "nhữ": (_DECADE,),
    "niê": (_YEARS, _YEAR_WORD),
    "nửa": ((words.HALF, "months"),),
    "thá": ((words.MONTH_OF_YEAR, "month"), (words.MONTH, "month")),
    "thờ": (_YEARS, _YEARS_FROM),
    "thậ": (_DECADE,),
    "thế": ((words.CENTURY, "years"),),
    "từ ": ((words.YEAR_START, "start"),),
    "tuầ": ((words.WEEK, "week"),),
    "tám": _COUNTED,
    "gia": (_YEARS, _YEARS_FROM),
    "kho": (_YEARS,),
    "vụ ": (_YEARS, (words.SEASON, "year")),
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
        (words.DAY_OF_SHORT_YEAR, "day"),
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
    "r": (_DAY_BEFORE_DAY,),
}
_FOUR_FIGURES: Readings = (
    _YEARS,
    (words.YEAR_OVER_YEAR, "year"),
    (words.BARE_YEAR, "year"),
    (words.YEAR_OF_FIGURE, "year"),
)


def readings_at(text: str, at: int, end: int) -> Readings:
    """The expressions that may begin at `text[at]`."""
    if text[at].isdigit():
        return _at_figures(text, at, end)
    letters = text[at : at + 3]
    if letters == "ngà":
        day = _DAY_SIGN.match(text, at, end)
        return _DAYS_BY_SIGN.get(day["sign"], _OTHER_DAYS) if day else ()
    if letters == "năm":
        year = _YEAR_SIGN.match(text, at, end)
        sign = year["sign"] if year else ""
        return _YEAR_IN_FIGURES if sign.isdigit() else _BY_YEAR_SIGN.get(sign, ())
    return _BY_LETTERS.get(letters) or _BY_LETTER.get(letters[0], ())


def _at_figures(text: str, at: int, end: int) -> Readings:
    stop = at + 1
    while stop < end and stop - at < 5 and text[stop].isdigit():
        stop += 1
    if stop - at == 4:
        return _FOUR_FIGURES
    return _BY_SIGN.get(text[stop : min(end, stop + 5)].lstrip()[:1], ()) if stop - at < 3 else ()
