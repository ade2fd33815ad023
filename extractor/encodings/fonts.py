"""What a font's name proposes about the encoding of the letters set in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import regex

from extractor.encodings.data import load

_SUBSET = regex.compile(r"^[A-Z]{6}\+")
_FONTS_KEPT: Final = 4_096
_LONGEST_NAME: Final = 80
_FLAGS: Final = regex.IGNORECASE | regex.VERBOSE


@dataclass(frozen=True, slots=True)
class FontHint:
    """The encodings that a name proposes, none for fonts of Unicode, and whether it shows capitals only.

    `family` is the same for all fonts of one maker, whose runs tell of each other.
    """

    family: int | None = None
    encodings: tuple[str, ...] = ()
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class _Family:
    number: int
    pattern: regex.Pattern[str]
    encodings: tuple[str, ...]


_NOTHING: Final = FontHint()


def font_hint(font: str | None) -> FontHint:
    """Read a font's name.

    >>> font_hint("ABCDEF+.VnTimeH").encodings, font_hint(".VnTimeH").capitals, font_hint("Times New Roman")
    (('tcvn3',), True, FontHint(family=None, encodings=(), capitals=False))
    """
    return _NOTHING if font is None else _read(font)


@lru_cache(_FONTS_KEPT)
def _read(font: str) -> FontHint:
    name = _SUBSET.sub("", font.strip()[:_LONGEST_NAME], 1)
    family = next((family for family in _families() if family.pattern.match(name)), None)
    if family is None:
        return _NOTHING
    return FontHint(family.number, family.encodings, _is_capitals(name))


@cache
def _families() -> tuple[_Family, ...]:
    rows = load("fonts")["families"]
    return tuple(
        _Family(number, regex.compile(row["pattern"], _FLAGS), tuple(row["hints"]))
        for number, row in enumerate(rows)
    )


def _is_capitals(name: str) -> bool:
    patterns = _capitals_patterns()
    bare = patterns["style"].sub("", name)
    return bool(patterns["pattern"].search(bare)) and not patterns["not_pattern"].search(bare)


@cache
def _capitals_patterns() -> Mapping[str, regex.Pattern[str]]:
    rows = load("fonts")["capitals"]
    return {name: regex.compile(rows[name], _FLAGS) for name in ("pattern", "not_pattern", "style")}
