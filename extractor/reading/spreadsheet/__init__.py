"""Spreadsheets: .xls, .xlsx and .ods.

Each reader gives what is stored and what is shown, with fonts (old ones name an encoding), lines, merges and
what is hidden. python-calamine counts the cells again, and serves where a file is too damaged for the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from extractor.elements import Reading
from extractor.encodings import decode, of_most, survey
from extractor.problems import Problem, ReadError
from extractor.reading.characters import clean
from extractor.reading.office.converting import convert
from extractor.reading.office.program import describe, find_program
from extractor.reading.office.resident import OfficeError
from extractor.reading.spreadsheet import excel97, open_document, workbook
from extractor.reading.spreadsheet.layout import lay_out
from extractor.reading.spreadsheet.number_formats import plain
from extractor.reading.spreadsheet.records import count_records
from extractor.reading.spreadsheet.sheets import MOST_CELLS, SheetCell, Workbook, column_letters
from extractor.reading.spreadsheet.values import count_cells, read_values

_OLE: Final = b"\xd0\xcf\x11\xe0"
_OPEN_DOCUMENT: Final = b"opendocument"
_FRONT: Final = 128


def read_elements(data: bytes, name: str) -> Reading:
    """Read a spreadsheet. Raises ReadError."""
    form = "xls" if data.startswith(_OLE) else "ods" if _OPEN_DOCUMENT in data[:_FRONT] else "xlsx"
    book, failure = _read_workbook(data, form)
    if not any(sheet.cells for sheet in book.sheets):
        raise ReadError(
            "empty", f"{name} is a workbook without a filled cell", "check that this is the right file"
        )
    texts = _Texts(book)
    elements = [element for sheet in book.sheets for element in lay_out(sheet, texts)]
    return Reading(
        tuple(elements),
        format=book.format,
        parser=book.parser,
        encoding=texts.encoding,
        problems=(*failure, *_problems(book), *_lost(data, form, book), *texts.problems()),
    )


def _read_workbook(data: bytes, form: str) -> tuple[Workbook, tuple[Problem, ...]]:
    """Read with the reader of the format, else with a second one. Raises ReadError."""
    read = {"xls": excel97, "xlsx": workbook, "ods": open_document}[form].read_workbook
    try:
        return read(data), ()
    except ReadError as error:
        if error.kind != "damaged" or form == "ods":
            raise
        reason = str(error)
    except excel97.BROKEN as error:
        reason = f"it cannot be opened ({type(error).__name__}: {error})"
    book, gives = (
        (_by_libreoffice(data, reason), "all") if form == "xls" else (read_values(data), "the values")
    )
    return book, (
        Problem(
            "damaged",
            f"the workbook is damaged: {reason}; {book.parser} read {gives} that it could",
            "open it in Excel or LibreOffice, let it repair the workbook, and save it again",
        ),
    )


def _by_libreoffice(data: bytes, reason: str) -> Workbook:
    """Read a damaged .xls after LibreOffice has made an .xlsx of it. Raises ReadError."""
    program = find_program()
    try:
        book = workbook.read_workbook(convert(data, ".xls", "xlsx", reads="MS Excel 97"))
    except OfficeError as error:
        raise ReadError(
            "damaged",
            f"the workbook is damaged: {reason}; {error}",
            "open it in Excel, let it repair the workbook, and save it again",
        ) from error
    return replace(book, format="xls", parser=f"{describe(program or '')}, {book.parser}")


class _Texts:
    """The cells' texts in Unicode: the fonts of all cells propose, the letters decide."""

    def __init__(self, book: Workbook) -> None:
        self._hints = survey(cell.runs for sheet in book.sheets for cell in sheet.cells.values())
        self._encodings: Counter[str] = Counter()
        self._doubtful: list[str] = []

    def encoding_of(self, cells: Iterable[SheetCell]) -> tuple[str | None, float | None]:
        """Return the encoding that most letters of cells were stored in, and how sure that is."""
        found = (decode(cell.runs, document=self._hints) for cell in cells)
        return of_most((each.encoding, each.certainty, sum(map(len, each.texts))) for each in found)

    def read(self, cell: SheetCell) -> str:
        """Return what a cell shows."""
        decoded = decode(cell.runs, document=self._hints)
        if decoded.encoding is not None:
            self._encodings[decoded.encoding] += 1
        if decoded.doubtful:
            self._doubtful.append(f"{column_letters(cell.column)}{cell.row + 1}")
        return clean("".join(decoded.texts)).text

    @property
    def encoding(self) -> str | None:
        """The encoding of most cells."""
        return max(self._encodings, key=self._encodings.__getitem__, default=None)

    def problems(self) -> Iterator[Problem]:
        """Tell of the cells whose encoding is not sure."""
        if self._doubtful:
            yield Problem(
                "doubtful_encoding",
                f"the encoding of {len(self._doubtful)} cells is not sure (first {self._doubtful[0]})",
                "compare them with the workbook in Excel",
            )


def _problems(book: Workbook) -> Iterator[Problem]:
    """Tell what is hidden, what is rounded and what there was no room for."""
    for sheet in book.sheets:
        hidden = sum(cell.hidden for cell in sheet.cells.values())
        if sheet.hidden:
            yield Problem(
                "hidden_sheet",
                f"the sheet {sheet.name} is hidden; it was read all the same",
                "decide whether it belongs to the report",
            )
        elif hidden:
            yield Problem(
                "hidden_cells",
                f"{hidden} cells of the sheet {sheet.name} stand in hidden rows or columns; they are marked",
                "decide whether they belong to the report",
            )
    rounded = sum(_is_rounded(cell) for sheet in book.sheets for cell in sheet.cells.values())
    if rounded:
        yield Problem(
            "rounded_numbers",
            f"{rounded:,} cells show fewer digits than they store; the text has what they show",
            "the indicators' values are the stored numbers",
        )
    if book.left_out:
        yield Problem(
            "too_many_cells",
            f"the workbook has {book.left_out:,} cells beyond the first {MOST_CELLS:,}, which were left out",
            "save the sheets as workbooks of their own",
        )


def _lost(data: bytes, form: str, book: Workbook) -> Iterator[Problem]:
    """Tell of filled cells that another reader sees besides."""
    seen = count_records(data) if form == "xls" else count_cells(data, book)
    found = sum(len(sheet.cells) for sheet in book.sheets) + book.left_out
    if seen is not None and seen > found:
        yield Problem(
            "lost_text",
            f"of the workbook's {seen:,} filled cells {seen - found:,} are missing from what was read",
            "compare with the workbook in Excel",
        )


def _is_rounded(cell: SheetCell) -> bool:
    """Whether a cell's number cannot be told from what it shows: 7.796 as "7.8"."""
    if cell.value is None:
        return False
    digits = "".join(each for each in plain(abs(cell.value)) if each.isdigit()).strip("0")
    return digits not in "".join(each for each in cell.text if each.isdigit())
