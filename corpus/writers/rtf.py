"""RTF as the programs of the 1990s and 2000s wrote it: letters of TCVN3 or VNI under Western code points.

The tables of the encodings are the extractor's; that they are right is proved elsewhere, against other programs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.source import Ending, Heading, Item, Letterhead, Line, Note, Paragraph, Source, Table, Title
from extractor.encodings.tables import Table as EncodingTable
from extractor.encodings.tables import tables

PAGE_TWIPS = 9600
SIDE = (4200, PAGE_TWIPS)  # the right edges of a letterhead's and an ending's two columns


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of fonts of one encoding; `capitals` shows small letters as capitals, None where it needs no such."""

    encoding: str
    body: str
    capitals: str | None = None


VNI = Typeface("vni", "VNI-Times")
TCVN3 = Typeface("tcvn3", ".VnTime", ".VnTimeH")


def write(source: Source) -> bytes:
    """Write a source as RTF in VNI."""
    return write_in(source, VNI)


def write_in(source: Source, typeface: Typeface) -> bytes:
    """Write a source as RTF in the fonts of an encoding."""
    fonts = [typeface.body, *([typeface.capitals] if typeface.capitals else [])]
    listed = "".join(rf"{{\f{n}\froman\fcharset0 {name};}}" for n, name in enumerate(fonts))
    head = rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{listed}}}\paperw11907\paperh16840\margl1701\margr851"
    return "\n".join([head, *Writer(source, typeface).blocks(), "}"]).encode("ascii")


class Writer:
    """The blocks of one source, one after the other."""

    def __init__(self, source: Source, typeface: Typeface) -> None:
        self.source = source
        self.typeface = typeface
        self.table = tables()[typeface.encoding]
        self.notes = {block.label: block for block in source.blocks if isinstance(block, Note)}

    def blocks(self) -> Iterator[str]:
        """Every block; notes stand where they are marked."""
        for block in self.source.blocks:
            match block:
                case Letterhead():
                    yield from self.columns(block.left, block.right)
                case Title():
                    for line in block.lines:
                        yield rf"\pard\qc\sb60 {{\b\fs28 {self.line(line)}}}\par"
                case Heading():
                    yield rf"\pard\qj\fi720\sb60 {{\b\fs26 {self.line(block.line)}}}\par"
                case Paragraph():
                    slant = r"\i" if block.basis else ""
                    yield rf"\pard\qj\fi720\sb60 {{\fs26{slant} {self.line(block.line)}}}\par"
                case Item():
                    yield rf"\pard\qj\fi720\sb60 {{\fs26 {block.bullet} {self.line(block.line)}}}\par"
                case Table():
                    yield from self.ruled(block)
                case Ending():
                    lead = (block.lead,) if block.lead.text else ()
                    yield from self.columns((*lead, *block.recipients), block.signature)
                case Note():
                    pass

    def columns(self, left: tuple[Line, ...], right: tuple[Line, ...]) -> Iterator[str]:
        """Two columns side by side, in a table without rules."""
        edges = "".join(rf"\cellx{edge}" for edge in SIDE)
        cells = (
            rf"\pard\intbl\qc {{\fs24 {(chr(10) + chr(92) + 'par ').join(map(self.line, lines))}}}\cell"
            for lines in (left, right)
        )
        yield rf"\trowd\trgaph70{edges}"
        yield from cells
        yield r"\row\pard\par"

    def ruled(self, table: Table) -> Iterator[str]:
        """A table with its rules and merged cells."""
        count = len(table.columns)
        borders = "".join(rf"\clbrdr{side}\brdrs\brdrw10" for side in "tlbr")
        covered = {
            (cell.row + down, cell.column + across): (down, across, cell)
            for cell in table.cells
            for down in range(cell.row_span)
            for across in range(cell.column_span)
        }
        for row in range(table.head_rows + len(table.rows)):
            definition, content = "", []
            for column in range(count):
                down, across, cell = covered.get((row, column), (0, 0, None))
                if cell is not None and cell.column_span > 1:
                    definition += r"\clmrg" if across else r"\clmgf"
                if cell is not None and cell.row_span > 1:
                    definition += r"\clvmrg" if down else r"\clvmgf"
                definition += rf"{borders}\cellx{PAGE_TWIPS * (column + 1) // count}"
                words = self.line(cell.line) if cell is not None and not down and not across else ""
                content.append(rf"\pard\intbl {{\fs22 {words}}}\cell")
            yield rf"\trowd\trgaph70{definition}"
            yield from content
            yield r"\row"
        yield r"\pard\par"

    def line(self, line: Line) -> str:
        """A line with its styles and footnotes."""
        parts = []
        for run in line.runs():
            if run.note:
                body = self.line(self.notes[run.note].line)
                mark = rf"{{\super {self.letters(f'({run.note})')}}}"
                parts.append(rf"{mark}{{\footnote\pard\plain\fs20 {mark} {body}}}")
            elif not run.page:
                style = (r"\b" if run.bold else "") + (r"\i" if run.italic else "")
                parts.append(f"{{{style} {self.letters(run.text)}}}" if style else self.letters(run.text))
        return "".join(parts)

    def letters(self, text: str) -> str:
        """Text in the encoding's bytes; capitals that its font lacks go in the font of capitals."""
        if self.typeface.capitals is None:
            return escaped(self.table.encode(text))
        parts = []
        for lacking, group in groupby(text, key=lambda letter: lacks_capital(self.table, letter)):
            words = "".join(group)
            parts.append(
                rf"{{\f1 {escaped(self.table.encode(words.lower()))}}}"
                if lacking
                else escaped(self.table.encode(words))
            )
        return "".join(parts)


def lacks_capital(table: EncodingTable, letter: str) -> bool:
    """Whether an encoding has no such capital: those with a tone are small letters in a font of TCVN3."""
    return letter.isupper() and table.decode(table.encode(letter)) != letter


def escaped(text: str) -> str:
    """Characters of Windows-1252 as RTF writes them."""
    parts = []
    for letter in unicodedata.normalize("NFC", text):
        if letter in "\\{}":
            parts.append(f"\\{letter}")
        elif letter == "\t":
            parts.append(r"\tab ")
        elif " " <= letter <= "~":
            parts.append(letter)
        else:
            byte = letter.encode("cp1252" if ord(letter) > 0xFF else "latin-1")
            parts.append(f"\\'{byte[0]:02x}")
    return "".join(parts)
