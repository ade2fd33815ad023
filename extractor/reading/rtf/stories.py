"""A story being written: the body, a header, a note, a comment or a text box."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from extractor.reading import word_markup
from extractor.reading.docx.properties import UNSET, ParagraphFormat, RunFormat
from extractor.reading.rtf.tables import Row, RowShape, write_table

_LONGEST_MARK: Final = 6


class Part(Enum):
    """Which part of the document a story is."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    COMMENT = "comment"
    BOX = "box"


@dataclass(slots=True)
class Story:
    """Blocks written so far, the paragraph and the row that are open, and the table above them."""

    part: Part
    is_endnote: bool = False
    counted: bool = False  # the marks of the note are counted, not typed
    _blocks: list[str] = field(default_factory=list)
    _runs: list[str] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _rows: list[Row] = field(default_factory=list)
    _raised: str = ""
    _left_open: RowShape | None = None

    @property
    def blank(self) -> bool:
        """Whether the open paragraph holds nothing yet."""
        return not self._runs

    def add(self, text: str, form: RunFormat) -> None:
        """Add letters to the open paragraph."""
        self._end_left_open()
        self._runs.append(word_markup.run(text, form))
        self._raised = text.strip() if form.raised else self._raised if not text.strip() else ""

    def insert(self, written: str) -> None:
        """Add a run that is written already."""
        self._runs.append(written)
        self._raised = ""

    def take_mark(self) -> str | None:
        """Take back the raised letters that end the open paragraph so far: the typed mark of a note."""
        mark = self._raised
        if not mark or len(mark) > _LONGEST_MARK or not self._runs:
            return None
        self._runs.pop()
        self._raised = ""
        return mark

    def end_paragraph(self, form: ParagraphFormat, *, in_table: bool) -> None:
        """Close the open paragraph; one outside ends the table above it."""
        written = word_markup.paragraph("".join(self._runs), form)
        self._runs, self._raised = [], ""
        if in_table:
            self._cell.append(written)
        else:
            self.end_table()
            self._blocks.append(written)

    def end_cell(self, form: ParagraphFormat) -> None:
        """Close the open cell."""
        self._end_left_open()
        if self._runs or not self._cell:
            self.end_paragraph(form, in_table=True)
        self._cells.append("".join(self._cell))
        self._cell = []

    def define_row(self, before: RowShape) -> None:
        """Note that a row is defined after one of the shape `before`, all of whose cells are closed.

        It is the next row, whose predecessor was not closed, when letters follow, and the same row once more
        when its end does.
        """
        if self._cells and len(self._cells) >= len(before.cells) and not self._runs:
            self._left_open = before

    def _end_left_open(self) -> None:
        if self._left_open is not None:
            self.end_row(self._left_open, UNSET)

    def end_row(self, shape: RowShape, form: ParagraphFormat) -> None:
        """Close the open row; what stands after its last cell is in no cell."""
        self._left_open = None
        if self._runs or self._cell:
            self.end_cell(form)
        if self._cells:
            self._rows.append(Row(shape, self._cells))
            self._cells = []

    def end_table(self) -> None:
        """Close the table; cells of a row that was cut off are read as paragraphs."""
        if self._rows:
            self._blocks.append(write_table(self._rows))
            self._rows = []
        self._blocks += [*self._cells, *self._cell]
        self._cells, self._cell = [], []

    def finish(self, form: ParagraphFormat) -> str:
        """Close all that is open and return the blocks."""
        if self._runs:
            self.end_paragraph(form, in_table=bool(self._cell or self._cells))
        self.end_table()
        return "".join(self._blocks)
