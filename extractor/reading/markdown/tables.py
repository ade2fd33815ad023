"""Pipe tables and HTML tables → cells, their text mapped to the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.elements import TableCell
from extractor.reading.markdown.composing import compose
from extractor.reading.markdown.inline import Atom, AtomKind, Span, scan
from extractor.reading.markdown.source import Source, line_starts

_PIPE = regex.compile(r"(?<!\\)\|")
_DELIMITER = regex.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")
_CELL_EDGE = regex.compile(
    r"<(?P<closing>/?)(?P<name>table|thead|tbody|tfoot|caption|tr|td|th)\b(?P<rest>[^<>]{0,5000})>",
    regex.IGNORECASE,
)
_SPAN = regex.compile(r"""\b(?P<axis>row|col)span\s*=\s*["']?\s*(?P<count>\d{1,4})""", regex.IGNORECASE)


def pipe_cells(source: Source, lines: Sequence[Span]) -> Iterator[tuple[TableCell, list[Atom]]]:
    """The cells of a pipe table, delimiter row apart; with each its atoms, which may hold images."""
    row = 0
    for start, end in lines:
        if _DELIMITER.fullmatch(source.text, start, end):
            continue
        for column, span in enumerate(_pipe_spans(source.text, start, end)):
            yield _cell(source, [span], row, column)
        row += 1


def _pipe_spans(text: str, start: int, end: int) -> list[Span]:
    """Between the pipes of a row; the outer ones are optional, an escaped one is text."""
    end = start + len(text[start:end].rstrip())
    cuts = [start - 1, *(pipe.start() for pipe in _PIPE.finditer(text, start, end)), end]
    spans = [(a + 1, b) for a, b in pairwise(cuts)]
    if len(spans) > 1 and not text[slice(*spans[0])].strip():
        spans.pop(0)
    if len(spans) > 1 and not text[slice(*spans[-1])].strip() and text[end - 1] == "|":
        spans.pop()
    return spans


def html_cells(source: Source, start: int, end: int) -> Iterator[tuple[TableCell, list[Atom]]]:
    """The cells of an HTML table with their merges; a table inside a cell is part of the cell's text.

    What stands between cells (a caption, text that OCR put outside) becomes a cell in a row of its own.
    """
    grid = _Grid()
    for content, edge in _cell_contents(source.text, start, end):
        if edge is None:
            if source.text[slice(*content)].strip():
                grid.next_row()
                yield _cell(source, _lines(source.text, *content), *grid.place(1, 1))
                grid.next_row()
        elif edge["name"].lower() == "tr":
            grid.next_row()
        else:
            spans = {m["axis"].lower(): max(1, int(m["count"])) for m in _SPAN.finditer(edge["rest"])}
            rows, columns = spans.get("row", 1), spans.get("col", 1)
            place = grid.place(rows, columns)
            yield _cell(source, _lines(source.text, *content), *place, rows, columns)


def _cell_contents(text: str, start: int, end: int) -> Iterator[tuple[Span, regex.Match[str] | None]]:
    """Stretches of a table with the tag that opens each: a cell, a row; None for what is outside both."""
    depth, outside, opened = 0, start, None
    for edge in _CELL_EDGE.finditer(text, start, end):
        name = edge["name"].lower()
        if name == "table":
            depth += -1 if edge["closing"] else 1
            if depth == 1 and not edge["closing"]:
                outside = edge.end()
            continue
        if depth > 1:
            continue
        if opened is not None:
            yield (opened.end(), edge.start()), opened
        else:
            yield (outside, edge.start()), None
        outside, opened = edge.end(), None
        if not edge["closing"] and name in ("td", "th"):
            opened = edge
        elif not edge["closing"] and name == "tr":
            yield (edge.end(), edge.end()), edge
    last = text.lower().rfind("</table", outside, end)
    yield (opened.end() if opened else outside, last if last >= 0 else end), opened


class _Grid:
    """Where the next cell of a table stands, past those that a merge covers."""

    def __init__(self) -> None:
        self.row = -1
        self.column = 0
        self.covered: dict[int, int] = {}  # column → the first row below the merge
        self._filled = False

    def next_row(self) -> None:
        if self._filled or self.row < 0:
            self.row += 1
        self.column, self._filled = 0, False

    def place(self, rows: int, columns: int) -> tuple[int, int]:
        if self.row < 0:
            self.next_row()
        while self.covered.get(self.column, 0) > self.row:
            self.column += 1
        place = self.row, self.column
        self._filled = True
        if rows > 1:
            self.covered.update(dict.fromkeys(range(self.column, self.column + columns), self.row + rows))
        self.column += columns
        return place


def _lines(text: str, start: int, end: int) -> list[Span]:
    starts = line_starts(text[start:end], start)
    return [(a, b) for a, b in zip(starts, (*starts[1:], end), strict=True)]


def _cell(
    source: Source, lines: Sequence[Span], row: int, column: int, row_span: int = 1, column_span: int = 1
) -> tuple[TableCell, list[Atom]]:
    atoms = [
        Atom(AtomKind.SOFT, a.offset) if a.kind is AtomKind.HARD else a for a in scan(source.text, lines)
    ]
    composed = compose(atoms, source, flat=True)
    cell = TableCell(row, column, composed.text, row_span, column_span, composed.markers, composed.origins)
    return cell, atoms
