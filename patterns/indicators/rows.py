"""The rows of a table: their labels, with the row above where one alone says nothing, their parents and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.column_uses import Use
from patterns.indicators.columns import Column
from patterns.indicators.grids import Grid, head_words
from patterns.indicators.head_periods import dated
from patterns.indicators.head_units import enclosed_unit
from patterns.indicators.measures import is_measure
from patterns.indicators.places import place_of
from patterns.indicators.vocabulary import alternation, words
from patterns.indicators.year_parts import NO_DAYS, Days, whole_year
from patterns.mentions import Date


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the body with a label of its own or its neighbour's.

    Attributes:
        depth: 1 for capitals, 2 for Roman numbers, 3 for numbers (a dot more, a level more), 6 for letters, 7 for
            "-", 8 for "+", None without a mark.
        unit: what its unit cell says, ditto marks read, else the parentheses of its label.
        days: the period that it is of, where a column names it.
        parent: number of the row that it hangs under; part: number of the row that it is part of.
    """

    number: int
    label: str
    depth: int | None
    valued: bool
    unit: str | None = None
    place: str | None = None
    parent: int | None = None
    part: int | None = None
    is_total: bool = False
    days: Days = NO_DAYS


_MARK = compile_pattern(
    r"""\s*(?:(?P<capital>[A-HĐ])[.)\-:/](?=\s|\p{L})|(?P<roman>[IVXLC]{1,5})[.)\-:/](?=\s|\p{L})
    |(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)\-:/]?(?:\s|(?=\p{L}))
    |(?P<letter>[a-zđ])[.)](?=\s|\p{L})|(?P<dash>[-–—•])\s*|(?P<plus>[+*])\s*)""",
    regex.VERBOSE,
)
_YEAR = compile_pattern(r"(?:19|20)\d\d")
_CAPITAL, _ROMAN, _NUMBER, _LETTER, _DASH, _PLUS = 1, 2, 3, 6, 7, 8  # depths
_DITTO = ('"', "''", "”", "“", "nt")


def read_rows(grid: Grid, columns: Sequence[Column], dates: Sequence[Date]) -> tuple[Row, ...]:
    """The rows of the body that have a label or a period, in order."""
    rows: list[Row] = []
    reader = _Hierarchy()
    unit: str | None = None
    for number in grid.body:
        said, depth = _label(grid, columns, number)
        valued = any(grid.number(number, c.number) for c in columns if c.use is Use.VALUE)
        if not said and valued and rows:
            said, depth = rows[-1].label, rows[-1].depth
        said_unit = next((grid.at(number, c.number) for c in columns if c.use is Use.UNIT), "")
        unit = said_unit if said_unit and said_unit not in _DITTO else unit
        days = next((_period(grid, number, c.number, dates) for c in columns if c.use is Use.PERIOD), NO_DAYS)
        opened, said = _breakdown(said)
        if opened and not said:
            reader.open_breakdown(rows)
        if said or days != NO_DAYS:
            row = Row(
                number,
                said,
                depth,
                valued,
                unit if said_unit else enclosed_unit(said),
                place=place_of(said),
                is_total=_is_total(said),
                days=days,
            )
            rows.append(reader.placed(row, rows, opened=opened) if said else row)
    return tuple(rows)


def _period(grid: Grid, row: int, column: int, dates: Sequence[Date]) -> Days:
    """The period that a cell of a period column names: a date, or a year alone."""
    cell, said = grid.cells.get((row, column)), grid.at(row, column)
    days = dated(grid.text, (cell.start, cell.end), dates) if cell else NO_DAYS
    if days == NO_DAYS and _YEAR.fullmatch(said):
        return whole_year(said)
    return days


def _label(grid: Grid, columns: Sequence[Column], number: int) -> tuple[str, int | None]:
    """A row's label without its mark, and the depth that the mark shows."""
    said = next((grid.at(number, c.number) for c in columns if c.use is Use.LABEL), "")
    depth: int | None = None
    index = next((grid.at(number, c.number) for c in columns if c.use is Use.INDEX), "")
    if index:
        depth = _depth(_MARK.match(f"{index.rstrip('.)')}. "))
    for _ in range(2):
        mark = _MARK.match(said)
        if mark is None:
            break
        depth, said = _depth(mark) or depth, said[mark.end() :]
    return " ".join(said.split()).rstrip(":").strip(), depth


def _depth(mark: regex.Match[str] | None) -> int | None:
    if mark is None:
        return None
    if mark["number"]:
        return min(_NUMBER + mark["number"].count("."), _LETTER - 1)
    depths = {"capital": _CAPITAL, "roman": _ROMAN, "letter": _LETTER, "dash": _DASH, "plus": _PLUS}
    return depths[mark.lastgroup or "plus"]


@cache
def _opening() -> regex.Pattern[str]:
    return compile_pattern(rf"{alternation(head_words('breakdowns'))}(?!\p{{L}})[\ :]*")


def _breakdown(said: str) -> tuple[bool, str]:
    """Whether a row opens a breakdown ("Trong đó: …"), and the rest of its label."""
    match = _opening().match(fold(said))
    if match is None:
        return False, said
    rest = said[match.end() :].lstrip(" -+:")
    return True, rest


def _is_total(said: str) -> bool:
    return fold(said).rstrip(" :") in head_words("totals")


class _Hierarchy:
    """Which row the next ones hang under, read from top to bottom."""

    def __init__(self) -> None:
        self._heading: Row | None = None  # the last row without figures
        self._whole: Row | None = None  # the row that a "Trong đó:" breaks down
        self._last: Row | None = None  # the last row with figures, and for each depth the last of it
        self._by_depth: dict[int, Row] = {}

    def open_breakdown(self, rows: Sequence[Row]) -> None:
        """A line of "Trong đó:" alone: the rows that follow break down the last one with figures."""
        self._whole = next((row for row in reversed(rows) if row.valued), None)

    def placed(self, row: Row, rows: Sequence[Row], *, opened: bool) -> Row:
        """The row with its parent's label before its own where it says nothing alone."""
        if not row.valued:
            self._heading, self._whole = row, None
            return row
        if opened:
            last = self._last
            self._whole = last if last and not _is_relative(last.label) else self._whole
        elif self._whole and _is_shallower(row, self._whole):
            self._whole = None
        parent, part = self._parent(row, rows)
        named = parent is not None and _needs(row.label, parent.label)
        label = f"{parent.label}: {_lowered(row.label)}" if named and parent else row.label
        self._close(row)
        self._last = replace(
            row, label=label, parent=parent.number if parent else None, part=part.number if part else None
        )
        if row.depth is not None:
            self._by_depth[row.depth] = self._last
        return self._last

    def _parent(self, row: Row, rows: Sequence[Row]) -> tuple[Row | None, Row | None]:
        """The row whose label goes before this one's, and the row that this one is part of."""
        if _is_relative(row.label):
            above = next((r for r in reversed(rows) if not _is_relative(r.label.split(": ")[-1])), None)
            restates = above is not None and above.valued and _says_share(row.label)
            return above, above if restates else None
        if self._whole is not None:
            return self._whole, self._whole
        outer = (r for depth, r in self._by_depth.items() if row.depth and depth < row.depth)
        above = max(outer, key=lambda r: r.number, default=None)
        nearer = self._heading is None or (above is not None and above.number > self._heading.number)
        if above and nearer and row.depth and above.unit == row.unit:
            if row.depth >= _DASH:
                return above, above
            if above.depth in (_CAPITAL, _ROMAN):
                return None, above
        if self._heading and not _is_shallower(row, self._heading):
            return (self._heading if is_measure(self._heading.label) else None), None
        return None, None

    def _close(self, row: Row) -> None:
        if self._heading and row.depth and self._heading.depth and row.depth <= self._heading.depth:
            self._heading = None


def _is_shallower(row: Row, above: Row) -> bool:
    return row.depth is not None and above.depth is not None and row.depth <= above.depth


@cache
def _relative() -> regex.Pattern[str]:
    loose = [w for w in words("tables", "relative_rows") if w.endswith(("với", " so", "% so"))]
    whole = [w for w in words("tables", "relative_rows") if w not in loose]
    return compile_pattern(rf"(?:{alternation(loose)}(?!\p{{L}}).*|{alternation(whole)})")


def _is_relative(label: str) -> bool:
    """Whether a label says nothing without the row it hangs under ("Năng suất", "Tỉ lệ so với GDP")."""
    return bool(_relative().fullmatch(fold(label)))


def _says_share(label: str) -> bool:
    return fold(label).startswith(("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "chiếm", "% so"))


def _needs(label: str, parent: str) -> bool:
    """Whether a label needs its parent's before it: one that names no measure of its own."""
    return _is_relative(label) or not is_measure(label)


def _lowered(label: str) -> str:
    first, _, _ = label.partition(" ")
    return label[0].lower() + label[1:] if first[1:].islower() or len(first) == 1 else label
