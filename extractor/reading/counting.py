"""Numbers in the forms that lists and notes are counted in: 1, 01, IV, iv, D, d."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase
from typing import Final

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ROMAN_END: Final = 4000
_MOST_REPEATED: Final = 30
_CHICAGO: Final = "*†‡§"


def format_number(number: int, style: str) -> str:
    """Write a number as w:numFmt says; a format that Vietnamese documents do not use is written in digits.

    >>> [format_number(4, each) for each in ("decimal", "upperRoman", "lowerLetter", "decimalZero", "none")]
    ['4', 'IV', 'd', '04', '']
    >>> format_number(28, "upperLetter")
    'BB'
    """
    return _FORMATS.get(style, str)(number)


def _roman(number: int) -> str:
    if number >= _ROMAN_END:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _letters(number: int) -> str:
    """Count a … z, aa, bb … up to thirty letters, as Word does."""
    return _repeated(ascii_lowercase, number)


def _repeated(signs: str, number: int) -> str:
    """Take each sign once, then each twice, and so on."""
    rounds, place = divmod(number - 1, len(signs))
    return signs[place] * (rounds % _MOST_REPEATED + 1) if number > 0 else ""


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "chicago": lambda number: _repeated(_CHICAGO, number),
    "none": lambda number: "",
}
