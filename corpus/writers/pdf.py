"""PDF with a text layer: two-column letterhead, page numbers, notes at the page's foot, ruled tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.source import Ending, Heading, Item, Letterhead, Line, Note, Paragraph, Source, Table, Title
from corpus.writers.typesetting import Piece, Row, Word, register_fonts, set_lines, words_of

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 85.0, 42.5, 57.0, 57.0
BODY = WIDTH - LEFT - RIGHT
SIZE, LEAD, NOTE_SIZE, NOTE_LEAD, CELL_SIZE, CELL_LEAD = 13.0, 18.0, 10.0, 12.0, 11.0, 13.5
INDENT = 36.0


def write(source: Source) -> bytes:
    """Write a source as a PDF.

    Raises:
        MissingFontError: Liberation Serif is not installed.
    """
    register_fonts()
    return Press(source).print()


class Press:
    """The pages of one report: what is set goes from the top down, notes from the foot up."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.notes = {
            block.label: set_lines(note_words(block), BODY, x=LEFT)
            for block in source.blocks
            if isinstance(block, Note)
        }
        self.file = io.BytesIO()
        self.canvas = Canvas(self.file, pagesize=A4, invariant=1)
        self.page = 1
        self.y = HEIGHT - TOP
        self.foot: list[str] = []

    def print(self) -> bytes:
        """Set every block and return the file."""
        for block in self.source.blocks:
            self.block(block)
        self.end_page()
        self.canvas.save()
        return self.file.getvalue()

    def block(self, block: Letterhead | Title | Heading | Paragraph | Item | Note | Table | Ending) -> None:
        """Set one block; notes wait in `notes` for their marks."""
        match block:
            case Letterhead():
                self.letterhead(block)
            case Title():
                self.y -= 10
                for line in block.lines:
                    rows = set_lines(
                        words_of(line, SIZE + 1, bold=True), BODY - 60, x=LEFT + 30, align="center"
                    )
                    self.flow(rows)
                self.rule(LEFT + BODY / 2 - 50, LEFT + BODY / 2 + 50, self.y - 2)
                self.y -= 16
            case Heading():
                self.keep(3 * LEAD)
                self.flow(set_lines(words_of(block.line, SIZE, bold=True), BODY, x=LEFT, indent=INDENT))
            case Paragraph():
                words = words_of(block.line, SIZE, italic=block.basis)
                self.flow(set_lines(words, BODY, x=LEFT, indent=INDENT))
            case Item():
                bullet = [Piece(block.bullet, "Regular", SIZE)]
                words = [bullet, *words_of(block.line, SIZE)]
                self.flow(set_lines(words, BODY, x=LEFT, indent=INDENT))
            case Table():
                Grid(self, block).print()
            case Ending():
                self.ending(block)
            case Note():
                pass

    def flow(self, rows: list[Row]) -> None:
        """Set lines one below the other; a line takes the notes that it marks to the foot of its page."""
        for row in rows:
            if self.y - LEAD < BOTTOM + self.foot_height([*self.foot, *row.notes]):
                self.end_page()
            self.foot += row.notes
            self.y -= LEAD
            self.line(row, self.y + LEAD - SIZE)
        self.y -= 4

    def keep(self, height: float) -> None:
        """Start a new page when less than `height` is left."""
        if self.y - height < BOTTOM + self.foot_height(self.foot):
            self.end_page()

    def foot_height(self, labels: list[str]) -> float:
        """How high the notes at the foot of a page stand, with their rule."""
        return sum(len(self.notes[label]) * NOTE_LEAD for label in labels) + (10 if labels else 0)

    def end_page(self) -> None:
        """Set the notes and the number of the page that is full, and start the next."""
        if self.foot:
            y = BOTTOM + self.foot_height(self.foot)
            self.rule(LEFT, LEFT + 144, y - 4)
            y -= 10
            for label in self.foot:
                for row in self.notes[label]:
                    y -= NOTE_LEAD
                    self.line(row, y + 2)
        if self.page > 1:
            self.canvas.setFont("Regular", SIZE)
            self.canvas.drawCentredString(WIDTH / 2, HEIGHT - TOP / 1.6, str(self.page))
        self.canvas.showPage()
        self.page += 1
        self.y = HEIGHT - TOP
        self.foot = []

    def line(self, row: Row, y: float) -> None:
        """Draw one line, each word by itself where it is spaced out."""
        text = self.canvas.beginText()
        x = row.x
        for n, word in enumerate(row.words):
            blank = row.blank if n < len(row.words) - 1 else 0.0
            for k, piece in enumerate(word):
                text.setTextOrigin(x, y)
                text.setFont(piece.font, piece.size)
                text.setRise(piece.rise)
                text.textOut(piece.text + (" " if blank and k == len(word) - 1 else ""))
                x += piece.width
            x += blank
        text.setRise(0)
        self.canvas.drawText(text)

    def rule(self, x0: float, x1: float, y: float) -> None:
        """Draw a thin rule."""
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x0, y, x1, y)

    def column(
        self,
        lines: tuple[Line, ...],
        at: tuple[float, float],
        width: float,
        size: float,
        align: str,
        *,
        bold: bool = False,
    ) -> float:
        """Set lines in a column of the page from the point `at` down; returns where they end."""
        x, y = at
        for line in lines:
            for row in set_lines(words_of(line, size, bold=bold), width, x=x, align=align):
                y -= size * 1.3
                self.line(row, y)
        return y

    def letterhead(self, block: Letterhead) -> None:
        """Issuer and number on the left, motto, place and date on the right."""
        left, right, top = 190.0, BODY - 190, self.y
        name = self.column(block.left[:-1], (LEFT, top), left, 12, "center")
        self.rule(LEFT + left / 2 - 32, LEFT + left / 2 + 32, name - 5)
        low = self.column(block.left[-1:], (LEFT, name - 9), left, SIZE, "center")
        motto = self.column(block.right[:-1], (LEFT + left, top), right, 12, "center")
        self.rule(LEFT + left + right / 2 - 75, LEFT + left + right / 2 + 75, motto - 5)
        self.y = min(low, self.column(block.right[-1:], (LEFT + left, motto - 9), right, SIZE, "center")) - 12

    def ending(self, block: Ending) -> None:
        """Recipients on the left in small type, the signature on the right."""
        self.keep(max(len(block.recipients) * 15.0, len(block.signature) * 18.0 + 54) + 20)
        top = self.y - 6
        left = self.column((block.lead,), (LEFT, top), 220, 12, "left") if block.lead.text else top
        low = self.column(block.recipients, (LEFT, left), 230, 11, "left")
        x, width = LEFT + 240, BODY - 240
        title = self.column(block.signature[:-1], (x, top), width, SIZE, "center", bold=True)
        self.y = min(
            low, self.column(block.signature[-1:], (x, title - 54), width, SIZE, "center", bold=True)
        )


def note_words(note: Note) -> list[Word]:
    """The body of a note with its raised mark."""
    raised = Piece(f"({note.label})", "Regular", NOTE_SIZE * 0.65, NOTE_SIZE * 0.35)
    return [[raised], *words_of(note.line, NOTE_SIZE)]


@dataclass(frozen=True, slots=True)
class Block:
    """A cell as set: its lines, its place in points from the table's left edge."""

    rows: list[Row]
    x: float
    width: float
    tall: int


class Grid:
    """A ruled table; a row that does not fit goes on over the page."""

    def __init__(self, press: Press, table: Table) -> None:
        self.press, self.table = press, table
        weights = [float(c.fields.get("width", 0.5 if c.kind == "no" else 1)) for c in table.columns]
        self.widths = [BODY * weight / sum(weights) for weight in weights]
        self.edges = [LEFT + sum(self.widths[:n]) for n in range(len(self.widths) + 1)]

    def print(self) -> None:
        """Print the head and the rows; the head again on each page when the source asks for it."""
        count = self.table.head_rows + len(self.table.rows)
        self.press.y -= 4
        self.head()
        for row in range(self.table.head_rows, count):
            self.body_row(list(self.cells(row)))
        self.press.y -= 10

    def head(self) -> None:
        """The head's rows together, cells over several rows drawn once."""
        heights = [self.row_height(row) for row in range(self.table.head_rows)]
        self.press.keep(sum(heights) + 2 * CELL_LEAD)
        top = self.press.y
        for row in range(self.table.head_rows):
            y = top - sum(heights[:row])
            for block in self.cells(row):
                self.draw(block, y, sum(heights[row : row + block.tall]))
        self.press.y = top - sum(heights)

    def row_height(self, row: int) -> float:
        """How high the cells of a head row stand that cover no other row."""
        return max(
            (len(b.rows) * CELL_LEAD + 5 for b in self.cells(row) if b.tall == 1), default=CELL_LEAD + 5
        )

    def cells(self, row: int) -> Iterator[Block]:
        """The cells that start in a row."""
        head = row < self.table.head_rows
        for cell in self.table.cells:
            if cell.row == row:
                x, end = self.edges[cell.column], self.edges[cell.column + cell.column_span]
                kind = self.table.columns[cell.column].kind
                align = "center" if head or kind in ("no", "unit") else "right" if kind == "value" else "left"
                words = words_of(cell.line, CELL_SIZE, bold=head)
                rows = set_lines(words, end - x - 6, x=x + 3, align=align)
                yield Block(rows, x, end - x, cell.row_span)

    def body_row(self, blocks: list[Block]) -> None:
        """A row; what of it does not fit on the page goes on at the top of the next."""
        while blocks:
            height = max(len(block.rows) for block in blocks) * CELL_LEAD + 5
            left = self.press.y - BOTTOM - self.press.foot_height(self.press.foot)
            fit = int((left - 5) // CELL_LEAD)
            if height <= left:
                rest: list[Block] = []
            elif fit >= 1 and self.press.source.options.get("split_rows") == "yes":
                rest = [Block(b.rows[fit:], b.x, b.width, 1) for b in blocks]
                blocks = [Block(b.rows[:fit], b.x, b.width, 1) for b in blocks]
                height = fit * CELL_LEAD + 5
            else:
                self.press.end_page()
                if self.press.source.options.get("repeat_head") == "yes":
                    self.head()
                continue
            for block in blocks:
                self.draw(block, self.press.y, height)
            self.press.y -= height
            blocks = rest

    def draw(self, block: Block, top: float, height: float) -> None:
        """The frame of a cell and its lines, those of a head cell in its middle."""
        canvas = self.press.canvas
        canvas.setLineWidth(0.5)
        canvas.rect(block.x, top - height, block.width, height)
        y = top - max(0.0, (height - len(block.rows) * CELL_LEAD) / 2 - 1) if block.tall > 1 else top - 1
        for row in block.rows:
            y -= CELL_LEAD
            self.press.line(row, y + 3)
