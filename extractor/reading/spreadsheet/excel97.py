"""Excel 97-2003 workbooks (.xls), read with xlrd: values, formats, fonts, merges, lines, hidden rows."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import xlrd
from xlrd.biffh import error_text_from_code

from extractor.elements import Style
from extractor.encodings import FontRun
from extractor.problems import ReadError
from extractor.reading.spreadsheet.number_formats import show
from extractor.reading.spreadsheet.sheets import MOST_CELLS, Position, Sheet, SheetCell, Workbook

PARSER: Final = f"xlrd {xlrd.__version__}"

# What xlrd may meet in damaged bytes.
BROKEN: Final = (
    xlrd.XLRDError,
    xlrd.compdoc.CompDocError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
_EMPTY: Final = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
_ALIGNMENTS: Final = {1: "left", 2: "center", 3: "right", 5: "justify", 6: "center"}
_TWIPS: Final = 20
_BOLD_FROM: Final = 600


def read_workbook(data: bytes) -> Workbook:
    """Read a workbook. Raises ReadError "encrypted" and whatever is in BROKEN."""
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=_Silence()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise ReadError(
                "encrypted",
                "the workbook is encrypted with a password",
                "open it with its password and save it without one",
            ) from error
        raise
    ruled_forms = [_is_ruled(form.border) for form in book.xf_list]
    sheets, room = [], MOST_CELLS
    left_out = 0
    for sheet in book.sheets():
        cells: dict[Position, SheetCell] = {}
        ruled: set[Position] = set()
        hidden = _Hidden(sheet)
        for row in range(sheet.nrows):
            for column, cell in enumerate(sheet.row(row)):
                if ruled_forms[cell.xf_index] and len(ruled) < MOST_CELLS:
                    ruled.add((row, column))
                if cell.ctype in _EMPTY or cell.value == "":
                    continue
                if room:
                    room -= 1
                    cells[row, column] = _read_cell(book, sheet, row, column, hidden=hidden)
                else:
                    left_out += 1
        sheets.append(Sheet(sheet.name, cells, frozenset(ruled), sheet.visibility != 0))
    return Workbook(tuple(sheets), "xls", PARSER, left_out)


class _Silence:
    """Takes the warnings that xlrd would print."""

    def write(self, text: str) -> None:
        """Drop them."""


class _Hidden:
    """Which rows and columns of a sheet are hidden, and how its cells are merged."""

    def __init__(self, sheet: xlrd.sheet.Sheet) -> None:
        self._rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
        self._columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
        self.spans = {
            (top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells
        }

    def hides(self, row: int, column: int) -> bool:
        """Whether a place cannot be seen."""
        return row in self._rows or column in self._columns


def _is_ruled(border: xlrd.formatting.XFBorder) -> bool:
    """Whether a cell has lines on two sides or more."""
    sides = (border.top_line_style, border.left_line_style, border.bottom_line_style, border.right_line_style)
    return len([style for style in sides if style > 0]) > 1


def _read_cell(
    book: xlrd.Book, sheet: xlrd.sheet.Sheet, row: int, column: int, *, hidden: _Hidden
) -> SheetCell:
    cell = sheet.cell(row, column)
    form = book.xf_list[cell.xf_index]
    font = book.font_list[form.font_index]
    value: float | None = None
    runs = [FontRun("", font.name, font.character_set)]
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        code = book.format_map[form.format_key].format_str
        shown = show(cell.value, code, from_1904=book.datemode == 1)
        value = None if shown.is_date else float(cell.value)
        text = shown.text
    elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
        text = "TRUE" if cell.value else "FALSE"
    elif cell.ctype == xlrd.XL_CELL_ERROR:
        text = error_text_from_code.get(cell.value, "#N/A")
    else:
        text = str(cell.value)
        runs = list(_rich(book, text, runs[0], sheet.rich_text_runlist_map.get((row, column), ())))
    if cell.ctype != xlrd.XL_CELL_TEXT:
        runs = [replace(runs[0], text=text)]
    style = Style(
        bold=font.weight >= _BOLD_FROM,
        italic=bool(font.italic),
        align=_ALIGNMENTS.get(form.alignment.hor_align),
        size=font.height / _TWIPS,
    )
    spans = hidden.spans.get((row, column), (1, 1))
    return SheetCell(row, column, tuple(runs), value, *spans, style, hidden.hides(row, column))


def _rich(book: xlrd.Book, text: str, base: FontRun, changes: list[tuple[int, int]]) -> Iterator[FontRun]:
    """Yield the runs of a text whose font changes at places."""
    start, run = 0, base
    for place, index in [*changes, (len(text), -1)]:
        if place > start:
            yield replace(run, text=text[start:place])
            start = place
        if 0 <= index < len(book.font_list):
            font = book.font_list[index]
            run = FontRun("", font.name, font.character_set)
