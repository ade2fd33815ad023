"""Measures (tên đại lượng): the nouns that say what kind of amount a figure is ("tỷ lệ", "diện tích", "doanh thu")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.gazetteers import read_data
from patterns.indicators.magnitudes import base_unit
from patterns.indicators.quantity import Quantity
from patterns.indicators.units import starts_with_verb
from patterns.indicators.vocabulary import alternation, tables, words


@cache
def _measure() -> regex.Pattern[str]:
    return compile_pattern(rf"{alternation(words('measures', 'measures'))}(?!\p{{L}})")


@lru_cache(4096)
def is_measure(phrase: str) -> bool:
    """Whether a phrase begins with a noun that names a measure.

    >>> is_measure("tỷ lệ hộ nghèo"), is_measure("các huyện miền núi")
    (True, False)
    """
    return bool(_measure().match(fold(phrase))) and not starts_with_verb(phrase)


@lru_cache(4096)
def is_bare_measure(phrase: str) -> bool:
    """Whether a phrase is a measure and says not of what ("diện tích", "năng suất bình quân")."""
    folded = fold(phrase)
    match = None if starts_with_verb(phrase) else _measure().match(folded)
    if match is None:
        return False
    rest = folded[match.end() :].strip()
    return " " not in rest or rest in words("measures", "vague")


def without_measure(phrase: str) -> str:
    """What a phrase says that a measure is of: "lúa mùa" of "diện tích lúa mùa"; "" for a phrase of other shape."""
    match = _measure().match(fold(phrase))
    return phrase[match.end() :].strip() if match else ""


@cache
def _topic() -> regex.Pattern[str]:
    """Measures that the items of a list share, as the words before it say.

    "… kim ngạch xuất khẩu tăng cao như: hàng dệt may …", "GTSXCN của các tỉnh".
    """
    return regex.compile(
        rf"""
        (?<!\p{{L}})
        (?:
            (?i:{alternation(words("measures", "topics"))})(?!\p{{L}})
            (?:(?<=(?i:sản\ xuất))\ \p{{Ll}}+){{0,2}}
          | (?:GTSX\p{{Lu}}*|GRDP|GDP|GTGT|VA)\b
        )
        """,
        regex.VERBOSE,
    )


_ACRONYM = regex.compile(r"\((\p{Lu}[\p{Lu}&-]{1,9})\)")
# "… có số lao động nữ ít nhất là:" the measure that each item of the list gives a figure for.
_LEAD_MEASURE = regex.compile(r"(?:số|tỷ\ lệ|tỉ\ lệ|mức|tổng\ số)\ [^,;:.]{3,90}$")
_LEAD_END = regex.compile(
    r"(?:\ (?:ít\ nhất|tối\ thiểu|tối\ đa|không\ quá|như|sau|là|đạt|gồm|cụ\ thể|trên|dưới))*\ ?:?\ ?$"
)


def topic_in(phrase: str) -> str:
    """The measure that a phrase names for what follows it, "" for none."""
    found = _topic().search(phrase)
    return found[0] if found else ""


def topic_of_subject(own: str) -> str:
    """The measure that later parts of a clause share with its subject: its acronym, or its first words."""
    acronym = _ACRONYM.search(own)
    if is_dimension(own) and not acronym:
        return " ".join(own.split()[:2])
    return acronym[1] if acronym else " ".join(own.split()[:7])


def lead_measure(leads: Sequence[str]) -> str:
    """The measure that the leads of a list, nearest first, say its items are figures of."""
    for lead in leads:
        if found := _LEAD_MEASURE.search(_LEAD_END.sub("", lead)):
            return found[0]
    return ""


@cache
def _dimensions() -> dict[str, tuple[str, ...]]:
    """For each unit the measures that it may be a unit of."""
    named: dict[str, tuple[str, ...]] = {}
    for name in tables("measures"):
        row: dict[str, list[str]] = read_data("measures")[name]
        named |= dict.fromkeys(row.get("units", ()), tuple(row["words"]))
    return named


@lru_cache(4096)
def is_dimension(phrase: str) -> bool:
    """Whether a phrase begins with a measure that one thing has beside others ("diện tích", "năng suất")."""
    return bool(_dimension().match(fold(phrase)))


@cache
def _dimension() -> regex.Pattern[str]:
    listed = {word for row in _dimensions().values() for word in row}
    return regex.compile(rf"{alternation(map(fold, listed))}(?!\p{{L}})")


def fitting(topic: str, quantity: Quantity) -> str:
    """A topic, or where the unit is of another dimension, the measure that the unit is of.

    After "sản lượng 1.250 tấn" the "82 ha" of the next item are its area.
    """
    fits = _dimensions().get(base_unit(quantity)) or _dimensions().get(fold(quantity.unit or ""))
    if fits is None or not is_dimension(topic) or fold(topic).startswith(fits):
        return topic
    return fits[0]


def area_of(quantity: Quantity) -> str:
    """ "diện tích" where the unit is one of area, else ""."""
    listed = _dimensions().get(base_unit(quantity), ())
    return next((word for word in listed if word in words("measures", "area")), "")


def has_dimension(quantity: Quantity) -> bool:
    """Whether a unit tells the measure ("ha" that of an area)."""
    return base_unit(quantity) in _dimensions()
