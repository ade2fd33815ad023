"""What python-calamine sees in a workbook: values without formats, quickly.

It serves twice: it counts what another reader has to find, and it reads an .xlsx that the other cannot. It
lays each sheet out as one full rectangle and ends the process where memory does not suffice, so a file is
measured before it is given one; .xls files, of which a damaged one can claim any size, are not.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
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

# At 24 bytes each, with room to spare in a worker.
_MOST_PLACES: Final = 10_000_000
_REFERENCE = regex.compile(rb'<c\b[^>]*?\br="(?P<letters>[A-Z]{1,9})(?P<digits>\d{1,9})"')
_SHEET_PART = regex.compile(r"xl/worksheets/[^/]+\.xml")

# No sheet has so many rows or columns that a filled cell could be repeated so often.
_ENDLESS = regex.compile(rb'-repeated="\d{8,}"')

_Value = int | float | str | bool | date | time | datetime | timedelta


def count_cells(data: bytes, workbook: Workbook) -> int | None:
    """How many filled cells an .xlsx or .ods has; None where it is too vast or cannot be opened.

    `workbook` is what another reader saw, by which it is measured.
    """
    for sheet in workbook.sheets:
        rows = max((row for row, _ in sheet.cells), default=0) + 1
        columns = max((column for _, column in sheet.cells), default=0) + 1
        if rows * columns > _MOST_PLACES:
            return None
    if workbook.left_out or any(_ENDLESS.search(content) for content in _contents(data, "content.xml")):
        return None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows_of_all = chain.from_iterable(sheet.to_python() for sheet in _worksheets(book))
        return sum(1 for row in rows_of_all for value in row if value != "")
    except _ERRORS:
        return None


def read_values(data: bytes) -> Workbook:
    """Read the values of an .xlsx alone. Raises ReadError."""
    if _is_vast(data):
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
    return Workbook(tuple(sheets), "xlsx", PARSER, left_out)


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


def _is_vast(data: bytes) -> bool:
    """Whether a sheet of an .xlsx spans more places than can be laid out."""
    for content in _contents(data, _SHEET_PART):
        width = last = 0
        for match in _REFERENCE.finditer(content):
            width, last = max(width, 26 ** len(match["letters"])), max(last, int(match["digits"]))
        if width * last > _MOST_PLACES:
            return True
    return False


def _contents(data: bytes, wanted: str | regex.Pattern[str]) -> Iterator[bytes]:
    """Yield the parts of a package whose names match."""
    with open_zip(data) as archive:
        for name in archive.namelist():
            if regex.fullmatch(wanted, name):
                try:
                    yield archive.read(name)
                except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
                    continue  # the reader has told of it
