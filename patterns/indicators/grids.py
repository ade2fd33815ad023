"""Tables as grids of cells: which are numbers, which rows are the head, which lie in the frame."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.numbers import NumberStyle, parse_number
from patterns.indicators.vocabulary import words
from patterns.mentions import Span
from patterns.passages import Cell, Passage

_MOST_HEAD_ROWS = 8

# "1.234,5", "-2,5", "(3,1)", "65/93", "600-700", "97,5%", "1 234"; a mark such as "x" or "-" is none, and what a wide
# gap parts are two numbers.
_NUMBER = compile_pattern(
    r"""[(]?(?P<sign>[-+])?\ ?
    (?P<first>\d[\d.,]*(?:\ [\d.,]+)*)\ ?
    (?:(?P<join>[-/])\ ?(?P<second>\d[\d.,]*))?\ ?
    (?P<percent>[%‰])?[)]?""",
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class CellNumber:
    """The number that fills a cell; `raw` is its span in the text."""

    span: Span
    value: float
    denominator: float | None = None
    value_to: float | None = None
    percent: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by row and column, merged ones at each place that they cover.

    Attributes:
        head: the rows of the head; body: those below it, column numbers and repeated heads left out.
        style: the decimal mark of the table's numbers.
    """

    text: str
    cells: dict[tuple[int, int], Cell]
    rows: int
    columns: int
    head: tuple[int, ...]
    body: tuple[int, ...]
    style: NumberStyle

    def at(self, row: int, column: int) -> str:
        """The text of a place in one line, "" outside the cells."""
        cell = self.cells.get((row, column))
        return " ".join(self.text[cell.start : cell.end].split()) if cell else ""

    def number(self, row: int, column: int) -> CellNumber | None:
        """The number that a cell holds, None for words, blanks and cells that a merge covers."""
        cell = self.cells.get((row, column))
        if cell is None or (cell.row, cell.column) != (row, column):
            return None
        return read_number(self.text, cell, self.style)


def read_number(text: str, cell: Cell, style: NumberStyle) -> CellNumber | None:
    """The number that fills a cell, or None; a spreadsheet's cell stores it, and shows it rounded."""
    raw = text[cell.start : cell.end]
    if cell.value is not None and raw.strip():
        start = cell.start + len(raw) - len(raw.lstrip())
        shown = raw.strip()
        return CellNumber((start, start + len(shown)), cell.value, percent="%" if shown[-1] == "%" else None)
    match = _NUMBER.fullmatch(fold(raw.strip()))
    if match is None:
        return None
    first = parse_number(match["first"].strip(), style)
    second = parse_number(match["second"], style) if match["second"] else None
    if first is None or (match["second"] and second is None):
        return None
    start = cell.start + len(raw) - len(raw.lstrip())
    span = (start, start + len(raw.strip()))
    value = -first if match["sign"] == "-" else first
    if match["join"] == "/":
        return CellNumber(span, value, denominator=second, percent=match["percent"])
    return CellNumber(span, value, value_to=second, percent=match["percent"])


def read_grid(text: str, passage: Passage, style: NumberStyle) -> Grid:
    """The grid of a table passage."""
    cells: dict[tuple[int, int], Cell] = {}
    for cell in passage.cells:
        for row in range(cell.row, cell.row + min(cell.row_span, 200)):
            for column in range(cell.column, cell.column + min(cell.column_span, 60)):
                cells.setdefault((row, column), cell)
    rows = max((row for row, _ in cells), default=-1) + 1
    columns = max((column for _, column in cells), default=-1) + 1
    style = _style(text, passage, style)
    head, first = _head(text, cells, rows, columns, style)
    body = tuple(row for row in range(first, rows) if not _repeats(text, cells, columns, row, head))
    return Grid(text, cells, rows, columns, head, body, style)


_DOT = compile_pattern(r"-?\d+\.(?:\d{1,2}|\d{4,})%?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA = compile_pattern(r"-?\d+,(?:\d{1,2}|\d{4,})%?|\d{1,3}(?:\.\d{3})+,\d+")


def _style(text: str, passage: Passage, style: NumberStyle) -> NumberStyle:
    """The decimal mark that the table's clear numbers show; spreadsheets store a point."""
    raws = [text[cell.start : cell.end].strip() for cell in passage.cells]
    dots = sum(1 for raw in raws if _DOT.fullmatch(raw))
    commas = sum(1 for raw in raws if _COMMA.fullmatch(raw))
    if dots == commas:
        return NumberStyle.ENGLISH if passage.sheet is not None else style
    return NumberStyle.ENGLISH if dots > commas else NumberStyle.VIETNAMESE


def _head(
    text: str, cells: dict[tuple[int, int], Cell], rows: int, columns: int, style: NumberStyle
) -> tuple[tuple[int, ...], int]:
    """The rows of the head and the first row below it.

    The head ends above the first row with a number that is no year; a title over it, a lone cell, is no part
    of it, and neither is the row of column numbers or a lone heading under it.
    """
    first = next((row for row in range(rows) if _holds_data(text, cells, columns, row, style)), rows)
    if first == rows:  # a table of words: its head names an index column or is short throughout
        filled = [cell for column in range(columns) if (cell := _filled(text, cells, 0, column))]
        said = [fold(text[cell.start : cell.end].strip()) for cell in filled]
        short = len(said) > 1 and all(len(head) < 40 and not any(map(str.isdigit, head)) for head in said)
        return ((0,), 1) if short else ((), 0)
    if first > _MOST_HEAD_ROWS + 6:
        return (), 0
    head: list[int] = []
    for row in range(first):
        filled_here = {cell for column in range(columns) if (cell := _filled(text, cells, row, column))}
        wide = (
            len(filled_here) > 1
            or any(cell.row_span > 1 for cell in filled_here)
            or _continues(head, filled_here)
        )
        if wide and not _is_numbering(text, filled_here):
            head.append(row)
    while head and first - head[-1] > 1 and not _is_lone(text, cells, columns, head[-1] + 1, first):
        first = head[-1] + 1
    return tuple(head), (head[-1] + 1 if head else first)


def _continues(head: Sequence[int], filled: set[Cell]) -> bool:
    """ "(hoặc b/q)": a lone cell that is no first column goes on with the head above it."""
    return bool(head) and len(filled) == 1 and next(iter(filled)).column > 1


def _is_lone(text: str, cells: dict[tuple[int, int], Cell], columns: int, start: int, end: int) -> bool:
    return all(
        len({cell for column in range(columns) if (cell := _filled(text, cells, row, column))}) <= 1
        for row in range(start, end)
    )


def _filled(text: str, cells: dict[tuple[int, int], Cell], row: int, column: int) -> Cell | None:
    cell = cells.get((row, column))
    return cell if cell and text[cell.start : cell.end].strip() else None


def _holds_data(
    text: str, cells: dict[tuple[int, int], Cell], columns: int, row: int, style: NumberStyle
) -> bool:
    """Whether a row holds a number that is neither a year nor a column number nor in the first column."""
    filled = {
        cell for column in range(columns) if (cell := _filled(text, cells, row, column)) and cell.row == row
    }
    if _is_numbering(text, filled):
        return False
    numbers = (read_number(text, cell, style) for cell in filled if cell.column > 0)
    return any(number and not 1900 <= number.value <= 2100 for number in numbers) or any(
        number and not text[number.span[0] : number.span[1]].isdigit()
        for cell in filled
        if cell.column > 0 and (number := read_number(text, cell, style))
    )


_COLUMN_NUMBER = compile_pattern(r"\(?(?:[a-eđ]|\d{1,2})\)?(?:\ ?=.{1,20})?")


_LEADING_NUMBER = regex.compile(r"^\(?(\d{1,2})")


def _is_numbering(text: str, filled: set[Cell]) -> bool:
    """The row that numbers the columns: "A B 1 2 3", "(1) (2) (3)=(2)/(1)"."""
    raws = [
        fold(text[cell.start : cell.end].strip()) for cell in sorted(filled, key=lambda cell: cell.column)
    ]
    if len(raws) < 3 or not all(_COLUMN_NUMBER.fullmatch(raw) for raw in raws):
        return False
    numbers = [int(digits[0]) for raw in raws if (digits := _LEADING_NUMBER.findall(raw))]
    return all(after == before + 1 for before, after in itertools.pairwise(numbers)) and len(numbers) > 1


def _repeats(
    text: str, cells: dict[tuple[int, int], Cell], columns: int, row: int, head: Sequence[int]
) -> bool:
    """Whether a row is the head again (on the next page) or numbers the columns."""
    filled = {cell for column in range(columns) if (cell := _filled(text, cells, row, column))}
    if _is_numbering(text, filled):
        return True
    said = [fold(text[cell.start : cell.end].strip()) for cell in filled]
    heads = {
        fold(text[c.start : c.end].strip()) for r in head for k in range(columns) if (c := cells.get((r, k)))
    }
    return len(said) > 1 and all(word in heads for word in said)


@cache
def head_words(table: str) -> frozenset[str]:
    """The folded words of a table of `patterns/data/tables.toml`."""
    return frozenset(words("tables", table))
