"""Counts in letters: "ba xã", "hai mươi lăm hộ", "một trăm linh hai công trình"."""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from patterns.engines import compile_pattern
from patterns.indicators.numbers import Numeral
from patterns.indicators.units import spelled_nouns
from patterns.indicators.vocabulary import alternation, words

# "một" alone is an article and "năm" alone a year: they count only inside a longer number.
_ALONE: Final = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_ONES: Final = _ALONE | {"một": 1, "mốt": 1, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5}
_TENS: Final = _ALONE | {"năm": 5}
_HUNDREDS: Final = _TENS | {"một": 1}

_ONE = "|".join(_ONES)
_SPELLED = compile_pattern(
    rf"""(?<![^\ (“"])(?=[hbnstcm])(?:
          (?P<hundreds>{"|".join(_HUNDREDS)})\ trăm
          (?:\ (?:
              (?:linh|lẻ)\ (?P<few>{_ONE})
            | (?:(?P<h_tens>{"|".join(_TENS)})\ mươi|(?P<h_ten>mười))(?:\ (?P<h_ones>{_ONE}))?
          ))?
        | (?P<tens>{"|".join(_TENS)})\ mươi(?:\ (?P<ones>{_ONE}))?
        | (?P<ten>mười)(?:\ (?P<teen>{_ONE}))?
        | (?P<alone>{"|".join(_ALONE)})
        )(?=\ )""",
    regex.VERBOSE,
)


# "thứ ba xã"; "một nghìn | hai trăm hộ" is no two hundred.
_NOT_AFTER = ("thứ ", "trong ", "nghìn ", "ngàn ", "triệu ", "tỷ ", "tỉ ", "vạn ")


@cache
def _noun() -> regex.Pattern[str]:
    """What is counted in letters: a noun of the list, or with a power of ten any noun or money too."""
    scaled = alternation(
        spelled_nouns(), words("units", "money"), ("lượt khách", "lượt người", "người", "con")
    )
    return compile_pattern(
        rf"\ (?:{alternation(spelled_nouns())}|{alternation(words('units', 'scales'))}\ {scaled})(?!\p{{L}})"
    )


def spelled_numbers(folded: str) -> list[Numeral]:
    """The counts in letters of a text, in order: those before a noun that is counted so, and how many times.

    >>> [n.value for n in spelled_numbers("tăng hai lần; bảy mươi hai căn nhà, một trăm linh năm hộ, thứ ba xã")]
    [2.0, 72.0, 105.0]
    """
    found = []
    for match in _SPELLED.finditer(folded):
        before = folded[max(0, match.start() - 6) : match.start()]
        times = folded.startswith(" lần", match.end()) and before.endswith(("tăng ", "giảm ", "gấp "))
        counted = not before.endswith(_NOT_AFTER) and _noun().match(folded, match.end())
        if times or counted:
            found.append(Numeral(match.start(), match.end(), float(_value(match)), first_end=match.end()))
    return found


def _value(match: regex.Match[str]) -> int:
    """The number that the words of a match say."""
    said = match.groupdict()
    value = 100 * _HUNDREDS.get(said["hundreds"] or "", 0)
    value += 10 * (_TENS.get(said["tens"] or "", 0) + _TENS.get(said["h_tens"] or "", 0))
    value += 10 * bool(said["ten"] or said["h_ten"])
    return value + sum(_ONES.get(said[name] or "", 0) for name in ("few", "h_ones", "ones", "teen", "alone"))
