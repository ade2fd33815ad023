"""Numbers as Vietnamese reports print them (số, tỷ số a/b, khoảng): separators, signs, ratios and ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from patterns.engines import compile_pattern

# "12 345", "1 234,5"; "1.234,5".
_DIGITS = r"(?:\d{1,3}(?:\ \d{3}){1,4}(?:,\d{1,2})?+(?![\d.,]*\d)|\d[\d.,]{0,22}\d|\d)"

_DIGIT = regex.compile(r"\d")
_RUN = compile_pattern(r"[\d.,]*+")

# "65/93", "19 trên tổng số 21".
# "65-70", "420 – 450", "từ 10 đến 15"; a number glued to a letter, a dot or a dash before it is a code.
# The text is folded, so that every dash is "-" and every blank is " ".
_NUMERAL = compile_pattern(
    rf"""
    (?<![\p{{L}}\d]) (?<![\p{{L}}\d][.\-]) (?<!\d,) (?<!\d/)
    (?P<sign>(?<=[\ (:])-(?=\d))?
    (?P<first>{_DIGITS})(?![\d])
    (?:
        (?:\ ?/\ ?(?:tổng\ số\ )?|\ trên\ tổng\ số\ )(?P<of>{_DIGITS})(?![\d]|/\d|[.,]\d)
      | \ ?(?:-|÷|đến|~)\ ?(?P<to>{_DIGITS})(?![\d]|[-/.]\d)
    )?+
    """,
    regex.VERBOSE,
)


class NumberStyle(Enum):
    """Which mark is the decimal one where a single number does not show it ("1.234", "1,234")."""

    VIETNAMESE = ","
    ENGLISH = "."


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, ratio or range that stands at `text[start:end]`.

    `first_end` is where the first number ends, for a ratio or range that turns out to be none; `unit` is the
    unit that its own words hold ("gấp đôi" is twice).
    """

    start: int
    end: int
    value: float
    denominator: float | None = None
    value_to: float | None = None
    first_end: int = 0
    unit: str = ""


def parse_number(token: str, style: NumberStyle = NumberStyle.VIETNAMESE) -> float | None:
    """Read one number; None for what is none ("1.2.3", "0212", "0212.3852.456").

    >>> parse_number("4.300.214"), parse_number("7,64"), parse_number("12,345.6"), parse_number("1 234 567")
    (4300214.0, 7.64, 12345.6, 1234567.0)
    >>> parse_number("1.234.5"), parse_number("1 234,5")
    (1234.5, 1234.5)
    >>> parse_number("4.208"), parse_number("4.208", NumberStyle.ENGLISH), parse_number("1.2.3")
    (4208.0, 4.208, None)
    """
    token = token.replace(" ", "")
    if token.isdecimal():
        return None if token[0] == "0" and len(token) > 2 else float(token)
    last = max(token.rfind("."), token.rfind(","))
    mark, other = token[last], "," if token[last] == "." else "."
    head, tail = token[:last], token[last + 1 :]
    if other in head:
        thousands = _whole(head, other) if mark not in head else None
        return None if thousands is None or not tail else float(f"{thousands}.{tail}")
    grouped = _whole(token, mark)
    if mark in head:
        if grouped is not None:
            return float(grouped)
        thousands = _whole(head, mark) if 0 < len(tail) <= _DECIMALS_TYPED_ALIKE else None
        return None if thousands is None else float(f"{thousands}.{tail}")
    is_decimal = grouped is None or style.value == mark
    if is_decimal:
        return float(f"{head}.{tail}") if len(head) == 1 or head[0] != "0" else None
    return float(grouped) if grouped else None


# "1.234.5", typed with one mark throughout: no group of thousands has one or two digits.
_DECIMALS_TYPED_ALIKE = 2


def _whole(token: str, mark: str) -> str | None:
    """The digits of a number whose groups of three are parted by `mark`, else None."""
    first, *groups = token.split(mark)
    fits = 0 < len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in groups)
    return first + "".join(groups) if fits else None


_DECIMAL_COMMA = regex.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}(?![\d.,]*\d)|\d\.\d{3}\.\d{3}"
)
_DECIMAL_DOT = regex.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d{1,2}(?=\ ?[%‰]))|\d,\d{3},\d{3}")
# "12.5 tấn" is a slip of a hurried typist where thousands have dots too ("1.200 con"), else a decimal mark.
_DOT_BEFORE_UNIT = regex.compile(r"(?<![\d.,])\d++\.\d{1,2}(?=\ ?(?:tỷ|triệu|nghìn|tấn|tạ|ha|usd)(?!\p{L}))")
_DOT_GROUP = regex.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?!\d)")


def number_style(folded: str) -> NumberStyle:
    """What the clear numbers of a text say of its decimal mark.

    >>> number_style("sản lượng 12,345.6 tấn, tăng 7.5%"), number_style("tăng 7,5%, đạt 1.250 tấn")
    (<NumberStyle.ENGLISH: '.'>, <NumberStyle.VIETNAMESE: ','>)
    """
    english = len(_DECIMAL_DOT.findall(folded))
    if not _DOT_GROUP.search(folded):
        english += len(_DOT_BEFORE_UNIT.findall(folded))
    if english == 0:
        return NumberStyle.VIETNAMESE
    return NumberStyle.ENGLISH if english > len(_DECIMAL_COMMA.findall(folded)) else NumberStyle.VIETNAMESE


def find_numerals(folded: str, start: int, end: int, style: NumberStyle) -> Iterator[Numeral]:
    """Every well-formed number, ratio or range of `folded[start:end]`, in order."""
    position = start
    while digit := _DIGIT.search(folded, position, end):
        at = digit.start()
        signed = at - 1 >= position and folded[at - 1] == "-"
        match = (_NUMERAL.match(folded, at - 1, end) if signed else None) or _NUMERAL.match(folded, at, end)
        numeral = _numeral(match, style) if match else None
        if numeral is None:
            position = max(_RUN.match(folded, at, end).end(), match.end() if match else 0)  # type: ignore[union-attr]
        else:
            position = numeral.end
            yield numeral


def _numeral(match: regex.Match[str], style: NumberStyle) -> Numeral | None:
    first = parse_number(match["first"], style)
    if first is None:
        return None
    value = -first if match["sign"] else first
    start, first_end = match.start(), match.end("first")
    if match.lastgroup == "first":
        return Numeral(start, first_end, value, first_end=first_end)
    of = parse_number(match["of"], style) if match["of"] else None
    to = parse_number(match["to"], style) if match["to"] else None
    if of is not None and of > 0:
        return Numeral(start, match.end("of"), value, denominator=of, first_end=first_end)
    if to is not None and to > first:
        return Numeral(start, match.end("to"), value, value_to=to, first_end=first_end)
    return Numeral(start, first_end, value, first_end=first_end)
