"""Counts in letters: "ba xã", "một nghìn hai trăm hộ", "một trăm linh hai công trình", "gấp đôi"."""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from patterns.engines import compile_pattern
from patterns.gazetteers import read_data
from patterns.indicators.amounts import powers
from patterns.indicators.numbers import Numeral
from patterns.indicators.units import spelled_nouns
from patterns.indicators.vocabulary import alternation, words

# "một" alone is an article and "năm" alone a year: they count only inside a longer number.
_ALONE: Final = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_ONES: Final = _ALONE | {"một": 1, "mốt": 1, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5}

_ONE = "|".join(_ONES)
_TENS = rf"(?:(?:{'|'.join(_ALONE)}|năm)\ mươi|mười)(?:\ (?:{_ONE}))?"
_HUNDREDS = rf"(?:{'|'.join(_ALONE)}|một|năm|không)\ trăm(?:\ (?:(?:linh|lẻ)\ (?:{_ONE})|{_TENS}))?"
_GROUP = rf"(?:{_HUNDREDS}|{_TENS}|{'|'.join(_ALONE)})"
_SCALE = "nghìn|ngàn|vạn|triệu|tỷ|tỉ"
_GROUP_END = compile_pattern(rf"\ (?:{_SCALE})(?:\ |$)")
# "một nghìn hai trăm", "hai triệu ba trăm nghìn": what a power of ten parts is one number, with the power that ends it.
_SPELLED = compile_pattern(
    rf"""(?<![^\ (“"])(?=[hbnstcm])(?:
          (?:{_GROUP}|một|năm)(?:\ (?:{_SCALE})\ {_GROUP})+(?:\ (?:{_SCALE}))?
        | {_GROUP}
        )(?=\ )""",
    regex.VERBOSE,
)
# "thứ ba xã"; "một nghìn | hai trăm hộ" is no two hundred.
_NOT_AFTER = ("thứ ", "trong ", "nghìn ", "ngàn ", "triệu ", "tỷ ", "tỉ ", "vạn ")


@cache
def _multiple() -> regex.Pattern[str]:
    """ "gấp đôi": how many times as much, in one word; "gấp đôi đường" is something else."""
    follows = r"\ ?(?:$|[,;.:)]|\ (?:so|cùng|năm|với|mức|kế|trung|bình)(?!\p{L}))"
    return regex.compile(rf"(?<!\p{{L}})gấp\ (?P<times>{alternation(_multiples())})(?={follows})")


@cache
def _multiples() -> dict[str, float]:
    listed: dict[str, float] = read_data("units")["multiples"]["values"]
    return listed


@cache
def _noun() -> regex.Pattern[str]:
    """What is counted in letters: a noun of the list, or with a power of ten any noun or money too."""
    scaled = alternation(spelled_nouns(), words("units", "money"), words("units", "counted_by_powers"))
    return compile_pattern(
        rf"\ (?:{alternation(spelled_nouns())}|{alternation(words('units', 'scales'))}\ {scaled})(?!\p{{L}})"
    )


@cache
def _noun_of_large() -> regex.Pattern[str]:
    """What a number of several powers of ten counts, which needs no list to be told from other words."""
    return regex.compile(
        rf"\ {alternation(spelled_nouns(), words('units', 'money'), words('units', 'counted_by_powers'))}(?!\p{{L}})"
    )


def spelled_numbers(folded: str) -> list[Numeral]:
    """The counts in letters of a text, in order: those before a noun that is counted so, and how many times.

    >>> [n.value for n in spelled_numbers("tăng hai lần; bảy mươi hai căn nhà, một trăm linh năm hộ, thứ ba xã")]
    [2.0, 72.0, 105.0]
    >>> [(n.value, n.unit) for n in spelled_numbers("một nghìn hai trăm hộ, gấp đôi năm trước")]
    [(1200.0, ''), (2.0, 'lần')]
    """
    found = []
    for match in _SPELLED.finditer(folded):
        before = folded[max(0, match.start() - 6) : match.start()]
        times = folded.startswith(" lần", match.end()) and before.endswith(("tăng ", "giảm ", "gấp "))
        noun = _noun_of_large() if _GROUP_END.search(folded, match.start(), match.end()) else _noun()
        counted = not before.endswith(_NOT_AFTER) and noun.match(folded, match.end())
        if times or (counted and not _takes_up(folded, counted.end())):
            found.append(Numeral(match.start(), match.end(), float(_value(match[0])), first_end=match.end()))
    multiples = (
        Numeral(m.start(), m.end(), _multiples()[m["times"]], first_end=m.end(), unit="lần")
        for m in (_multiple().finditer(folded) if "gấp " in folded else ())
    )
    return sorted([*found, *multiples], key=lambda numeral: numeral.start)


_TAKES_UP = regex.compile(r"\ (?:cũ|này|trên|nói\ trên|nêu\ trên|kể\ trên|ấy)(?!\p{L})")


def _takes_up(folded: str, at: int) -> bool:
    """ "hai tỉnh cũ", "ba đơn vị nói trên": those named before, not so many."""
    return _TAKES_UP.match(folded, at) is not None


def _value(said: str) -> int:
    """The number that words say.

    >>> _value("hai trăm ba mươi lăm"), _value("một triệu không trăm linh năm nghìn")
    (235, 1005000)
    """
    total = group = digit = 0
    for word in said.split(" "):
        if word in powers():
            factor = 10 ** powers()[word]
            if word == "trăm":
                group, digit = group + digit * factor, 0
            else:
                total, group, digit = total + (group + digit) * factor, 0, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        else:
            digit = _ONES.get(word, 0)
    return total + group + digit
