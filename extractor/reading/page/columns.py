"""The reading order of a page: bands from the top down, and the columns of a band from left to right.

A band of columns is a run of rows that leave one strip free: the two heads of a report, "Nơi nhận" beside
the signature, a text set in two columns. A wide gap in a single line, or a list of labels and figures without
rules, is read along the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractor.reading.page.lines import Line, merge
from extractor.reading.page.tables import PageTable

Item = Line | PageTable

_NARROWEST = 3.0  # points: the least free strip between two columns, past the longest lines of both
_ENOUGH = ((1, 3.0), (2, 1.6), (4, 0.0))  # rows on both sides, and the gap in type sizes that so few need
_CLOSE_SET = 1.5  # points that the lines of a closely set text may overlap
_DEPTH = 3
_ATTACH_GAP = 2.6  # of the type size, baseline to baseline: an empty line may stand between
_ALIGNED = 8.0
_LABEL = re.compile(r"[^:]{1,24}:|(?:\w{2,7}\s)?(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.):]?")
_FIGURE = re.compile(r"[-–+]?\(?\d[\d.,%/\s–-]*\)?(?:\s?\S{1,12}){0,2}")


@dataclass(frozen=True, slots=True)
class Column:
    """Items that are read one after the other; `side` tells one column of several, which are set apart."""

    items: tuple[Item, ...]
    side: bool = False


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows `first:last + 1` that leave the strip from `low` to `high` free."""

    first: int
    last: int
    low: float
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def reading_order(items: Sequence[Item], center: float, *, depth: int = _DEPTH) -> list[Column]:
    """Give the columns of a page in reading order; `center` is the middle of its text.

    A column is read in the same way, at most `depth` times over.
    """
    rows = _rows(items)
    columns: list[Column] = []
    plain: list[Item] = []
    index = done = 0
    while index < len(rows):
        band = _band(rows, index, done, center) if depth else None
        if band is None:
            index += 1
            continue
        plain.extend(item for row in rows[done : band.first] for item in _along(row))
        part = rows[band.first : band.last + 1]
        if _is_labelled(part, band):
            plain.extend(item for group in _labelled_groups(part, band) for item in _across(group))
        elif _is_tabular(part, band):
            plain.extend(item for row in part for item in _across(row))
        else:
            columns.extend([Column(tuple(plain))] if plain else [])
            columns.extend(_sides(part, band, depth))
            plain = []
        index = done = band.last + 1
    plain.extend(item for row in rows[done:] for item in _along(row))
    return [*columns, Column(tuple(plain))] if plain else columns


def _rows(items: Sequence[Item]) -> list[list[Item]]:
    """Group the items that overlap in height, directly or through others."""
    rows: list[list[Item]] = []
    floor = float("-inf")
    for item in sorted(items, key=lambda item: item.top):
        if item.top >= floor - _CLOSE_SET:
            rows.append([])
        rows[-1].append(item)
        floor = max(floor, item.bottom)
    return rows


def _along(row: list[Item]) -> list[Item]:
    """Read a row along its lines: what shares a baseline is one line."""
    lines: list[list[Line]] = []
    others: list[Item] = [item for item in row if not isinstance(item, Line)]
    for line in sorted((item for item in row if isinstance(item, Line)), key=lambda line: line.baseline):
        if lines and line.baseline - lines[-1][0].baseline < 0.3 * line.size:
            lines[-1].append(line)
        else:
            lines.append([line])
    merged = [merge(sorted(part, key=lambda line: line.x0)) if len(part) > 1 else part[0] for part in lines]
    return sorted([*others, *merged], key=lambda item: item.top)


def _band(rows: list[list[Item]], index: int, done: int, center: float) -> _Band | None:
    """Find the columns that the row at `index` opens, with single lines of theirs above it."""
    found = [_extended(rows, index, low, high) for low, high in _gaps(rows[index])]
    best = max(found, key=lambda band: (_pairs(rows, band), band.high - band.low), default=None)
    if best is None:
        return None
    size = max((item.size for item in rows[index] if isinstance(item, Line)), default=0.0)
    pairs = _pairs(rows, best)
    if pairs == 1 and len(rows[index]) > 2:
        return None  # one line stretched to the margin, its words far apart
    width = _usual_gap(rows, best)
    if not any(pairs >= count and width >= gap * size for count, gap in _ENOUGH):
        return None
    first, last = best.first, best.last
    while first > done and _belongs(rows[first - 1], rows[first : last + 1], best, center):
        first -= 1
    while last + 1 < len(rows) and _belongs(rows[last + 1], rows[first : last + 1], best, center):
        last += 1
    return _Band(first, last, best.low, best.high)


def _gaps(row: list[Item]) -> list[tuple[float, float]]:
    """Give the free strips between the items of a row."""
    gaps = []
    edge = None
    for item in sorted(row, key=lambda item: item.x0):
        if edge is not None and item.x0 - edge >= _NARROWEST:
            gaps.append((edge, item.x0))
        edge = item.x1 if edge is None else max(edge, item.x1)
    return gaps


def _extended(rows: list[list[Item]], index: int, low: float, high: float) -> _Band:
    """Take in the rows below that keep the strip free, up to the last with something on both sides."""
    band = _Band(index, index, low, high)
    for at in range(index + 1, len(rows)):
        middle = (low + high) / 2
        low = max([low, *(item.x1 for item in rows[at] if _center(item) < middle)])
        high = min([high, *(item.x0 for item in rows[at] if _center(item) >= middle)])
        if high - low < _NARROWEST:
            break
        if _on_both_sides(rows[at], (low + high) / 2):
            band = _Band(index, at, low, high)
    return band


def _center(item: Item) -> float:
    return (item.x0 + item.x1) / 2


def _on_both_sides(row: list[Item], middle: float) -> int:
    """Count the lines of a row that have one beside them."""
    left = {round(item.bottom / 3) for item in row if _center(item) < middle}
    right = {round(item.bottom / 3) for item in row if _center(item) >= middle}
    return min(len(left), len(right))


def _pairs(rows: list[list[Item]], band: _Band) -> int:
    return sum(_on_both_sides(row, band.middle) for row in rows[band.first : band.last + 1])


def _usual_gap(rows: list[list[Item]], band: _Band) -> float:
    """Give the usual gap between what a row has left and right of the strip."""
    gaps = []
    for row in rows[band.first : band.last + 1]:
        left = [item.x1 for item in row if _center(item) < band.middle]
        right = [item.x0 for item in row if _center(item) >= band.middle]
        gaps.extend([min(right) - max(left)] if left and right else [])
    return median(gaps) if gaps else 0.0


def _belongs(row: list[Item], band_rows: list[list[Item]], band: _Band, center: float) -> bool:
    """Tell whether a row next to a band goes on with one of its columns."""
    middle = band.middle
    if len(row) != 1 or not isinstance(row[0], Line) or row[0].x0 < middle < row[0].x1:
        return False
    line = row[0]
    if abs(_center(line) - center) < _ALIGNED / 2:
        return False
    same_side = [
        item
        for other in band_rows
        for item in other
        if isinstance(item, Line) and (_center(item) < middle) == (_center(line) < middle)
    ]
    near = min(same_side, key=lambda item: abs(item.baseline - line.baseline), default=None)
    if near is None or abs(near.baseline - line.baseline) > _ATTACH_GAP * max(near.size, line.size):
        return False
    return abs(near.x0 - line.x0) < _ALIGNED or abs(_center(near) - _center(line)) < _ALIGNED


def _is_tabular(rows: list[list[Item]], band: _Band) -> bool:
    """Tell a table without rules, or a list of labels and figures, from two columns of text."""
    beside = [row for row in rows if _on_both_sides(row, band.middle)]
    if len(beside) >= 3 and sum(len(_gaps(row)) >= 2 for row in beside) > len(beside) / 2:
        return True
    right = [item for row in beside for item in row if isinstance(item, Line) and _center(item) > band.middle]
    figures = sum(_FIGURE.fullmatch(line.text) is not None for line in right)
    return len(right) >= 2 and figures > 0.6 * len(right)


def _is_labelled(rows: list[list[Item]], band: _Band) -> bool:
    """Tell labels with their text set off beside them ("Chương II:   Mục tiêu …") from columns."""
    left = [item for row in rows for item in row if isinstance(item, Line) and _center(item) < band.middle]
    labels = sum(_LABEL.fullmatch(line.text) is not None for line in left)
    return len(left) >= 2 and labels > 0.7 * len(left)


def _labelled_groups(rows: list[list[Item]], band: _Band) -> list[list[Item]]:
    """Group rows so that each begins with a label and holds the text beside and below it."""
    groups: list[list[Item]] = []
    for row in rows:
        if not groups or any(_center(item) < band.middle for item in row):
            groups.append([])
        groups[-1].extend(row)
    return groups


def _across(row: list[Item]) -> list[Item]:
    """Read the row of a table without rules: each of its columns down, then the next."""
    cells: list[list[Line]] = []
    edge = float("-inf")
    for line in sorted((item for item in row if isinstance(item, Line)), key=lambda line: line.x0):
        if line.x0 >= edge:
            cells.append([])
        cells[-1].append(line)
        edge = max(edge, line.x1)
    joined = [merge(sorted(cell, key=lambda line: line.baseline)) for cell in cells]
    others = [item for item in row if not isinstance(item, Line)]
    return [*others, *([merge(joined, alone=True)] if joined else [])]


def _sides(rows: list[list[Item]], band: _Band, depth: int) -> list[Column]:
    """Read what stands left of the strip, then what stands right of it."""
    columns: list[Column] = []
    for left in (True, False):
        items = [item for row in rows for item in row if (_center(item) < band.middle) == left]
        middle = (min(item.x0 for item in items) + max(item.x1 for item in items)) / 2
        inner = reading_order(items, middle, depth=depth - 1)
        columns.extend(Column(column.items, side=True) for column in inner)
    return columns
