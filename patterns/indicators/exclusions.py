"""Numbers that measure nothing: names of things, time limits, ages, list marks, levels, mottoes."""

from __future__ import annotations

from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.indicators.numbers import Numeral
from patterns.indicators.units import Unit, is_verb
from patterns.indicators.vocabulary import alternation, last_word, words

# "1. ", "2.3. ", "7.1- ", "(3) ", "12)", "a) " at the head of a passage: the mark of a heading, list item or footnote.
_MARK = compile_pattern(
    r"[\ (\[-]{0,4}(?!đ/c)(?:[a-zđ]|\d{1,2})(?:\.\d{1,2}){0,4}"
    r"(?:[.)\]/:-]{1,2}(?=\ |\p{L}|$)|(?:(?<=\.\d)|(?<=\.\d\d))\ )"
)
# "(1)", "(05)": a footnote mark or an inner list.
_ENCLOSED = compile_pattern(r"(?<=\()\d{1,2}(?=\))")
_QUOTES = "“\"'‘«"


def mark_end(folded: str, start: int, end: int) -> int:
    """Where the mark at the head of a passage ends; `start` when there is none.

    >>> mark_end("2.3. về giáo dục", 0, 16), mark_end("3 xã đạt chuẩn", 0, 14)
    (4, 0)
    """
    match = _MARK.match(folded, start, end)
    return match.end() if match else start


@cache
def _named_before() -> regex.Pattern[str]:
    """The words before a number that make it a name: "điều 12", "lớp 9", "mức độ 3"."""
    always = alternation(words("exclusions", "always"))
    unless_unit = alternation(words("exclusions", "unless_unit"))
    return compile_pattern(
        rf"(?<!\p{{L}})(?<!cấp\ )(?:(?P<always>{always})|(?P<unless>{unless_unit}))[\ .:]{{0,3}}$"
    )


@cache
def _naming() -> frozenset[str]:
    """The last syllables of such words, by which most numbers are told to have none before them."""
    listed = (*words("exclusions", "always"), *words("exclusions", "unless_unit"))
    return frozenset(last_word(word) for word in listed)


@cache
def _compound() -> regex.Pattern[str]:
    """Words whose last syllable is such a word by itself ("tử hình", "thiểu số")."""
    return regex.compile(rf"(?<!\p{{L}}){alternation(words('exclusions', 'compounds'))}[\ .:]{{0,3}}$")


@cache
def _after() -> regex.Pattern[str]:
    return compile_pattern(rf"\ {{1,2}}{alternation(words('exclusions', 'after'))}(?!\p{{L}})")


@cache
def _duration() -> regex.Pattern[str]:
    return compile_pattern(rf"\ {{0,2}}{alternation(words('units', 'durations'))}(?!\p{{L}})")


@cache
def _motto() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation(words('exclusions', 'mottoes'))}\ {{1,2}}[{_QUOTES}]?$")


_AGE_MEASURED = regex.compile(r"tuổi\ thọ|tuổi\ (?:đời\ )?(?:trung\ bình|bình\ quân)|bình\ quân\ tuổi")
_YEAR = range(1900, 2100)


# "nghị quyết trung ương 4 | khóa xii": the session of a term's committee.
_TERM = compile_pattern(r"\ {1,2}[(]?khoá\ [ivx]{1,5}(?!\p{L})")
_THOUSANDS = regex.compile(r"\d\.\d{3}(?!\d)")


def is_name(folded: str, numeral: Numeral, unit: Unit | None, *, listed: bool) -> bool:
    """Whether the words around a number make it the name or rank of a thing, a time or a level.

    `listed` tells that it goes on with bare counts ("nghị quyết 184, quyết định 79, chỉ thị 35").
    """
    before = folded[max(0, numeral.start - 32) : numeral.start]
    named = _named_before().search(before) if last_word(before) in _naming() else None
    if named and _compound().search(before):
        named = None
    if (
        named
        and _THOUSANDS.search(folded, numeral.start, numeral.end)
        and ((unit and unit.known) or named["unless"])
    ):
        named = None  # "Nha Trang 2.310 ca", "xã 9.625": no page, road or class has so high a number
    if named and named["unless"] in words("counted_nouns", "administrative_units") and ":" in named[0]:
        named = None  # "tỉnh: 6, xã: 12": an item of a list
    if named and (named["always"] or not (listed or _measures(numeral, unit, named["unless"]))):
        return True
    if _TERM.match(folded, numeral.end):
        return True
    if unit is None or not unit.known:
        principles = numeral.value < 10 and bool(_after().match(folded, numeral.end))
        spoken = not before[-2:].strip()[-1:].isdigit()  # a motto has words before its number
        return principles or (spoken and bool(_motto().search(before))) or _is_quoted(folded, numeral.start)
    return before[-1:] in _QUOTES and before[-1:] != "" and unit.kind.value in ("count", "none")


def _is_quoted(folded: str, at: int) -> bool:
    """Whether an offset lies in words of a few marks ("khẩu hiệu “4 xin, 4 luôn”")."""
    opened = folded.rfind("“", max(0, at - 40), at)
    return opened >= 0 and "”" not in folded[opened:at]


# These head documents ("Kết luận 120") and are verbs as well ("kết luận 58/73 tổ chức có vi phạm").
_SAYING = ("kết luận", "thông báo", "báo cáo", "hướng dẫn", "quyết định")


def _measures(numeral: Numeral, unit: Unit | None, before: str) -> bool:
    """Whether a unit is sure enough to outweigh a noun that is often numbered ("mức 65 USD", "dự án 12 tỷ")."""
    if unit is None or not unit.known or unit.end <= numeral.end:
        return False
    return not is_verb(unit.head) or before in _SAYING or numeral.denominator is not None


# "giá trị trên 1 ha", "số bác sĩ trên 1 vạn dân": what a rate is taken over.
_RATE_OVER = regex.compile(
    r"(?<!\p{L})(?:trên|mỗi|cho|giá\ trị|sản\ xuất|bình\ quân|thu\ nhập|doanh\ thu|/)\ $"
)


def is_base_of_rate(folded: str, numeral: Numeral, unit: Unit | None) -> bool:
    """Whether a number is the one of "trên 1 ha", over which a rate is taken."""
    if unit is None or folded[numeral.start : numeral.end] not in ("1", "01", "một"):
        return False
    measured = unit.kind.value == "physical" or unit.head in ("dân", "vạn dân", "người", "lao động")
    return measured and bool(_RATE_OVER.search(folded, max(0, numeral.start - 16), numeral.start))


def is_time(folded: str, numeral: Numeral, unit: Unit | None) -> bool:
    """A time limit, an hour or an age; a length of life ("tuổi thọ 73,6 tuổi") is measured."""
    if unit and unit.head == "tuổi":
        return not _AGE_MEASURED.search(folded, max(0, numeral.start - 60), numeral.start)
    listed = unit is not None and unit.known and unit.head not in words("units", "durations")
    return not listed and bool(_duration().match(folded, numeral.end))


# "xếp thứ 7/14", "đứng vị trí thứ 12", "xếp hạng 24/63", "và thứ 31/63" after such a rank.
_RANK = regex.compile(
    r"""(?:xếp|đứng|hạng|vị\ trí|vị\ thứ|và|lên|xuống)(?:\ (?:thứ|hạng|vị\ trí|vị\ thứ|ở|đạt|toàn|cả|nước)){0,3}
    \ (?:thứ|hạng|vị\ trí|vị\ thứ)\ $ | (?:xếp|đứng|thứ)\ hạng\ $ | (?<!sắp\ )xếp\ $""",
    regex.VERBOSE,
)


_ORDERS = ("thứ ", "hạng ", "trí ", "xếp ")


def is_rank(folded: str, numeral: Numeral) -> bool:
    """Whether a number is a place in an order that the report measures itself by."""
    before = folded[max(0, numeral.start - 32) : numeral.start]
    return before.endswith(_ORDERS) and bool(_RANK.search(before))


def is_mark(folded: str, numeral: Numeral) -> bool:
    """ "(1)", "(05)": an enclosed number of one or two digits."""
    return bool(_ENCLOSED.match(folded, numeral.start))


def is_year(numeral: Numeral, raw: str) -> bool:
    """Four plain digits that may be a year."""
    return raw.isdigit() and len(raw) == 4 and int(raw) in _YEAR
