"""Numbers with a blank inside, as PDF files and careless typing give them ("2 45,3 tấn", "4.5 12 hộ", "45 ,6%").

They are joined only where the words before them lead to one figure ("đạt 2 45,3 tấn"), the parts make a well-formed
number and a unit follows: "quý 2 45,3 tấn" and "nhóm 4.5 12 hộ" are two numbers each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.indicators.numbers import NumberStyle, Numeral, parse_number
from patterns.indicators.vocabulary import alternation, words

# What a blank parts: whole digits and "45,3"; a group of thousands, of which every other is whole; a mark and digits.
_SPLIT = regex.compile(
    r"""
    (?<![\p{L}\d.,/-])
    (?P<first>
        [1-9]\d?(?=\ \d{1,2},\d)
      | [1-9]\d{0,2}(?:\.\d{3}){0,3}\.\d{1,2}(?=\ \d)
      | \d{1,3}(?:\.\d{3}){0,3}(?=\ [.,]\d)
    )
    \ (?P<rest>[.,]?\d{1,3}(?:\.\d{3}){0,3}(?:,\d{1,2})?)(?![.,/-]?\d)
    """,
    regex.VERBOSE,
)
_MAYBE = regex.compile(r"\d\ [.,]?\d")
_GROUPED = compile_pattern(r"\d{1,3}(?:\.\d{3})*+(?:,\d{1,2})?+")
_STRAY = compile_pattern(r"\d[\d.]*\s+[\d.,]*\d")
_SPACED = compile_pattern(r"\d{1,3}(?:\s\d{3})++(?!\d)")


@cache
def _leads() -> regex.Pattern[str]:
    """The words before one figure: a linking verb, "gần", a measure."""
    roles = (words("predicates", role) for role in ("growth", "fall", "share", "level"))
    listed = alternation(*roles, words("approximators", "before"), words("measures", "measures"))
    return regex.compile(rf"(?<!\p{{L}}){listed}\ $")


@cache
def _unit() -> regex.Pattern[str]:
    listed = alternation(*(words("units", table) for table in ("scales", "percentages", "money", "physical")))
    return compile_pattern(rf"\ ?(?:{listed}|{alternation(words('units', 'joined_before'))})(?![\p{{L}}\d])")


def split_numerals(folded: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of a stretch that a blank parts, in order, each as the one that it is.

    >>> text = "sản lượng đạt 2 45,3 tấn, quý 2 45,3 tấn, tăng 4.5 12 hộ"
    >>> [(text[n.start : n.end], n.value) for n in split_numerals(text, 0, len(text))]
    [('2 45,3', 245.3), ('4.5 12', 4512.0)]
    """
    if not _MAYBE.search(folded, start, end):
        return
    for match in _SPLIT.finditer(folded, start, end):
        joined = match["first"] + match["rest"]
        value = parse_number(joined, NumberStyle.VIETNAMESE) if _GROUPED.fullmatch(joined) else None
        if value is None or not _unit().match(folded, match.end(), end):
            continue
        if _leads().search(folded, max(start, match.start() - 24), match.start()):
            yield Numeral(match.start(), match.end(), value, first_end=match.end())


def has_stray_blank(raw: str) -> bool:
    """Whether the number that a mention begins with has a blank inside that parts no thousands.

    >>> has_stray_blank("2 45,3 tấn"), has_stray_blank("12 345 ha"), has_stray_blank("10 - 15%")
    (True, False, False)
    """
    return bool(_STRAY.match(raw)) and not _SPACED.match(raw)
