"""The ruled lines of a scanned page: long straight runs of ink."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extractor.reading.page.geometry import Rule
from extractor.reading.scans.preparing import threshold
from extractor.reading.scans.tokens import Picture

Mask = NDArray[np.bool_]

_LONG: Final = 0.45  # inches: a run of ink as long as this is no letter
_TALL: Final = 0.25
_SOLID: Final = 0.92  # of a run that must be ink: scans break lines
_THICK: Final = 0.06  # inches: what is thicker is a bar or a picture
_GAP: Final = 0.06  # inches that a line may be broken for
_POINTS: Final = 72
_MOST: Final = 2_000  # lines of one page: more are a pattern, not rules


@dataclass(frozen=True, slots=True)
class Ruling:
    """Rules in pixels, and the page with them taken out, so that they are not read as letters."""

    rules: tuple[Rule, ...]
    picture: Picture


def find_rules(picture: Picture, dpi: int) -> Ruling:
    """Find the rules of a page that stands straight."""
    pixels = np.asarray(picture, dtype=np.uint8)
    ink = pixels < threshold(pixels)
    across, kept_across = _lines(ink, round(_LONG * dpi), dpi)
    down, kept_down = _lines(ink.T, round(_TALL * dpi), dpi)
    if len(across) + len(down) > _MOST:
        return Ruling((), picture)
    rules = [Rule(True, at, low, high) for at, low, high in across]
    rules += [Rule(False, at, low, high) for at, low, high in down]
    if not rules:
        return Ruling((), picture)
    lines = _grown(kept_across) | _grown(kept_down.T)
    return Ruling(tuple(rules), Image.fromarray(np.where(lines, np.uint8(255), pixels)))


def in_points(rules: Iterable[Rule], dpi: float) -> list[Rule]:
    """Rules given in pixels, in points."""
    scale = _POINTS / dpi
    return [Rule(r.horizontal, r.at * scale, r.low * scale, r.high * scale) for r in rules]


def _lines(ink: Mask, length: int, dpi: int) -> tuple[list[tuple[float, float, float]], Mask]:
    """Give the lines that run along the rows, each with its place and both ends, and the ink that they are."""
    runs = _long_runs(ink, length)
    thick = max(2, round(_THICK * dpi))
    runs &= ~_long_runs(ink.T, thick).T
    found: list[list[int]] = []  # first row, last row, start, end
    open_lines: list[list[int]] = []
    for row in np.flatnonzero(runs.any(axis=1)):
        spans = _spans(runs[row], round(_GAP * dpi))
        going_on = [line for line in open_lines if row - line[1] <= 2]
        for start, end in spans:
            line = next((line for line in going_on if start <= line[3] and end >= line[2]), None)
            if line is None:
                line = [int(row), int(row), start, end]
                found.append(line)
                going_on.append(line)
            line[1], line[2], line[3] = int(row), min(line[2], start), max(line[3], end)
        open_lines = going_on
    lines = [line for line in found if line[1] - line[0] < 2 * thick and line[3] - line[2] >= length]
    kept = np.zeros_like(runs)
    for first, last, start, end in lines:
        ends = slice(max(0, start - thick), end + thick + 1)  # where it meets another, the other is as thick
        kept[first : last + 1, ends] = ink[first : last + 1, ends]
    return [((first + last) / 2, float(start), float(end)) for first, last, start, end in lines], kept


def _long_runs(ink: Mask, length: int) -> Mask:
    """The places of each row that lie in a stretch `length` long which is nearly all ink."""
    if ink.shape[1] <= length:
        return np.zeros_like(ink)
    sums = np.cumsum(np.pad(ink, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    dense = sums[:, length:] - sums[:, :-length] >= _SOLID * length
    starts = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int32)
    starts[:, : dense.shape[1]] += dense
    starts[:, length : length + dense.shape[1]] -= dense
    covered: Mask = np.cumsum(starts, axis=1)[:, :-1] > 0
    return covered & ink


def _spans(row: NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """First and last place of each stretch of a row, over gaps that are short."""
    places = np.flatnonzero(row)
    cuts = np.flatnonzero(np.diff(places) > gap)
    firsts = np.concatenate(([0], cuts + 1))
    lasts = np.concatenate((cuts, [len(places) - 1]))
    return [(int(places[a]), int(places[b])) for a, b in zip(firsts, lasts, strict=True)]


def _grown(mask: Mask) -> Mask:
    """A mask with one more pixel on every side: the grey edge of a line goes with it."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= grown[:, :-1].copy()
    grown[:, :-1] |= grown[:, 1:].copy()
    return grown
