"""A workbook as its three readers hand it on: cells by place, with what is stored and what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import regex

from extractor.elements import Style
from extractor.encodings import FontRun

# Fifty figures of each of 200 communes for ten years; more is a data bank, not a report.
MOST_CELLS: Final = 100_000

_ERROR = regex.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d+")

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that holds something. Rows and columns count from 0.

    Attributes:
        runs: what is shown, by font; value: the stored number, None for words, dates and errors.
        hidden: it lies in a hidden row or column.
    """

    row: int
    column: int
    runs: tuple[FontRun, ...]
    value: float | None = None
    row_span: int = 1
    column_span: int = 1
    style: Style = field(default_factory=Style)
    hidden: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether a number stands here, or should but for an error in its formula."""
        return self.value is not None or _ERROR.fullmatch(self.text) is not None

    @property
    def text(self) -> str:
        """What is shown, in the letters of its fonts."""
        return "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells, and the places, empty ones too, that have lines on two sides or more."""

    name: str
    cells: dict[Position, SheetCell]
    ruled: frozenset[Position] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets, in order; `left_out` is the number of cells beyond MOST_CELLS."""

    sheets: tuple[Sheet, ...]
    format: str
    parser: str
    left_out: int = 0


def column_letters(column: int) -> str:
    """The letters of a column that counts from 0.

    >>> column_letters(0), column_letters(27), column_letters(16383)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
