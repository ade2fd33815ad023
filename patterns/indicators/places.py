"""Places (địa danh) that a figure is of: provinces and districts by name, communes by their title."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.gazetteers import phrases

_TITLE = compile_pattern(r"(?:tỉnh|thành phố|tp\.?|huyện|thị xã|tx\.?|quận|xã|phường|thị trấn)\ ?")
_TITLED = compile_pattern(
    r"(?:[Hh]uyện|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Qq]uận|[Tt]hành phố|[Tt]ỉnh)(?: \p{Lu}[\p{L}’'-]*){1,4}"
)
_SAID = regex.compile(r" (?:với|có|đạt|ước|là)(?!\p{L})")
_BETWEEN_WORDS = regex.compile(r"[\ -]+")


@cache
def _names(vocabulary: str) -> frozenset[str]:
    return frozenset(fold(name) for entry in phrases(vocabulary) for name in (entry.name, *entry.forms))


@lru_cache(4096)
def place_of(subject: str) -> str | None:
    """The place that a subject is, as printed, or None.

    Reports write "Hải phòng", but "Thống nhất" is seldom the district.

    >>> place_of("Tp. Hồ Chí Minh với tỷ trọng lớn"), place_of("các huyện Mường La"), place_of("khu vực dịch vụ")
    ('Tp. Hồ Chí Minh', 'huyện Mường La', None)
    """
    said = _SAID.search(subject)
    name = (subject[: said.start()] if said else subject).removeprefix("các ")
    folded = fold(name)
    title = _TITLE.match(folded)
    bare = folded[title.end() :] if title else folded
    capital = name[len(name) - len(bare) :][:1].isupper()
    if capital and {folded, bare} & _names("provinces"):
        return name
    if not _has_capitals(name[len(name) - len(bare) :]):
        return None
    return name if {folded, bare} & _names("districts") or _TITLED.fullmatch(name) else None


_TITLES = r"(?:huyện|thị\ xã|thành\ phố|tp\.|quận|xã|phường|thị\ trấn)"
_NAME = rf"""(?P<place>(?i:{_TITLES})
    (?:\ \p{{Lu}}[\p{{L}}'’-]*+){{1,4}})"""
_TITLE_LETTERS = frozenset("htxpqHTXPQ")  # with which the titles begin
_IN = ("tại ", "ở ", "địa bàn ")
_OPENS = compile_pattern(
    rf"\W{{0,3}}(?:(?i:tại|ở|trên\ địa\ bàn)\ )?{_NAME}(?::|,\ (?=\p{{Ll}})(?!{_TITLES}))", regex.VERBOSE
)
_ACTS = compile_pattern(rf"{_NAME}(?=\ \p{{Ll}})(?!\ và(?!\p{{L}}))", regex.VERBOSE)
_ENDS = regex.compile(rf"(?<!\p{{L}})(?:tại|ở|trên\ địa\ bàn)\ {_NAME}$", regex.VERBOSE)


# "Sạt lở tại thôn 1, xã Trà Leng: …": the last place that the words before a colon name.
_LEADS = regex.compile(
    rf"(?<!\p{{L}})(?:tại|ở|trên\ địa\ bàn)\ (?:[^,;:.]{{1,40}},\ )?{_NAME}$", regex.VERBOSE
)


def place_of_lead(lead: str) -> str | None:
    """The place that the words before a colon say what follows is of.

    >>> place_of_lead("Sạt lở tại thôn 1, xã Trà Leng"), place_of_lead("Kết quả kiểm tra")
    ('xã Trà Leng', None)
    """
    match = _LEADS.search(lead)
    return match["place"] if match else None


def opening_place(text: str, start: int, end: int) -> str | None:
    """The place that a sentence speaks of from its first words on.

    >>> opening_place("Tại huyện Mường Nhé, lũ quét làm hỏng", 0, 37), opening_place("Xã Ia Mơ, Ia Lốp: 20", 0, 20)
    ('huyện Mường Nhé', None)
    """
    match = _OPENS.match(text, start, end)
    return match["place"] if match else None


def place_in(subject: str) -> str | None:
    """The place by its title that acts in a subject or where it says something to be.

    >>> place_in("huyện Hải Lăng dẫn đầu"), place_in("giá đất ở tại thành phố Biên Hòa"), place_in("các xã nghèo")
    ('huyện Hải Lăng', 'thành phố Biên Hòa', None)
    """
    match = _ACTS.match(subject) if subject[:1] in _TITLE_LETTERS else None
    if match is None and any(word in subject for word in _IN):
        match = _ENDS.search(subject)
    return match["place"] if match else None


def _has_capitals(name: str) -> bool:
    return all(word[0].isupper() for word in _BETWEEN_WORDS.split(name) if word[:1].isalpha())
