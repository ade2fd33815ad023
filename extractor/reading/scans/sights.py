"""One attempt to read a picture of a page: it is set straight, its rules are taken out, and what is left is read.

Tables are read by themselves, cell by cell, and columns of numbers with digits alone where digits belong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image

from extractor.elements import Box
from extractor.reading.page.geometry import Rule
from extractor.reading.page.grids import Grid, GridCell, find_grids
from extractor.reading.scans.marks import read_marks
from extractor.reading.scans.preparing import Pixels, skew_of, straightened, threshold
from extractor.reading.scans.rereading import read_figure, read_symbols
from extractor.reading.scans.ruling import Mask, Ruling, find_rules, in_points
from extractor.reading.scans.tokens import (
    Cell,
    Engine,
    Picture,
    Token,
    is_number,
    is_plausible,
    mean_confidence,
    worth,
)

_POINTS: Final = 72
_INSIDE: Final = 0.015  # inches between a cell's line and what is read of it
_INK: Final = 12  # dark pixels, of one cell at 300 dpi, from which there is something to read
_MOST_CELLS: Final = 3_000
_MOSTLY: Final = 0.6
_LONGEST_NUMBER: Final = 14
_GOOD_CONFIDENCE: Final = 0.82
_GOOD_SHARE: Final = 0.85
_BLANK: Final = 0.0008  # of a page's pixels: with less ink there is nothing to read
_DIRTY: Final = (
    0.16  # of the pixels: with more ink the paper is grey or speckled, and engines see letters in it
)
_LIGHT: Final = 200  # no lighter grey is ink, whatever parts the page best
_LONG_WORD: Final = 4  # letters
_SPARSE: Final = 40  # letters of a page that is not blank


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a page.

    Attributes:
        tokens: words in pixels of the picture that stands straight; rules: the same.
        turn: degrees by which the page lies turned clockwise; skew: by which its lines then fall.
        dpi: pixels an inch of `tokens`; engine: that read it; ink: share of dark pixels.
    """

    tokens: tuple[Token, ...]
    rules: tuple[Rule, ...]
    turn: int
    skew: float
    dpi: float
    engine: str
    ink: float

    @property
    def worth(self) -> int:
        """By which readings of the same page are compared; lines that run up or down are worth nothing."""
        return 0 if self.is_sideways else worth(self.tokens)

    @property
    def is_sideways(self) -> bool:
        """Its words are taller than wide: the engine read the letters, but their lines cannot be told."""
        long = [token.box for token in self.tokens if len(token.text) >= _LONG_WORD]
        upright = sum(box[2] - box[0] > box[3] - box[1] for box in long)
        return bool(long) and upright < len(long) / 2

    @property
    def confidence(self) -> float:
        """The mean over its letters."""
        return mean_confidence(self.tokens)

    @property
    def is_blank(self) -> bool:
        """There is nothing to read."""
        return self.ink < _BLANK and not self.tokens

    @property
    def is_poor(self) -> bool:
        """It should be read again in another way."""
        if self.ink < _BLANK:
            return False
        if self.is_sideways:
            return True
        letters = sum(len(token.text) for token in self.tokens)
        good = sum(len(token.text) for token in self.tokens if is_plausible(token.text))
        return letters < _SPARSE or self.confidence < _GOOD_CONFIDENCE or good < _GOOD_SHARE * letters


def look(picture: Picture, dpi: int, engine: Engine, *, turn: int = 0) -> Sight:
    """Read a picture in grey that has been turned upright by `turn` degrees; a dirty one is not read at all."""
    skew = skew_of(picture)
    straight = straightened(picture, skew)
    ink = float(_ink_of(np.asarray(straight, dtype=np.uint8)).mean())
    if ink > _DIRTY:
        return Sight((), (), turn, skew, dpi, engine.name, ink)
    ruling = find_rules(straight, dpi)
    tokens = read_marks(_read(ruling, dpi, engine), ruling.picture, engine)
    tokens = read_symbols(tokens, ruling.picture, dpi, engine)
    return Sight(tuple(tokens), ruling.rules, turn, skew, dpi, engine.name, ink)


def _ink_of(pixels: Pixels) -> Mask:
    """Where a picture is dark."""
    return pixels < min(threshold(pixels), _LIGHT)


def _read(ruling: Ruling, dpi: int, engine: Engine) -> list[Token]:
    """Read a page without its rules: what stands in no table, then each table by itself."""
    grids = find_grids(in_points(ruling.rules, dpi))
    if not grids:
        return engine.read(ruling.picture, dpi)
    pixels = np.asarray(ruling.picture, dtype=np.uint8)
    ink = _ink_of(pixels)
    tokens = engine.read(_blanked(pixels, [_scaled(grid.box, dpi / _POINTS) for grid in grids]), dpi)
    for grid in grids:
        tokens.extend(_read_table(grid, ruling.picture, ink, dpi, engine))
    return tokens


def _scaled(box: Box, factor: float) -> Box:
    return box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor


def _blanked(pixels: Pixels, boxes: Sequence[Box]) -> Picture:
    """The page without its tables, which are read by themselves."""
    page = pixels.copy()
    for left, top, right, bottom in boxes:
        page[round(top) : round(bottom) + 1, round(left) : round(right) + 1] = 255
    return Image.fromarray(page)


def _read_table(grid: Grid, picture: Picture, ink: Mask, dpi: int, engine: Engine) -> list[Token]:
    """Read the cells that hold ink, and those of a column of numbers that gave none again, with digits alone."""
    written = [
        (cell, box)
        for cell in grid.cells[:_MOST_CELLS]
        if _has_ink(ink, box := _inside(grid, cell, dpi), dpi)
    ]
    read = engine.read_cells(picture, dpi, [Cell(box) for _, box in written])
    doubtful = _doubtful_numbers([cell for cell, _ in written], read)
    if doubtful:
        again = engine.read_cells(picture, dpi, [Cell(written[index][1], digits=True) for index in doubtful])
        for index, tokens in zip(doubtful, again, strict=True):
            if _is_number(tokens):
                read[index] = tokens
    for index in _figures([cell for cell, _ in written], read):
        if _is_number(read[index]) or _may_be_number(read[index]):
            read[index] = read_figure(read[index], written[index][1], picture, dpi, engine)
    return [token for tokens in read for token in tokens]


def _inside(grid: Grid, cell: GridCell, dpi: int) -> Box:
    """The inside of a cell in pixels."""
    factor, margin = dpi / _POINTS, _INSIDE * dpi
    left, right = grid.xs[cell.column] * factor, grid.xs[cell.column + cell.column_span] * factor
    top, bottom = grid.ys[cell.row] * factor, grid.ys[cell.row + cell.row_span] * factor
    return left + margin, top + margin, right - margin, bottom - margin


def _has_ink(ink: Mask, box: Box, dpi: int) -> bool:
    left, top, right, bottom = (round(side) for side in box)
    return int(ink[top:bottom, left:right].sum()) > _INK * (dpi / 300) ** 2


def _doubtful_numbers(cells: Sequence[GridCell], read: Sequence[Sequence[Token]]) -> list[int]:
    """The cells that are no numbers in a column where most cells are."""
    return [
        index
        for index in _figures(cells, read)
        if not _is_number(read[index]) and _may_be_number(read[index])
    ]


def _figures(cells: Sequence[GridCell], read: Sequence[Sequence[Token]]) -> list[int]:
    """The cells from the first number on in the columns that hold mostly numbers."""
    columns: dict[int, list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        if cell.column_span == 1:
            columns[cell.column].append(index)
    figures: list[int] = []
    for indexes in columns.values():
        numbers = [index for index in indexes if _is_number(read[index])]
        if len(numbers) < _MOSTLY * len(indexes) or len(numbers) < 2:
            continue
        first = min(cells[index].row for index in numbers)
        figures.extend(index for index in indexes if cells[index].row >= first)
    return figures


def _is_number(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(is_number(token.text) for token in tokens)


def _may_be_number(tokens: Sequence[Token]) -> bool:
    text = "".join(token.text for token in tokens)
    doubtful = (
        not all(map(is_plausible, (token.text for token in tokens)))
        or mean_confidence(tokens) < _GOOD_CONFIDENCE
    )
    return len(text) <= _LONGEST_NUMBER and (doubtful or not text.isalpha())
