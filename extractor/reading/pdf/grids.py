"""Ruled lines become grids: rows, columns and cells, merged where no line parts them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.elements import Box
from extractor.reading.pdf.geometry import Rule

MAX_CROSSINGS = 200_000
"""Horizontals × verticals of one page beyond which it is a drawing; a page of small cells has some 2,000."""
MAX_SIDE = 250

_SNAP = 2.5  # points: rules this near are one, as the two edges of a thick line are
_TOUCH = 3.0
_OPEN = 8.0  # a horizontal that runs this far past the outer verticals leaves the table's side open
_COVER = 0.25
_RULED = 0.7

Walls = list[list[bool]]
"""For each edge of a grid, step by step along it, whether a rule runs there."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with the rows and columns it covers."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled frame: the x of its columns' edges, the y of its rows' edges, and its cells in row order.

    `closed_top` and `closed_bottom` tell whether a line ends it there; a page break may leave it open.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    closed_top: bool = True
    closed_bottom: bool = True

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def area(self) -> float:
        """Its area in square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def slot(self, x: float, y: float) -> tuple[int, int] | None:
        """Give the row and column of the base cell that a point lies in."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        inside = 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1
        return (row, column) if inside else None


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Find the frames that horizontal and vertical rules make, the smallest first."""
    across = _merged(rule for rule in rules if rule.horizontal)
    down = _merged(rule for rule in rules if not rule.horizontal)
    if len(across) < 2 or not down or len(across) * len(down) > MAX_CROSSINGS:
        return []
    grids = [_grid(*group) for group in _touching(across, down)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.area)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join the rules of one direction that lie on one line and meet."""
    merged: list[Rule] = []
    for line in _clusters(sorted(rules, key=lambda rule: rule.at)):
        place = sum(rule.at for rule in line) / len(line)
        line.sort(key=lambda rule: rule.low)
        low, high = line[0].low, line[0].high
        for rule in line[1:]:
            if rule.low <= high + _TOUCH:
                high = max(high, rule.high)
            else:
                merged.append(Rule(rule.horizontal, place, low, high))
                low, high = rule.low, rule.high
        merged.append(Rule(line[0].horizontal, place, low, high))
    return merged


def _clusters(rules: list[Rule]) -> list[list[Rule]]:
    clusters: list[list[Rule]] = []
    for rule in rules:
        if clusters and rule.at - clusters[-1][0].at <= _SNAP:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    return clusters


def _touching(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Group rules that touch or cross each other, directly or through others."""
    groups = list(range(len(down)))

    def root(index: int) -> int:
        while groups[index] != index:
            groups[index] = groups[groups[index]]
            index = groups[index]
        return index

    met: list[int | None] = []
    for rule in across:
        touched = [index for index, other in enumerate(down) if _meet(rule, other)]
        for index in touched[1:]:
            groups[root(index)] = root(touched[0])
        met.append(touched[0] if touched else None)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate(down):
        found.setdefault(root(index), ([], []))[1].append(rule)
    for rule, index_or_none in zip(across, met, strict=True):
        if index_or_none is not None:
            found[root(index_or_none)][0].append(rule)
    return list(found.values())


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.low - _TOUCH <= down.at <= across.high + _TOUCH
        and down.low - _TOUCH <= across.at <= down.high + _TOUCH
    )


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    if len(across) < 2:
        return None
    xs = _edges(down, min(rule.low for rule in across), max(rule.high for rule in across))
    ys = _edges(across, min(rule.low for rule in down), max(rule.high for rule in down))
    if not (2 <= len(xs) <= MAX_SIDE and 2 <= len(ys) <= MAX_SIDE):
        return None
    tops = [rule.at for rule in across]
    right, below = _walls(down, xs, ys), _walls(across, ys, xs)
    cells = _cells(right, below)
    if _ruled_share(cells, right, below) < _RULED:
        return None
    return Grid(
        xs, ys, cells,
        closed_top=min(tops) - ys[0] <= _TOUCH, closed_bottom=ys[-1] - max(tops) <= _TOUCH,
    )  # fmt: skip


def _edges(rules: list[Rule], low: float, high: float) -> tuple[float, ...]:
    """Give the places of the rules, and the ends of those they meet where a side is left open."""
    places = sorted({rule.at for rule in rules})
    kept: list[float] = []
    for place in places:
        if not kept or place - kept[-1] > _SNAP:
            kept.append(place)
    if kept[0] - low > _OPEN:
        kept.insert(0, low)
    if high - kept[-1] > _OPEN:
        kept.append(high)
    return tuple(kept)


def _cells(right: Walls, below: Walls) -> tuple[GridCell, ...]:
    """Merge base cells that no rule parts."""
    rows, columns = len(below) - 1, len(right) - 1
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            end = column + 1
            while end < columns and not right[end][row] and (row, end) not in taken:
                end += 1
            bottom = row + 1
            while bottom < rows and not any(below[bottom][column:end]):
                bottom += 1
            taken.update((r, c) for r in range(row, bottom) for c in range(column, end))
            cells.append(GridCell(row, column, bottom - row, end - column))
    return tuple(cells)


def _ruled_share(cells: tuple[GridCell, ...], right: Walls, below: Walls) -> float:
    """Give the share of the cells' sides that are ruled; boxes joined by lines, as in a chart, have few."""
    ruled = 0
    for cell in cells:
        rows = range(cell.row, cell.row + cell.row_span)
        columns = slice(cell.column, cell.column + cell.column_span)
        ruled += all(below[cell.row][columns]) + all(below[cell.row + cell.row_span][columns])
        ruled += all(right[cell.column][row] for row in rows)
        ruled += all(right[cell.column + cell.column_span][row] for row in rows)
    return ruled / (4 * len(cells))


def _walls(rules: list[Rule], edges: tuple[float, ...], steps: tuple[float, ...]) -> Walls:
    """Tell for each edge, step by step, whether a rule runs along the middle of that step."""
    walls = []
    for edge in edges:
        near = [rule for rule in rules if abs(rule.at - edge) <= _SNAP]
        walls.append([_covers(near, low, high) for low, high in pairwise(steps)])
    return walls


def _covers(rules: list[Rule], low: float, high: float) -> bool:
    margin = _COVER * (high - low)
    return any(rule.low <= low + margin and rule.high >= high - margin for rule in rules)
