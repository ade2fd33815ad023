"""Tables that a plain text draws with characters: bars between the cells, or aligned columns between rules.

Typewritten reports and files saved as text have them in two ways::

    +------+-------+        ---------------------
    | Xã   | Số hộ |        Xã             Số hộ
    +------+-------+        ---------------------
    | Tân  |   120 |        Tân              120
    +------+-------+        ---------------------

Only what is surely a table is taken for one: lines with the same number of bars, or columns under a head that
stands between two rules and that every line below keeps free of letters between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import regex

from extractor.elements import Element, Origin, Role, TableCell

_RULE = regex.compile(r"[+|]?[-=_][-=_+|\ ]{6,}")
_BARS = regex.compile(r"[^|]*+(?:\|[^|]*+){2,}")
_POINTS_PER_COLUMN: Final = 7.2
_LEAST_GAP: Final = 2  # blanks between two columns
_MOST_HEAD_LINES: Final = 6
_MOST_LINES: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text as it stands on the page, its white space before it included."""

    element: Element
    indent: int
    text: str
    is_rule: bool
    has_bars: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line, without the blanks around it."""

    line: _Line
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


def with_tables(elements: Iterable[Element]) -> Iterator[Element]:
    """Put the lines of drawn tables together; all other elements go through as they are."""
    lines = [_line(element) for element in elements]
    at = 0
    while at < len(lines):
        for read in (_barred, _aligned):
            found = read(lines, at) if lines[at].is_rule or lines[at].has_bars else None
            if found is not None:
                cells, end = found
                yield _table(cells, lines[at])
                at = end
                break
        else:
            yield lines[at].element
            at += 1


def _line(element: Element) -> _Line:
    indent = round((element.style.indent or 0.0) / _POINTS_PER_COLUMN)
    text = " " * indent + element.text
    is_rule = _RULE.fullmatch(text.strip()) is not None
    return _Line(element, indent, text, is_rule, has_bars=_BARS.fullmatch(text) is not None)


def _table(cells: Sequence[TableCell], first: _Line) -> Element:
    origin = first.element.origins[0]
    place = Origin(0, 0, page=origin.page, line=origin.line, offset=origin.offset)
    return Element(
        Role.TABLE,
        page=first.element.page,
        origins=(place,),
        cells=tuple(cells),
        continues=first.element.continues,
    )


def _run(lines: Sequence[_Line], at: int) -> Iterator[_Line]:
    """The lines from one on, up to a blank line."""
    for number, line in enumerate(lines[at : at + _MOST_LINES]):
        if number and line.element.continues is False:
            return
        yield line


# --- bars between the cells ---------------------------------------------------------------------------------


def _barred(lines: Sequence[_Line], at: int) -> tuple[list[TableCell], int] | None:
    taken: list[_Line] = []
    counts: list[int] = []
    for line in _run(lines, at):
        if not line.has_bars and not line.is_rule:
            break
        taken.append(line)
        if not line.is_rule:
            counts.append(line.text.strip().strip("|").count("|"))
            if counts[-1] != counts[0]:
                return None
    if len(counts) < 2:
        return None
    cells: list[TableCell] = []
    for row, group in enumerate(_rows(taken)):
        columns = zip(*(_between_bars(line) for line in group), strict=True)
        cells.extend(_cell(row, column, pieces) for column, pieces in enumerate(columns))
    return cells, at + len(taken)


def _rows(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines by row: those between two rules where rules part all rows, else each by itself."""
    groups: list[list[_Line]] = [[]]
    for line in lines:
        if line.is_rule:
            groups.append([])
        else:
            groups[-1].append(line)
    groups = [group for group in groups if group]
    if len(groups) >= 3:
        return groups
    return [[line] for group in groups for line in group]


def _between_bars(line: _Line) -> list[_Piece]:
    body = line.text.strip()
    begin = line.text.index(body)
    start = begin + body.startswith("|")
    end = begin + len(body) - (len(body) > 1 and body.endswith("|"))
    pieces, here = [], start
    for place in [*(m.start() for m in regex.finditer(r"\|", line.text, pos=start, endpos=end)), end]:
        pieces.append(_trimmed(line, here, place))
        here = place + 1
    return pieces


# --- columns between rules ----------------------------------------------------------------------------------


def _aligned(lines: Sequence[_Line], at: int) -> tuple[list[TableCell], int] | None:
    """A table of the shape rule, head, rule, rows and, where the text has one, a rule at the end."""
    if not lines[at].is_rule:
        return None
    run = list(_run(lines, at))
    rules = [number for number, line in enumerate(run) if line.is_rule]
    if len(rules) < 2 or not 1 < rules[1] <= _MOST_HEAD_LINES + 1:
        return None
    end = rules[2] if len(rules) > 2 else len(run)
    head, body = run[1 : rules[1]], run[rules[1] + 1 : end]
    columns = _columns(body)
    if len(columns) < 2 or not any(regex.search(r"\d", line.text) for line in body):
        return None
    cells: list[TableCell] = []
    for row, line in enumerate(head):
        cells.extend(_head_cells(row, line, columns))
    for row, line in enumerate(body, len(head)):
        cells.extend(
            _cell(row, column, [_trimmed(line, start, stop)]) for column, (start, stop) in enumerate(columns)
        )
    return cells, at + min(end + 1, len(run))


def _columns(body: Sequence[_Line]) -> list[tuple[int, int]]:
    """Where columns begin and end: at least two blanks part them in every line."""
    width = max((len(line.text) for line in body), default=0)
    free = [all(line.text[x : x + 1] in ("", " ") for line in body) for x in range(width)]
    columns: list[tuple[int, int]] = []
    start: int | None = None
    gap = 0
    for x in range(width):
        if not free[x]:
            if start is None:
                start = x
            elif gap >= _LEAST_GAP:
                columns.append((start, x - gap))
                start = x
            gap = 0
        else:
            gap += 1
    if start is not None:
        columns.append((start, width - gap))
    return columns


def _head_cells(row: int, line: _Line, columns: Sequence[tuple[int, int]]) -> Iterator[TableCell]:
    """The heads of a line, each over the columns that it stands above; one over none goes to the nearest."""
    edges = [columns[0][0], *((a[1] + b[0]) // 2 for a, b in pairwise(columns)), 10**6]
    taken: dict[int, list[_Piece]] = {}
    for match in regex.finditer(r"\S+(?:\ \S+)*", line.text):
        middle = (match.start() + match.end()) / 2
        column = max((n for n, edge in enumerate(edges[:-1]) if edge <= middle), default=0)
        taken.setdefault(column, []).append(_Piece(line, match.start(), match.end()))
    for column in range(len(columns)):
        yield _cell(row, column, taken.get(column, []))


# --- cells --------------------------------------------------------------------------------------------------


def _trimmed(line: _Line, start: int, end: int) -> _Piece:
    while start < end and line.text[start : start + 1] in ("", " ", "\t"):
        start += 1
    while end > start and line.text[end - 1 : end] in ("", " ", "\t"):
        end -= 1
    return _Piece(line, start, end)


def _cell(row: int, column: int, pieces: Sequence[_Piece]) -> TableCell:
    """A cell of one or more pieces, which a blank parts."""
    text = ""
    origins: list[Origin] = []
    for piece in pieces:
        if piece.end <= piece.start:
            continue
        shift = len(text) + bool(text)
        text = f"{text} {piece.text}" if text else piece.text
        origins.extend(_origins(piece, shift))
    return TableCell(row, column, text, origins=tuple(origins))


def _origins(piece: _Piece, shift: int) -> Iterator[Origin]:
    """Where a piece stands in the source; `shift` is where it begins in its cell."""
    start, end = piece.start - piece.line.indent, piece.end - piece.line.indent
    for origin in piece.line.element.origins:
        first, last = max(origin.start, start), min(origin.end, end)
        if first < last:
            offset = None if origin.offset is None else origin.offset + first - origin.start
            yield replace(origin, start=first - start + shift, end=last - start + shift, offset=offset)
