"""Type sizes of a scanned page: engines' own waver from line to line, and now and then take one line for large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median
from typing import Final

from extractor.reading.scans.tokens import Token

_ONE_SIZE: Final = 0.13  # of the usual type size: lines this near it are set in it
_MANY_LETTERS: Final = 60  # of one size; fewer are of the size that is nearest
_LONG_LINE: Final = 20  # letters, whose widths even out
_SAME_WIDTH: Final = 0.1  # of the usual width of a letter
_SMALL_LETTERS: Final = 0.75  # of a line's letters: capitals are wider, and tell nothing


def settled_sizes(tokens: Sequence[Token]) -> list[float]:
    """Give each token the type size that it is most likely set in, in pixels.

    A line whose letters are as wide as those of most lines is of their size, whatever height it was given: of
    "hỗ trợ 52.318 lượt" with its tall marks the engine sees 16 points where 12 are set.
    """
    usual = _usual(tokens)
    lines = [list(line) for _, line in groupby(tokens, key=lambda token: (token.size, token.raised))]
    widths = [(line[0].size, width) for line in lines if (width := _letter_width(line)) is not None]
    near = [width for size, width in widths if abs(size - usual) <= _ONE_SIZE * usual]
    usual_width = median(near) if near else None
    sizes: list[float] = []
    for line in lines:
        width = _letter_width(line)
        as_wide = (
            usual_width is not None
            and width is not None
            and abs(width - usual_width) <= _SAME_WIDTH * usual_width
        )
        sizes.extend(usual if as_wide else token.size for token in line)
    return _common(tokens, sizes, usual)


def letter_width(tokens: Sequence[Token]) -> float | None:
    """The width of a letter of the usual type in pixels, spaces left out; None where no line is long enough."""
    lines = (list(line) for _, line in groupby(tokens, key=lambda token: (token.size, token.raised)))
    widths = [width for line in lines if (width := _letter_width(line)) is not None]
    return median(widths) if widths else None


def _usual(tokens: Iterable[Token]) -> float:
    letters: Counter[int] = Counter()
    for token in tokens:
        letters[round(token.size)] += len(token.text)
    return float(letters.most_common(1)[0][0]) if letters else 0.0


def _letter_width(line: Sequence[Token]) -> float | None:
    """The mean width of a line's letters, None where it is short or in capitals."""
    text = "".join(token.text for token in line)
    capitals = sum(letter.isupper() for letter in text)
    if line[0].raised or len(text) < _LONG_LINE or capitals > (1 - _SMALL_LETTERS) * len(text):
        return None
    return sum(token.box[2] - token.box[0] for token in line) / len(text)


def _common(tokens: Sequence[Token], sizes: Sequence[float], usual: float) -> list[float]:
    """Bring sizes to the few that a page has, the nearest of those that many letters are set in."""
    letters: Counter[int] = Counter()
    for token, size in zip(tokens, sizes, strict=True):
        letters[round(size)] += len(token.text)
    common = [
        float(size)
        for size, count in letters.items()
        if count >= _MANY_LETTERS and abs(size - usual) > _ONE_SIZE * usual
    ]
    return [min([usual, *common], key=lambda other: abs(other - size)) for size in sizes]
