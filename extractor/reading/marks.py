"""Footnote marks that were typed as raised figures instead of being set by the program."""

from __future__ import annotations

import regex

# "(1)", "1)", "[2]", "3", "*"
_MARK = regex.compile(r"[(\[]?(?P<label>\d{1,3}|\*{1,3})[)\]]?")

# m², km³, 10⁶, x²: a raised bare figure after a unit, a power of ten or a single letter is an exponent.
_BEFORE_EXPONENT = regex.compile(r"(?<![^\W_])(?:\d*(?:[kcdmhµ]m|\p{L})|10)$")


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
