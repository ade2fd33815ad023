"""Type sizes of a scanned page: engines' own waver from line to line, and now and then take one line for large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import Final

from extractor.reading.scans.tokens import Token

_ONE_SIZE: Final = 0.13  # of the usual type size: lines this near it are set in it
_MANY_LETTERS: Final = 60  # of one size; fewer are of the size that is nearest
_LONG_LINE, _SHORT_LINE = 20, 5  # letters: the widths of many even out, those of fewer tell nothing
_SAME_WIDTH, _ABOUT_SAME_WIDTH = 0.1, 0.18  # of the usual width of a letter, in long lines and in short ones
_SMALL_LETTERS: Final = 0.75  # of a line's letters: capitals are wider, and tell nothing


def settled_sizes(tokens: Sequence[Token]) -> list[float]:
    """Give each token the type size that it is most likely set in, in pixels.

    A line whose letters are as wide as those of most lines is of their size, whatever height it was given: of
    "hỗ trợ 52.318 lượt" with its tall marks the engine sees 16 points where 12 are set.
    """
    usual = _usual(tokens)
    near = [token for token in tokens if abs(token.size - usual) <= _ONE_SIZE * usual]
    width = letter_width(near)
    sizes: list[float] = []
    for line in _lines(tokens):
        as_wide = width is not None and _is_as_wide(line, width)
        sizes.extend(usual if as_wide else token.size for token in line)
    return _common(tokens, sizes, usual)


def letter_width(tokens: Sequence[Token]) -> float | None:
    """The width of a letter of the usual type in pixels, spaces left out; None where no line is long enough."""
    widths = [width for line in _lines(tokens) if (width := _width(line, _LONG_LINE)) is not None]
    return median(widths) if widths else None


def _lines(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens of each line; engines give all words of a line one size."""
    return (list(line) for _, line in groupby(tokens, key=lambda token: (token.size, token.raised)))


def _is_as_wide(line: Sequence[Token], usual: float) -> bool:
    """Whether a line's letters are as wide as usual: "như sau:" alone has no tall letter to tell its size by."""
    long, short = _width(line, _LONG_LINE), _width(line, _SHORT_LINE)
    if long is not None:
        return abs(long - usual) <= _SAME_WIDTH * usual
    return short is not None and abs(short - usual) <= _ABOUT_SAME_WIDTH * usual


def _usual(tokens: Iterable[Token]) -> float:
    letters: Counter[int] = Counter()
    for token in tokens:
        letters[round(token.size)] += len(token.text)
    return float(letters.most_common(1)[0][0]) if letters else 0.0


def _width(line: Sequence[Token], least: int) -> float | None:
    """The mean width of a line's letters, None where it has fewer than `least` or is in capitals."""
    text = "".join(token.text for token in line)
    capitals = sum(letter.isupper() for letter in text)
    if line[0].raised or len(text) < least or capitals > (1 - _SMALL_LETTERS) * len(text):
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
