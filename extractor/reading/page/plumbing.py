"""pdfplumber's table finder, fed with the rules that the walk over PDFium's objects has found.

pdfplumber parses a page at a twentieth of PDFium's speed, but its table functions need only edges: they snap
and join them, find where they cross, and the cells and tables between the crossings. Its dictionaries do not
leave this module. Two things are added to its edges: the sides that a table leaves open, as some are drawn
without an outer line and a page break cuts others, and bounds on what is tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
    snap_edges,
)

from extractor.elements import Box
from extractor.reading.page.geometry import Rule

MAX_CROSSINGS = 200_000
"""Horizontals × verticals of one page beyond which it is a drawing; a page of small cells has some 2,000."""
MAX_TRIES = 20_000_000
"""Pairs of crossings of one table beyond which it is a drawing; they take some two seconds."""

_SNAP = 2.5  # points: rules this near are one, as the two edges of a thick line are
_TOUCH = 3.0
_OPEN = 8.0  # a rule that runs this far past the outermost it meets leaves the table's side open

Edge = dict[str, str | float]
"""What pdfplumber calls an edge: "orientation" ("h" or "v") and the box "x0", "top", "x1", "bottom"."""
Crossings = dict[tuple[float, float], dict[str, list[Edge]]]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """The boxes of a table's cells; `closed_top` and `closed_bottom` tell whether a line ends it there."""

    cells: tuple[Box, ...]
    closed_top: bool
    closed_bottom: bool


@dataclass(frozen=True, slots=True)
class _Extent:
    """How far edges run and where the outermost of each direction lie, in points."""

    left: float
    top: float
    right: float
    bottom: float
    first_down: float
    last_down: float
    first_across: float
    last_across: float


def find_ruled_tables(rules: Sequence[Rule]) -> list[RuledTable]:
    """Find the tables of at least two cells that rules enclose."""
    edges = _joined(rules)
    across = sum(edge["orientation"] == "h" for edge in edges)
    down = len(edges) - across
    if across < 2 or not down or across * down > MAX_CROSSINGS:
        return []
    return [table for group in _meeting(edges) for table in _tables(group)]


def _joined(rules: Iterable[Rule]) -> list[Edge]:
    """Snap and join rules; snapped places are rounded, as averages would differ in the last bit."""
    edges = [_edge(rule) for rule in rules]
    snapped = [_rounded(edge) for edge in snap_edges(edges, _SNAP, _SNAP)]
    joined: list[Edge] = merge_edges(snapped, 0, 0, _TOUCH, _TOUCH)
    return joined


def _edge(rule: Rule) -> Edge:
    across, at, low, high = rule
    if across:
        return {"orientation": "h", "x0": low, "x1": high, "top": at, "bottom": at, "height": 0.0}
    return {"orientation": "v", "x0": at, "x1": at, "top": low, "bottom": high, "height": high - low}


def _rounded(edge: Edge) -> Edge:
    return {key: value if isinstance(value, str) else round(value, 2) for key, value in edge.items()}


def _meeting(edges: list[Edge]) -> Iterator[list[Edge]]:
    """Yield the edges that meet each other, directly or through others."""
    met: dict[int, list[Edge]] = defaultdict(list)
    for crossing in _crossings(edges).values():
        for down in crossing["v"]:
            for across in crossing["h"]:
                met[id(down)].append(across)
                met[id(across)].append(down)
    seen: set[int] = set()
    for first in edges:
        if id(first) in seen or id(first) not in met:
            continue
        seen.add(id(first))
        group = [first]
        for edge in group:
            for other in met[id(edge)]:
                if id(other) not in seen:
                    seen.add(id(other))
                    group.append(other)
        yield group


def _crossings(edges: list[Edge]) -> Crossings:
    found: Crossings = edges_to_intersections(edges, _TOUCH, _TOUCH)
    return found


def _tables(edges: list[Edge]) -> Iterator[RuledTable]:
    extent = _extent(edges)
    open_top, open_bottom = extent.top < extent.first_across, extent.bottom > extent.last_across
    for cells in cells_to_tables(_cells(edges + _open_sides(extent), extent)):
        yield RuledTable(
            tuple(cells),
            closed_top=not (open_top and min(cell[1] for cell in cells) == extent.top),
            closed_bottom=not (open_bottom and max(cell[3] for cell in cells) == extent.bottom),
        )


def _extent(edges: list[Edge]) -> _Extent:
    """Measure edges; a rule that hardly runs past the outermost it meets ends there."""
    across = [_box(edge) for edge in edges if edge["orientation"] == "h"]
    down = [_box(edge) for edge in edges if edge["orientation"] == "v"]
    xs, ys = [box[0] for box in down], [box[1] for box in across]
    left, right = min(box[0] for box in across), max(box[2] for box in across)
    top, bottom = min(box[1] for box in down), max(box[3] for box in down)
    return _Extent(
        left if min(xs) - left > _OPEN else min(xs),
        top if min(ys) - top > _OPEN else min(ys),
        right if right - max(xs) > _OPEN else max(xs),
        bottom if bottom - max(ys) > _OPEN else max(ys),
        min(xs), max(xs), min(ys), max(ys),
    )  # fmt: skip


def _box(edge: Edge) -> Box:
    x0, top, x1, bottom = (float(edge[key]) for key in ("x0", "top", "x1", "bottom"))
    return x0, top, x1, bottom


def _open_sides(extent: _Extent) -> list[Edge]:
    """Give the sides that no rule draws."""
    sides = [
        (extent.left < extent.first_down, Rule(False, extent.left, extent.top, extent.bottom)),
        (extent.right > extent.last_down, Rule(False, extent.right, extent.top, extent.bottom)),
        (extent.top < extent.first_across, Rule(True, extent.top, extent.left, extent.right)),
        (extent.bottom > extent.last_across, Rule(True, extent.bottom, extent.left, extent.right)),
    ]
    return [_edge(rule) for is_open, rule in sides if is_open]


def _cells(edges: list[Edge], extent: _Extent) -> list[Box]:
    """Find the cells between one rule over the whole width and the next: pdfplumber tries all pairs."""
    whole = {
        edge["top"]
        for edge in edges
        if edge["orientation"] == "h" and _box(edge)[0] <= extent.left + _TOUCH
        and _box(edge)[2] >= extent.right - _TOUCH
    }  # fmt: skip
    rows: dict[float, Crossings] = defaultdict(dict)
    for place, crossing in _crossings(edges).items():
        rows[place[1]][place] = crossing
    bands: list[Crossings] = [{}]
    for y in sorted(rows):
        bands[-1].update(rows[y])
        if y in whole:
            bands.append(dict(rows[y]))
    if sum(len(band) ** 2 for band in bands) > MAX_TRIES:
        return []
    return [cell for band in bands for cell in intersections_to_cells(band)]
