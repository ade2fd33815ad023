"""What python-calamine sees in a workbook: values without formats, quickly.

It serves twice: it counts what another reader has to find, and it reads what that reader cannot. It lays each
sheet out as one full rectangle, so a file is measured before it is given one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from itertools import chain
from typing import Final

import regex
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from extractor.encodings import FontRun
from extractor.problems import ReadError
from extractor.reading.limits import open_zip
from extractor.reading.spreadsheet.number_formats import plain
from extractor.reading.spreadsheet.sheets import MOST_CELLS, Position, Sheet, SheetCell, Workbook

PARSER: Final = f"python-calamine {version('python-calamine')}"

_ERRORS: Final = (CalamineError, XmlError, ZipError, OSError, ValueError)

# 24 bytes each; a full sheet of .xls has 17 million.
_MOST_PLACES: Final = 20_000_000
_REFERENCE = regex.compile(rb'<c\b[^>]*?\br="(?P<letters>[A-Z]{1,3})(?P<digits>\d{1,7})"')
_SHEET_PART = regex.compile(r"xl/worksheets/[^/]+\.xml")

_Value = int | float | str | bool | date | time | datetime | timedelta


def count_cells(data: bytes, workbook: Workbook) -> int | None:
    """How many filled cells there are, by another reader than `workbook`'s; None where it cannot tell."""
    for sheet in workbook.sheets:
        rows = max((row for row, _ in sheet.cells), default=0) + 1
        columns = max((column for _, column in sheet.cells), default=0) + 1
        if rows * columns > _MOST_PLACES:
            return None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows_of_all = chain.from_iterable(sheet.to_python() for sheet in _worksheets(book))
        return sum(1 for row in rows_of_all for value in row if value != "")
    except _ERRORS:
        return None


def read_values(data: bytes, form: str) -> Workbook:
    """Read the values of a workbook alone. Raises ReadError."""
    if form == "xlsx" and _places(data) > _MOST_PLACES:
        raise ReadError(
            "too_large",
            "the cells of a sheet lie too far apart",
            "delete the empty rows and columns between them, or save the filled part by itself",
        )
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        read = [(sheet.name, sheet.start or (0, 0), sheet.to_python()) for sheet in _worksheets(book)]
    except PasswordError as error:
        raise ReadError(
            "encrypted",
            "the workbook is encrypted with a password",
            "open it with its password and save it without one",
        ) from error
    except _ERRORS as error:
        raise ReadError(
            "damaged",
            f"the workbook cannot be opened ({error})",
            "open it in Excel or LibreOffice, let it repair the workbook, and save it again",
        ) from error
    hidden = {each.name: each.visible != SheetVisibleEnum.Visible for each in book.sheets_metadata}
    sheets, room, left_out = [], MOST_CELLS, 0
    for name, start, rows in read:
        cells = _cells(rows, start)
        left_out += max(0, len(cells) - room)
        kept = dict(list(cells.items())[:room])
        room -= len(kept)
        sheets.append(Sheet(name, kept, hidden=hidden.get(name, False)))
    return Workbook(tuple(sheets), form, PARSER, left_out)


def _worksheets(book: CalamineWorkbook) -> list[CalamineSheet]:
    names = [each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    return [book.get_sheet_by_name(name) for name in names]


def _cells(rows: list[list[_Value]], start: Position) -> dict[Position, SheetCell]:
    cells = {}
    for row, values in enumerate(rows, start[0]):
        for column, value in enumerate(values, start[1]):
            if value != "":
                number = (
                    float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
                )
                text = plain(number) if number is not None else _written(value)
                cells[row, column] = SheetCell(row, column, (FontRun(text),), number)
    return cells


def _written(value: _Value) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _places(data: bytes) -> int:
    """How many places the largest sheet of an .xlsx spans."""
    most = 0
    with open_zip(data) as archive:
        for name in archive.namelist():
            if not _SHEET_PART.fullmatch(name):
                continue
            try:
                content = archive.read(name)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
                continue
            width, last = 0, 0
            for match in _REFERENCE.finditer(content):
                letters = match["letters"]
                width, last = max(width, 26 ** len(letters)), max(last, int(match["digits"]))
            most = max(most, width * last)
    return most
