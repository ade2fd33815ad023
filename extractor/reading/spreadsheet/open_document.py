"""OpenDocument spreadsheets (.ods): what is shown stands in the file beside what is stored."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Final

from lxml import etree

from extractor.elements import Style
from extractor.encodings import FontRun
from extractor.problems import ReadError
from extractor.reading.limits import open_zip, parse_xml
from extractor.reading.odf.lists import whole
from extractor.reading.odf.names import OFFICE, TABLE, TEXT
from extractor.reading.odf.styles import Styles
from extractor.reading.spreadsheet.sheets import MOST_CELLS, Position, Sheet, SheetCell, Workbook

PARSER: Final = f"lxml {version('lxml')}"

_CELL: Final = TABLE + "table-cell"
_COVERED: Final = TABLE + "covered-table-cell"
_ROW: Final = TABLE + "table-row"
_COLUMN: Final = TABLE + "table-column"
_HIDING: Final = ("collapse", "filter")
_NUMBERS: Final = ("float", "currency", "percentage")
_RULED_FROM: Final = 2

# A filled cell is not repeated more often than this; beyond, it is a filled background.
_MOST_REPEATED: Final = 1_000


@dataclass(slots=True)
class _Room:
    """How many cells may still be kept, and how many were not."""

    left: int = MOST_CELLS
    out: int = 0


def read_workbook(data: bytes) -> Workbook:
    """Read a spreadsheet. Raises ReadError."""
    with open_zip(data) as archive:
        try:
            content = parse_xml(archive.read("content.xml"), "content.xml")
            names = archive.namelist()
            shared = parse_xml(archive.read("styles.xml"), "styles.xml") if "styles.xml" in names else None
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise ReadError(
                "damaged",
                f"the package has no readable spreadsheet in it ({error})",
                "open it in LibreOffice, let it repair the document, and save it again",
            ) from error
    styles = Styles()
    if shared is not None:
        styles.add(shared, automatic=False)
    styles.add(content, automatic=True)
    room = _Room()
    tables = content.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table")
    sheets = tuple(_SheetReader(styles, room).read(table) for table in tables)
    return Workbook(sheets, "ods", PARSER, room.out)


@dataclass(slots=True)
class _SheetReader:
    styles: Styles
    room: _Room
    cells: dict[Position, SheetCell] = field(default_factory=dict)
    ruled: set[Position] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)

    def read(self, table: etree._Element) -> Sheet:
        """Read one sheet; rows that are repeated without text only count."""
        column = row = 0
        for element in _inside(table):
            times = whole(element.get(TABLE + "number-columns-repeated"), 1)
            if element.tag == _COLUMN:
                if element.get(TABLE + "visibility") in _HIDING:
                    self.hidden_columns.append(range(column, column + times))
                column += times
                continue
            times = whole(element.get(TABLE + "number-rows-repeated"), 1)
            filled = any(text.strip() for text in element.itertext())
            for place in range(row, row + min(times, _MOST_REPEATED if filled else 1)):
                self._row(element, place)
            row += times
        return Sheet(table.get(TABLE + "name", ""), self.cells, frozenset(self.ruled))

    def _row(self, row: etree._Element, number: int) -> None:
        hidden = row.get(TABLE + "visibility") in _HIDING
        column = 0
        for cell in row:
            if cell.tag not in (_CELL, _COVERED):
                continue
            times = whole(cell.get(TABLE + "number-columns-repeated"), 1)
            style = cell.get(TABLE + "style-name")
            ruled = len(self.styles.sides(style)) >= _RULED_FROM
            runs = tuple(_runs(cell, self.styles, style))
            shown = cell.tag == _CELL and any(run.text for run in runs)
            if ruled or shown:
                for place in range(column, column + min(times, _MOST_REPEATED)):
                    if ruled and len(self.ruled) < MOST_CELLS:
                        self.ruled.add((number, place))
                    if shown:
                        self._keep(cell, runs, (number, place), hidden=hidden)
            column += times

    def _keep(
        self, cell: etree._Element, runs: tuple[FontRun, ...], place: Position, *, hidden: bool
    ) -> None:
        if self.room.left <= 0:
            self.room.out += 1
            return
        self.room.left -= 1
        name = cell.get(TABLE + "style-name")
        form, paragraph = self.styles.run("table-cell", name), self.styles.paragraph("table-cell", name)
        self.cells[place] = SheetCell(
            *place,
            runs,
            _number(cell),
            max(1, whole(cell.get(TABLE + "number-rows-spanned"), 1)),
            max(1, whole(cell.get(TABLE + "number-columns-spanned"), 1)),
            Style(bold=form.bold, italic=form.italic, align=paragraph.align, size=form.size),
            hidden or any(place[1] in span for span in self.hidden_columns),
        )


def _inside(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the columns and rows of a sheet, through groups, heads and print ranges."""
    for child in parent:
        if child.tag in (_ROW, _COLUMN):
            yield child
        elif child.tag.startswith(TABLE) and child.tag != TABLE + "table":
            yield from _inside(child)


def _number(cell: etree._Element) -> float | None:
    """The stored number; errors are shown as text and stored as 0."""
    if cell.get(OFFICE + "value-type") not in _NUMBERS or _shows_error(cell):
        return None
    try:
        return float(cell.get(OFFICE + "value", ""))
    except ValueError:
        return None


def _shows_error(cell: etree._Element) -> bool:
    shown = "".join(map(str, cell.itertext())).strip()
    return shown.startswith(("#", "Err:"))


def _runs(cell: etree._Element, styles: Styles, style: str | None) -> Iterator[FontRun]:
    """Yield the letters of a cell by font; its paragraphs are parted by line breaks."""
    font = styles.run("table-cell", style).font
    for number, paragraph in enumerate(cell.iterfind(TEXT + "p")):
        if number:
            yield FontRun("\n", font)
        yield from _inline(paragraph, styles, font)


def _inline(element: etree._Element, styles: Styles, font: str | None) -> Iterator[FontRun]:
    if element.text:
        yield FontRun(element.text, font)
    for child in element:
        if child.tag == TEXT + "s":
            yield FontRun(" " * min(whole(child.get(TEXT + "c"), 1), 100), font)
        elif child.tag in (TEXT + "tab", TEXT + "line-break"):
            yield FontRun(" ", font)
        elif child.tag == TEXT + "span":
            own = styles.run("text", child.get(TEXT + "style-name")).font
            yield from _inline(child, styles, own or font)
        elif child.tag != OFFICE + "annotation":
            yield from _inline(child, styles, font)
        if child.tail:
            yield FontRun(child.tail, font)
