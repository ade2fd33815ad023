"""Where the text of pages and columns begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from extractor.reading.page.lines import Line
from extractor.reading.page.paragraphs import Margins

_NEAR = 2.0  # points: ends this near are one margin
_ENOUGH_LINES = 8
_SETTLED = 12
_LONG = 0.6
_ONE_MIDDLE = 6.0
_USUAL_LEADING = 1.2


def text_extent(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Give left and right margin of a page's text, None when it has too few long lines to tell.

    The margins are the outermost places at which several long lines begin or end.
    """
    if len(lines) < _ENOUGH_LINES:
        return None
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    long = [line for line in lines if line.x1 - line.x0 > _LONG * width]
    if len(long) < _ENOUGH_LINES:
        return None
    left = _supported(sorted(line.x0 for line in long), len(long))
    right = -_supported(sorted(-line.x1 for line in long), len(long))
    return left, right


def _supported(places: list[float], count: int) -> float:
    """Give the first of the sorted places that enough others stand near."""
    least = max(2, count // 20)
    supported = (
        place for place, other in zip(places, places[least - 1 :], strict=False) if other - place <= _NEAR
    )
    return next(supported, places[0])


def main_margins(lines: Sequence[Line], extent: tuple[float, float] | None) -> Margins:
    """Give the margins of a page's own column; `extent` is what the page or its fellows tell."""
    left, right = extent or (min(line.x0 for line in lines), max(line.x1 for line in lines))
    return Margins(left, right, _leading(lines))


def side_margins(lines: Sequence[Line]) -> Margins:
    """Give the margins of one of several columns, which are known from its own lines alone."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    middle = median(middles)
    ragged = max(line.x0 for line in lines) - left > _ONE_MIDDLE
    around = all(abs(place - middle) < _ONE_MIDDLE for place in middles)
    return Margins(left, right, _leading(lines), centered=around and ragged, short=len(lines) < _SETTLED)


def _leading(lines: Sequence[Line]) -> float:
    """Give the usual distance of baselines."""
    steps = list(_steps(lines))
    return median(steps) if steps else _USUAL_LEADING * max(line.size for line in lines)


def _steps(lines: Sequence[Line]) -> Iterable[float]:
    for before, line in pairwise(lines):
        step = line.baseline - before.baseline
        if 0.8 * line.size < step < 2.2 * line.size:
            yield step
