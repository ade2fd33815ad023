"""Marks of notes that an engine read as the end of their word: "trị(1)," as "trịt),", or left out as if blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from extractor.encodings.syllables import common_syllables
from extractor.reading.scans.sizes import letter_width
from extractor.reading.scans.tokens import Token, is_plausible

_UNSURE: Final = 0.6  # of a word that holds a mark as well
_ROOM: Final = 0.5  # of the type size: a mark takes at least as much more than the letters
_LONGEST_JUNK: Final = 4
_MARK_WIDTH: Final = 0.6  # of a letter
_TAIL = re.compile(r"(?P<junk>[^\s.,;:]*?)(?P<point>[.,;:]*)")
_CORE = re.compile(r"[^\W\d_]+|\d[\d.,]*\d%?|\d%?")


class Swallowed(NamedTuple):
    """The word at `at` of a page that may hold a mark, and what it is without: "trị" and ","."""

    at: int
    core: str
    point: str


def find_swallowed(tokens: Sequence[Token], edge: float) -> list[Swallowed]:
    """Give the words above the notes, whose rule is at y `edge`, that may hold a mark, in reading order.

    They are unsure, and are wider than their letters or close a bracket that was not opened.
    """
    width = letter_width([token for token in tokens if token.box[3] < edge])
    if width is None:
        return []
    closing = _stray_brackets(tokens)
    found = [
        swallowed
        for index, token in enumerate(tokens)
        if not token.raised and token.box[3] < edge and token.confidence < _UNSURE
        if (swallowed := _swallowed(index, token, width, stray=index in closing)) is not None
    ]
    return sorted(found, key=lambda one: _place(tokens[one.at]))


def _swallowed(index: int, token: Token, width: float, *, stray: bool) -> Swallowed | None:
    core = _core(token.text)
    tail = _TAIL.fullmatch(token.text[len(core) :])
    if not core or core.isupper() or tail is None or len(tail["junk"]) > _LONGEST_JUNK:
        return None
    room = token.box[2] - token.box[0] - width * len(core + tail["point"])
    return Swallowed(index, core, tail["point"]) if stray or room > _ROOM * token.size else None


def _core(text: str) -> str:
    """The beginning of a word that can stand alone: a mark stands behind a whole word.

    >>> [_core(text) for text in ("trịt),", "nghèo,", "98,7%£,", "Œ)")]
    ['trị', 'nghèo', '98,7%', '']
    """
    found = _CORE.match(text)
    longest = found[0] if found else ""
    common = common_syllables()
    if longest.lower() not in common and longest[:-1].lower() in common:
        return longest[:-1]
    return next((longest[:end] for end in range(len(longest), 1, -1) if is_plausible(longest[:end])), "")


def _stray_brackets(tokens: Sequence[Token]) -> set[int]:
    """The tokens that close a bracket which none before them opened."""
    stray, depth = set(), 0
    for index, token in enumerate(tokens):
        depth += token.text.count("(") - token.text.count(")")
        if depth < 0:
            stray.add(index)
            depth = 0
    return stray


def part(token: Token, swallowed: Swallowed, label: str) -> list[Token]:
    """The word, its mark, and the point that followed; the mark's place is what the letters leave."""
    left, top, right, bottom = token.box
    letters = len(swallowed.core) / (len(swallowed.core) + len(label) * _MARK_WIDTH + len(swallowed.point))
    middle = left + (right - left) * letters
    word = token.changed(swallowed.core)._replace(box=(left, top, middle, bottom))
    mark = token._replace(text=label, box=(middle, top, right, (top + bottom) / 2), raised=True, glued=True)
    if not swallowed.point:
        return [word, mark]
    point = token._replace(
        text=swallowed.point, box=(right - 1, token.baseline - 1, right, bottom), glued=True
    )
    return [word, mark, point]


def _place(token: Token) -> tuple[int, float]:
    return round(token.baseline / token.size), token.box[0]
