"""Footnote marks that were typed as raised figures instead of being set by the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from extractor.elements import Marker

# "(1)", "1)", "[2]", "3", "*"
_MARK = regex.compile(r"[(\[]?(?P<label>\d{1,3}|\*{1,3})[)\]]?")

# m², km³, 10⁶, x²: a raised bare figure after a unit, a power of ten or a single letter is an exponent.
_BEFORE_EXPONENT = regex.compile(r"(?<![^\W_])(?:\d*(?:[kcdmhµ]m|\p{L})|10)$")
_SEEN_BEFORE: Final = 20
_CLOSING: Final = {"(": ")", "[": "]"}


def extend(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a stretch of raised text, in one with the last where it goes on from it."""
    if stretches and stretches[-1][1] == start:
        start = stretches.pop()[0]
    stretches.append((start, end))


def typed_marks(text: str, raised: Sequence[tuple[int, int]], known: Sequence[Marker]) -> list[Marker]:
    """Return the raised stretches of a text that are footnote marks and touch none that is known."""
    marks = []
    for start, end in raised:
        piece = text[start:end]
        label = typed_label(piece.strip(), text[max(0, start - _SEEN_BEFORE) : start])
        if label and not any(start < mark.end and mark.start < end for mark in known):
            start += len(piece) - len(piece.lstrip())
            marks.append(Marker(start, start + len(piece.strip()), label))
    return marks


def with_brackets(text: str, mark: Marker) -> Marker:
    """Return a mark together with the brackets that were typed around it.

    >>> with_brackets("đề ra(1).", Marker(6, 7, "1"))
    Marker(start=5, end=8, label='1')
    """
    closing = _CLOSING.get(text[mark.start - 1 : mark.start])
    bracketed = closing is not None and text[mark.end : mark.end + 1] == closing
    return Marker(mark.start - bracketed, mark.end + bracketed, mark.label)


def typed_label(mark: str, before: str) -> str | None:
    """Return the bare label of a raised piece of text, None where it is no footnote mark.

    >>> typed_label("(1)", "đề ra"), typed_label("3", "năm 2019"), typed_label("2", "120 km")
    ('1', '3', None)
    """
    match = _MARK.fullmatch(mark)
    if not match or (
        match[0] == match["label"] and match["label"].isdigit() and _BEFORE_EXPONENT.search(before)
    ):
        return None
    return match["label"]
