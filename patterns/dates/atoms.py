"""The parts that dates are made of: expressions of a day, month, quarter, run of months, year, run of years.

All patterns read folded text (`patterns.folding`), hence no case, one kind of blank and of dash.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import regex

from patterns.folding import compile_phrase

Unit = Literal["day", "month", "quarter", "months", "year", "years", "season"]


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


WORDS = {
    word: number
    for number, names in enumerate(
        (
            "một",
            "hai",
            "ba",
            "bốn|tư",
            "năm",
            "sáu",
            "bảy|bẩy",
            "tám",
            "chín",
            "mười",
            "mười một",
            "mười hai",
        ),
        1,
    )
    for word in names.split("|")
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
NUMBER_WORD = r"(?:mười[ ]một|mười[ ]hai|mười|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|một|năm)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)(?![.,/]\d)"
_OF_YEAR = rf"(?:[ ]*[/.-][ ]*|[ ]*,?[ ]*(?:của[ ])?năm[ ]*)(?P<year>{_YEAR})"
_EACH = r"(?:[ ]+(?:hằng|hàng)[ ]+(?:năm|quý|tháng))"
_SHIFT = r"(?:[ ](?:nay|này|trước|ngoái|sau|tới)\b)"
# A clock time with seconds belongs to a signature's stamp: "15.04.2023 10:22:45 +07:00".
_NO_STAMP = r"(?![ ]+\d{1,2}:\d\d:\d\d)"
_MONEY = r"(?![ ]*(?:%|triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|người|hộ|lần|cuộc|lượt|vụ|kg|tấn|ha)\b)"


# A pattern's literals are looked for as far as it may read, so that its reach must be bounded.
_LONGEST = 120


# "ngày 05/7/2019", "05-7-2019", "ngày 07/ 3/2002", "ngày 16/10/95" (two digits only after "ngày")
_DAY = compile_phrase(
    rf"""(?:(?P<word>ngày)[ ]*)?(?P<day>\d{{1,2}})(?:(?P<sep>[/.-])|[ ]*/)[ ]*(?P<month>\d{{1,2}})
    (?(sep)[ ]?(?P=sep)|[ ]*/)[ ]*(?P<year>\d{{4}}|(?(word)\d\d|(?!)))
    (?!\d|[./-]\d|[/-]\p{{L}}){_NO_STAMP}"""
)
# "ngày 15 tháng 10 năm 2009", "15 tháng 3/2017", "ngày 15/3 năm 2017"
_DAY_IN_WORDS = compile_phrase(
    rf"""(?:ngày[ ]*)?(?:m[ùồ]ng[ ])?(?P<day>\d{{1,2}})(?:[ ]*tháng[ ]*|[ ]*/[ ]*)(?P<month>\d{{1,2}})
    {_OF_YEAR}"""
)
# "ngày 20/11", "ngày 2 tháng 9", "15/12 hằng năm"
_DAY_OF_MONTH = compile_phrase(
    rf"""ngày[ ]*(?P<day>\d{{1,2}})(?:[ ]*[/-][ ]*|[ ]*tháng[ ]*)(?P<month>\d{{1,2}})(?!\d|[/.,-]\d|%){_EACH}?
    |(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){_EACH}"""
)
# "ngày 20", where the words around it speak of a date
_DAY_ALONE = compile_phrase(
    rf"""(?<!\d[ ])(?<!mỗi[ ])(?<!một[ ])(?<!hằng[ ])(?<!hàng[ ])ngày[ ]*(?P<day>\d{{1,2}})(?!\d|[/.,-]\d|%)
    (?:{_EACH}|(?=[ ]*(?:$|[,.;:)\]-]|(?:và|đến|tới|của|theo|tại|để|thì|đã|các|có|là|trong)\b)))"""
)
_AFTER_DAY = compile_phrase(r"(?:trước|sau|từ|đến|tới|vào|hết|qua|trong|nhất|quá|các|,|\()[ ]$")
# "tháng 6/2021", "tháng 6 năm 2021", "T6/2021", "tháng Tám năm 1945"
_MONTH_OF_YEAR = compile_phrase(
    rf"(?:tháng[ ]*|t(?=\d{{1,2}}/))(?:(?P<month>\d{{1,2}})|(?P<name>{NUMBER_WORD}|tư)){_OF_YEAR}"
)
_MONTH = compile_phrase(
    rf"""(?<!\d[ ])(?<!mỗi[ ])(?<!một[ ])(?<!hằng[ ])(?<!hàng[ ])(?<!quân[ ])
    tháng[ ]*(?P<month>\d{{1,2}})(?!\d|[/.,-]\d){_MONEY}"""
)
# "6 tháng đầu năm 2024", "9 tháng năm 2021", "6 tháng cuối năm", "6 tháng/2011"
_MONTHS = compile_phrase(
    rf"""(?:(?P<count>\d{{1,2}})|(?P<name>{NUMBER_WORD}))[ ]*tháng
    (?:[ ]*(?P<part>đầu|cuối)[ ]*
      (?:(?:của[ ])?năm(?![ ]*(?:học|tài|thứ))(?:[ ]*(?P<year>{_YEAR})|{_SHIFT})?|(?P<year>{_YEAR}))
    |(?:[ ]*(?:của[ ])?năm[ ]*|/)(?P<year>{_YEAR}))"""
)
_HALF = compile_phrase(
    rf"nửa[ ](?P<part>đầu|cuối)[ ]năm(?![ ]*(?:học|tài))(?:[ ]*(?P<year>{_YEAR})|{_SHIFT})?"
)
# "quý I/2020", "quý 3 năm 2021", "quý IV"
_QUARTER_NUMBER = r"(?P<quarter>iv|i{1,3}|[1-4])(?![\d\p{L}])"
_QUARTER = compile_phrase(rf"qu[ýí][ ]*{_QUARTER_NUMBER}(?:{_OF_YEAR}|{_MONEY}(?![/.,-]\d))")
# "năm 2016", "các năm 2018"; "(2018)"
_YEAR_WORD = compile_phrase(rf"năm[ ]*(?P<year>{_YEAR})(?!-\d\d?(?!\d))")
# "giai đoạn 2016 - 2018", "nhiệm kỳ 2015-2020", "5 năm 2016-2020", "2016-2020"
_PREFIX = r"""(?:giai[ ]đoạn|thời[ ]k[ỳì]|nhiệm[ ]k[ỳì]|niên[ ](?:khoá|độ)|khoá|năm[ ]học|năm
    |vụ[ ](?:lúa[ ])?(?:đông|mùa|hè|thu|xuân|chiêm)(?:[ ]?-?[ ]?(?:xuân|thu|đông|mùa|hè))?
      (?:[ ](?:muộn|sớm))?)"""
_YEARS = compile_phrase(
    rf"""(?:(?P<prefix>{_PREFIX}|(?:giai[ ]đoạn[ ])?(?:\d{{1,2}}|{NUMBER_WORD})[ ]năm)[ :]*\(?(?:năm[ ]*)?)?
    (?<![\w/.,-])(?P<year>(?:1[89]|20)\d\d)[ ]*(?:-|(?(prefix)/|(?!)))[ ]*(?P<until>{_YEAR})(?![-/]\p{{L}})"""
)
_YEARS_FROM = compile_phrase(
    rf"""(?:giai[ ]đoạn|thời[ ]k[ỳì]|nhiệm[ ]k[ỳì])[ ](?:từ[ ])?(?:năm[ ]*)?(?P<year>{_YEAR})
    (?=[ ](?:đến|tới)[ ])"""
)
_SEASON = compile_phrase(
    rf"""vụ[ ](?:lúa[ ])?(?:(?:đông|chiêm)[ ]?-?[ ]?xuân|hè[ ]?-?[ ]?thu|thu[ ]?-?[ ]?đông|xuân[ ]?-?[ ]?hè
    |mùa|xuân|đông|chiêm)\b(?:[ ](?:năm[ ]*)?(?P<year>{_YEAR}))?"""
)
# A year without its word: in brackets, or after words that lead to one
_BARE_YEAR = compile_phrase(rf"(?P<year>{_YEAR})(?=[ ]*(?:$|[;:)\]–-]|[.,](?!\d)|(?:và|đến|tới|so|có|là)\b))")
_BEFORE_YEAR = compile_phrase(
    r"""(?:\([ ]*|\([^()]{0,40}[,;][ ]|tầm[ ]nhìn[ ]|(?:đến|từ|trước|sau|cuối|đầu|hết|hướng|kế[ ]hoạch
    |thực[ ]hiện|dự[ ]toán|mục[ ]tiêu)[ ])$"""
)
# "6/2021" after words that lead to a month
_BARE_MONTH = compile_phrase(rf"(?P<month>\d{{1,2}})/(?P<year>{_YEAR})(?![ ]*\p{{L}}*[/-]\p{{L}})")
_BEFORE_MONTH = compile_phrase(r"(?:\([ ]*|(?:đến|từ|trước|sau|cuối|đầu|hết|vào)[ ])$")
# After a comma or "và": "8 và 9 năm 2019", "II/2020", "21 và 22/5/2019"
_NEXT_MONTH = compile_phrase(rf"(?P<month>\d{{1,2}})(?:{_OF_YEAR}|(?!\d|[/.,-]\d|%))")
_NEXT_QUARTER = compile_phrase(rf"{_QUARTER_NUMBER}(?:{_OF_YEAR}|(?![/.,-]\d))")
_NEXT_DAY = compile_phrase(r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?(?!\d|[/.,-]\d|%)")
_NEXT_YEAR = compile_phrase(rf"(?P<year>{_YEAR})(?![/-]\p{{L}})")


def read_atom(text: str, at: int, end: int) -> Atom | None:
    """The expression that begins at `text[at]`, or None."""
    end = min(end, at + _LONGEST)
    for pattern, unit in _BY_LETTER.get(text[at], _BY_LETTER["0"] if text[at].isdigit() else ()):
        found = pattern.match(text, at, end)
        if found is None or (pattern is _YEARS and not 0 <= int(found["until"]) - int(found["year"]) <= 60):
            continue
        before = _BEFORE.get(pattern)
        if before is None or before.search(text, max(0, at - 50), at):
            return _atom(found, unit)
        if pattern is _DAY_ALONE:
            return replace(_atom(found, unit), bare=True)
    return None


def read_next(text: str, at: int, end: int, previous: Atom) -> Atom | None:
    """What follows `previous` after a comma, "và", "đến": an expression, or a number that takes its word."""
    atom = read_atom(text, at, end)
    if atom is not None:
        return atom
    pattern = _NEXT.get(previous.unit)
    found = pattern.match(text, at, min(end, at + _LONGEST)) if pattern else None
    if found is None or (previous.year is not None and previous.unit not in ("year", "day")):
        return None
    atom = replace(_atom(found, previous.unit), bare=True)
    if previous.unit == "year" and not -30 <= (atom.year or 0) - (previous.year or 0) <= 30:
        return None
    return atom


def _atom(found: regex.Match[str], unit: Unit) -> Atom:
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    year = _century(groups["year"]) if "year" in groups else None
    day = int(groups["day"]) if "day" in groups else None
    until = int(groups["until"]) if "until" in groups else None
    first, last = _months(groups)
    if unit == "season" and year is not None:
        unit = "year"
    return Atom(*found.span(), unit, year, first, last, day, until)


def _months(groups: dict[str, str]) -> tuple[int | None, int | None]:
    if "quarter" in groups:
        quarter = _ROMAN.get(groups["quarter"]) or int(groups["quarter"])
        return quarter * 3 - 2, quarter * 3
    if "part" in groups or "count" in groups:
        count = int(groups["count"]) if "count" in groups else WORDS.get(groups.get("name", "sáu"), 6)
        return (13 - count, 12) if groups.get("part") == "cuối" else (1, count)
    if "name" in groups:
        return WORDS[groups["name"]], WORDS[groups["name"]]
    month = int(groups["month"]) if "month" in groups else None
    return month, month


def _century(year: str) -> int:
    """Two digits are a year of 1945 to 2044: documents before the Republic are not cited."""
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 45 else 1900)


_BEFORE = {_DAY_ALONE: _AFTER_DAY, _BARE_YEAR: _BEFORE_YEAR, _BARE_MONTH: _BEFORE_MONTH}
_DIGIT: tuple[tuple[regex.Pattern[str], Unit], ...] = (
    (_DAY, "day"),
    (_DAY_IN_WORDS, "day"),
    (_DAY_OF_MONTH, "day"),
    (_YEARS, "years"),
    (_MONTHS, "months"),
    (_BARE_MONTH, "month"),
    (_BARE_YEAR, "year"),
)
_WORDED: tuple[tuple[regex.Pattern[str], Unit], ...] = ((_MONTHS, "months"), (_YEARS, "years"))
_BY_LETTER: dict[str, tuple[tuple[regex.Pattern[str], Unit], ...]] = {
    "0": _DIGIT,
    "n": (
        (_DAY, "day"),
        (_DAY_IN_WORDS, "day"),
        (_DAY_OF_MONTH, "day"),
        (_DAY_ALONE, "day"),
        (_YEARS, "years"),
        (_YEARS_FROM, "year"),
        (_YEAR_WORD, "year"),
        (_HALF, "months"),
        (_MONTHS, "months"),
    ),
    "t": (
        (_MONTH_OF_YEAR, "month"),
        (_MONTH, "month"),
        (_YEARS, "years"),
        (_YEARS_FROM, "year"),
        *_WORDED[:1],
    ),
    "q": ((_QUARTER, "quarter"),),
    "g": ((_YEARS, "years"), (_YEARS_FROM, "year")),
    "k": ((_YEARS, "years"),),
    "v": ((_YEARS, "years"), (_SEASON, "season")),
    **dict.fromkeys("hbsmc", _WORDED),
}
_NEXT: dict[Unit, regex.Pattern[str]] = {
    "day": _NEXT_DAY,
    "month": _NEXT_MONTH,
    "quarter": _NEXT_QUARTER,
    "year": _NEXT_YEAR,
}
