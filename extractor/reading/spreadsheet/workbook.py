"""Excel workbooks (.xlsx, .xlsm): cells with the format, font and lines that their styles give them.

The parts are read as they are written (ISO/IEC 29500-1 §18), a row at a time: python-calamine, which is
faster, gives values alone, and a table's look is half of what it says.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Final

import regex
from lxml import etree

from extractor.encodings import FontRun
from extractor.problems import ReadError
from extractor.reading.limits import open_zip
from extractor.reading.spreadsheet.forms import Form, read_forms
from extractor.reading.spreadsheet.number_formats import show
from extractor.reading.spreadsheet.parts import R, S, content, is_on, parse, relations, target, whole
from extractor.reading.spreadsheet.sheets import MOST_CELLS, Position, Sheet, SheetCell, Workbook

PARSER: Final = f"lxml {version('lxml')}"

_REFERENCE = regex.compile(r"\$?(?P<letters>[A-Z]{1,3})\$?(?P<digits>\d{1,7})")
_ESCAPED = regex.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets share: forms of cells, strings by number, and from which day dates count."""

    forms: tuple[Form, ...]
    strings: tuple[tuple[FontRun, ...], ...]
    from_1904: bool


def read_workbook(data: bytes) -> Workbook:
    """Read a workbook. Raises ReadError."""
    with open_zip(data) as archive:
        try:
            return _read(archive)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise ReadError(
                "damaged",
                f"the package has no readable workbook in it ({error})",
                "open it in Excel or LibreOffice, let it repair the workbook, and save it again",
            ) from error


def _read(archive: zipfile.ZipFile) -> Workbook:
    main = target(relations(archive, ""), "/officeDocument") or "xl/workbook.xml"
    root = parse(archive, main)
    related = relations(archive, main)
    properties = root.find(S + "workbookPr")
    styles, strings = target(related, "/styles"), target(related, "/sharedStrings")
    forms = read_forms(parse(archive, styles)) if styles in archive.namelist() else ()
    shared = parse(archive, strings) if strings in archive.namelist() else ()
    book = _Book(
        forms or (Form(),),
        tuple(_runs(item) for item in shared),
        properties is not None and properties.get("date1904", "0") in ("1", "true"),
    )
    sheets, room, left_out = [], MOST_CELLS, 0
    for entry in root.iterfind(f"{S}sheets/{S}sheet"):
        part = related.get(entry.get(R + "id", ""), ("", ""))[1]
        if part not in archive.namelist() or "worksheet" not in related[entry.get(R + "id", "")][0]:
            continue
        hidden = entry.get("state", "visible") != "visible"
        sheet, over = _SheetReader(book, entry.get("name", ""), room).read(content(archive, part), part)
        room -= len(sheet.cells)
        left_out += over
        sheets.append(replace(sheet, hidden=hidden))
    return Workbook(tuple(sheets), "xlsx", PARSER, left_out)


class _SheetReader:
    """Reads one sheet, row by row, so that a million empty rows cost no memory."""

    def __init__(self, book: _Book, name: str, room: int) -> None:
        self._book = book
        self._name = name
        self._room = room
        self._cells: dict[Position, SheetCell] = {}
        self._ruled: set[Position] = set()
        self._hidden_rows: set[int] = set()
        self._hidden_columns: list[range] = []
        self._spans: dict[Position, tuple[int, int]] = {}
        self._row = self._column = -1
        self._left_out = 0

    def read(self, content: bytes, part: str) -> tuple[Sheet, int]:
        """Return the sheet and how many of its cells there was no room for. Raises ReadError."""
        wanted = [S + name for name in ("row", "col", "mergeCell")]
        try:
            for _, element in etree.iterparse(
                io.BytesIO(content), tag=wanted, no_network=True, resolve_entities=False
            ):
                self._take(element)
                element.clear()
                parent = element.getparent()
                if parent is not None and element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            raise ReadError(
                "damaged",
                f"{part} is not well-formed XML ({error})",
                "open it in Excel or LibreOffice, let it repair the workbook, and save it again",
            ) from error
        cells = {place: self._finished(place, cell) for place, cell in self._cells.items()}
        return Sheet(self._name, cells, frozenset(self._ruled)), self._left_out

    def _take(self, element: etree._Element) -> None:
        if element.tag == S + "row":
            self._take_row(element)
        elif element.tag == S + "col":
            if is_on(element.get("hidden")):
                first, last = (whole(element.get(side), 1) for side in ("min", "max"))
                self._hidden_columns.append(range(first - 1, last))
        else:
            corner, _, opposite = element.get("ref", "").partition(":")
            top, left = _place(corner) or (0, 0)
            bottom, right = _place(opposite) or (top, left)
            self._spans[top, left] = bottom - top + 1, right - left + 1

    def _take_row(self, row: etree._Element) -> None:
        self._row = whole(row.get("r"), self._row + 2) - 1
        self._column = -1
        if is_on(row.get("hidden")):
            self._hidden_rows.add(self._row)
        for cell in row:
            if cell.tag != S + "c":
                continue
            row_number, column = _place(cell.get("r", "")) or (self._row, self._column + 1)
            self._column = column
            number = whole(cell.get("s"), 0)
            form = self._book.forms[number] if number < len(self._book.forms) else self._book.forms[0]
            if form.ruled and len(self._ruled) < MOST_CELLS:
                self._ruled.add((row_number, column))
            runs, value = _read_cell(cell, form, self._book)
            if not any(run.text for run in runs):
                continue
            if len(self._cells) >= self._room:
                self._left_out += 1
                continue
            place = row_number, column
            self._cells[place] = SheetCell(*place, runs, value, style=form.style)

    def _finished(self, place: Position, cell: SheetCell) -> SheetCell:
        row, column = place
        hidden = row in self._hidden_rows or any(column in span for span in self._hidden_columns)
        if not hidden and place not in self._spans:
            return cell
        height, width = self._spans.get(place, (1, 1))
        return replace(cell, row_span=height, column_span=width, hidden=hidden)


def _read_cell(cell: etree._Element, form: Form, book: _Book) -> tuple[tuple[FontRun, ...], float | None]:
    """Return what a cell shows, and its number."""
    kind, stored = cell.get("t", "n"), cell.findtext(S + "v")
    if kind == "inlineStr":
        inline = cell.find(S + "is")
        return (_with_font(_runs(inline), form.font) if inline is not None else ()), None
    if not stored:
        return (), None
    if kind == "s":
        number = whole(stored, -1)
        runs = book.strings[number] if 0 <= number < len(book.strings) else ()
        return _with_font(runs, form.font), None
    if kind == "b":
        stored = "TRUE" if stored == "1" else "FALSE"
    if kind != "n":  # a formula's text, an error, a date in ISO form
        return (FontRun(_unescaped(stored), form.font),), None
    try:
        value = float(stored)
    except ValueError:
        return (FontRun(stored, form.font),), None
    shown = show(value, form.code, from_1904=book.from_1904)
    return (FontRun(shown.text, form.font),), None if shown.is_date else value


def _runs(item: etree._Element) -> tuple[FontRun, ...]:
    """Read a string: one text, or runs with fonts of their own; readings of Japanese are left out."""
    runs = []
    for child in item:
        if child.tag == S + "t":
            runs.append(FontRun(_unescaped(child.text or "")))
        elif child.tag == S + "r":
            font = child.find(f"{S}rPr/{S}rFont")
            text = _unescaped(child.findtext(S + "t") or "")
            runs.append(FontRun(text, font.get("val") if font is not None else None))
    return tuple(runs)


def _with_font(runs: tuple[FontRun, ...], font: str | None) -> tuple[FontRun, ...]:
    return tuple([run if run.font else replace(run, font=font) for run in runs])


def _unescaped(text: str) -> str:
    """Undo the form that characters have which XML cannot hold: "_x000D_".

    >>> _unescaped("a_x000A_b")
    'a\\nb'
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _place(reference: str) -> Position | None:
    """Row and column of a reference, both from 0.

    >>> _place("C5"), _place("$AA$1"), _place("?")
    ((4, 2), (0, 26), None)
    """
    match = _REFERENCE.fullmatch(reference)
    if not match:
        return None
    column = 0
    for letter in match["letters"]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match["digits"]) - 1, column - 1
