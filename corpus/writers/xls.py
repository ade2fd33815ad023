"""Excel 97-2003 workbooks in the fonts of TCVN3: the text in rows of one sheet, each table on a sheet of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from itertools import groupby, zip_longest

import xlwt

from corpus.fields import number
from corpus.source import Ending, Heading, Item, Letterhead, Line, Note, Paragraph, Source, Table, Title
from corpus.writers.rtf import TCVN3, lacks_capital
from extractor.encodings.tables import tables

_RIGHT = 3  # the column of what stands on the right of a letterhead or an ending
_LINES = "borders: left thin, right thin, top thin, bottom thin"
_NUMBER = re.compile(r"\d[\d.]*(?:,(?P<decimals>\d+))?")


def write(source: Source) -> bytes:
    """Write a source as a workbook; notes stand under the text, and their marks in it."""
    book = xlwt.Workbook(encoding="utf-8")
    _Sheet(book.add_sheet("Bao cao")).fill(source)
    for count, block in enumerate((block for block in source.blocks if isinstance(block, Table)), 1):
        _Sheet(book.add_sheet(f"Bieu {count}")).ruled(block)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class _Sheet:
    """A sheet that is filled from the top."""

    def __init__(self, sheet: xlwt.Worksheet) -> None:
        self._sheet = sheet
        self._row = 0
        self._table = tables()[TCVN3.encoding]
        self._plain = xlwt.easyxf(f"font: name {TCVN3.body}")
        self._bold = xlwt.easyxf(f"font: name {TCVN3.body}, bold on")
        self._lined = xlwt.easyxf(f"font: name {TCVN3.body}; {_LINES}")
        self._capitals = xlwt.easyfont(f"name {TCVN3.capitals}")

    def fill(self, source: Source) -> None:
        """Set the blocks one under the other."""
        for block in source.blocks:
            match block:
                case Letterhead():
                    self.beside(block.left, block.right)
                case Title():
                    self.under(flat(line) for line in block.lines)
                    self._row += 1
                case Heading() | Paragraph():
                    self.text(flat(block.line), self._bold if isinstance(block, Heading) else self._plain)
                case Item():
                    self.text(f"{block.bullet} {flat(block.line)}", self._plain)
                case Ending():
                    lead = (block.lead,) if block.lead.text else ()
                    self.beside((*lead, *block.recipients), block.signature)
                case Note() | Table():
                    pass
        self.under(
            f"({block.label}) {flat(block.line)}" for block in source.blocks if isinstance(block, Note)
        )

    def under(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.text(text, self._bold)

    def text(self, text: str, style: xlwt.XFStyle) -> None:
        self.write(self._row, 0, text, style)
        self._row += 1

    def beside(self, left: tuple[Line, ...], right: tuple[Line, ...]) -> None:
        """Two columns side by side."""
        for first, second in zip_longest(left, right):
            for column, line in ((0, first), (_RIGHT, second)):
                if line is not None:
                    self.write(self._row, column, flat(line), self._plain)
            self._row += 1
        self._row += 1

    def ruled(self, table: Table) -> None:
        """A table with its lines and merged cells; the values below its head are stored as numbers."""
        for cell in table.cells:
            if cell.row_span > 1 or cell.column_span > 1:
                last = cell.row + cell.row_span - 1, cell.column + cell.column_span - 1
                self._sheet.merge(cell.row, last[0], cell.column, last[1], self._lined)
            words = flat(cell.line)
            figure = _NUMBER.fullmatch(words)
            if figure and cell.row >= table.head_rows and table.columns[cell.column].kind == "value":
                decimals = f".{'0' * len(figure['decimals'])}" if figure["decimals"] else ""
                self._sheet.write(cell.row, cell.column, number(words), _shown_as(f"#,##0{decimals}"))
            else:
                self.write(cell.row, cell.column, words, self._lined)

    def write(self, row: int, column: int, text: str, style: xlwt.XFStyle) -> None:
        """Text in the encoding's bytes; capitals that the font lacks go in the font of capitals."""
        parts = []
        for lacking, group in groupby(text, key=lambda letter: lacks_capital(self._table, letter)):
            words = "".join(group)
            if lacking:
                parts.append((self._table.encode(words.lower()), self._capitals))
            else:
                parts.append(self._table.encode(words))
        if len(parts) == 1 and isinstance(parts[0], str):
            self._sheet.write(row, column, parts[0], style)
        else:
            self._sheet.write_rich_text(row, column, parts, style)


def flat(line: Line) -> str:
    """A line without styles, its note marks against the word before."""
    return "".join(f"({run.note})" if run.note else run.text for run in line.runs())


def _shown_as(form: str) -> xlwt.XFStyle:
    return xlwt.easyxf(f"font: name {TCVN3.body}; {_LINES}", num_format_str=form)
