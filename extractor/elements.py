"""What a reader hands on: the pieces of a file in reading order, before the report's structure is known.

A reader says only what its format shows; `extractor.structure` decides what each piece means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from extractor.problems import Problem

Box = tuple[float, float, float, float]


class Role(StrEnum):
    """What the file itself tells of a piece."""

    TEXT = "text"
    TABLE = "table"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # running heads, page numbers, Word headers and footers


@dataclass(frozen=True, slots=True)
class Origin:
    """Where `text[start:end]` stands in the source file.

    Attributes:
        page: counts from 1; line: counts from 1 (text formats).
        offset: code points from the start of the decoded file (text formats), for the run's first character.
        box: x0, top, x1, bottom in PDF points from the page's top left corner.
        part: the part and paragraph of a package ("word/footnotes.xml#3").
        confidence: of the OCR engine that read it, from 0 to 1; None for text that is stored as such.
    """

    start: int
    end: int
    page: int | None = None
    line: int | None = None
    offset: int | None = None
    box: Box | None = None
    part: str | None = None
    confidence: float | None = None

    def moved(self, by: int) -> Origin:
        """The same run in a text that has `by` more characters before it, from 0 on."""
        return Origin(
            max(0, self.start + by), self.end + by, self.page, self.line, self.offset, self.box, self.part,
            self.confidence,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote mark `text[start:end]` ("(1)", "5)"), whose bare label is "1", "5", "*"."""

    start: int
    end: int
    label: str

    def moved(self, by: int) -> Marker:
        """The same mark in a text that has `by` more characters before it."""
        return Marker(self.start + by, self.end + by, self.label)


@dataclass(frozen=True, slots=True)
class Style:
    """How a whole piece is set; None where the format does not say.

    `heading` is the format's own heading level (Markdown ##, h2, Word outline level), from 1.
    `align` is "left", "center", "right" or "justify"; `size` and `indent` are in points.
    """

    bold: bool | None = None
    italic: bool | None = None
    heading: int | None = None
    align: str | None = None
    size: float | None = None
    indent: float | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as read; its text is one line (inner breaks are spaces). Rows and columns count from 0.

    Of a spreadsheet's cell, `value` is the stored number, of which the text is what is shown; `hidden` says
    that it lies in a hidden row or column.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    markers: tuple[Marker, ...] = ()
    origins: tuple[Origin, ...] = ()
    value: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """A paragraph, table, footnote body or running head.

    Attributes:
        text: without markup, NFC, inner line breaks as spaces except where the source sets a hard one;
            footnote marks stay, at the places that `markers` names. Empty for a table.
        label: for a footnote body, its bare label; the text then starts after it.
        bullet: the list mark ("-", "+", "•") where the format keeps it apart from the text, else None.
        item: the format says that this is a list item.
        continues: True or False where the page's geometry settles whether this piece goes on with the one
            before it (in the same column, past furniture and footnotes), else None.
        ruled: for a table, whether its cells are ruled off; a letterhead set as a table is not.
        sheet: the name of the spreadsheet's sheet that it stands on.
        encoding: that its letters were stored in ("tcvn3", "unicode"), None where all of them are ASCII or
            the format leaves no choice; certainty: of that, from 0 to 1.
    """

    role: Role
    text: str = ""
    page: int | None = None
    style: Style = field(default_factory=Style)
    markers: tuple[Marker, ...] = ()
    origins: tuple[Origin, ...] = ()
    label: str | None = None
    bullet: str | None = None
    item: bool = False
    continues: bool | None = None
    cells: tuple[TableCell, ...] = ()
    ruled: bool = True
    sheet: str | None = None
    encoding: str | None = None
    certainty: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of one reader.

    Attributes:
        format: the name of a row in `extractor.reading.formats.FORMATS` ("markdown", "docx", "pdf").
        parser: engine and version that served ("pypdfium2 5.15.2"); encoding: as found ("utf-8").
        missed: engines that would have read it better and were not installed ("libreoffice", "tesserocr").
    """

    elements: tuple[Element, ...]
    format: str
    parser: str
    pages: int | None = None
    encoding: str | None = None
    problems: tuple[Problem, ...] = ()
    missed: tuple[str, ...] = ()
