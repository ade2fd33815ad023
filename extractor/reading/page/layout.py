"""What stands on a page, in the view in which it is read, whichever way its words were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extractor.elements import Box
from extractor.reading.page.geometry import Frame, Rule
from extractor.reading.page.joining import PlacedLine
from extractor.reading.page.lines import Line
from extractor.reading.page.tables import PageTable


@dataclass(frozen=True, slots=True)
class TextCounts:
    """How many letters of a page are of what kind, which tells what the page is worth.

    Attributes:
        plain: letters read; hidden: letters drawn in an invisible mode or beyond the page's edge.
        legacy: letters in a font of the time before Unicode; unmapped: letters whose font does not say
            what they mean; cut: letters beyond the limit.
    """

    plain: int = 0
    hidden: int = 0
    legacy: int = 0
    unmapped: int = 0
    cut: int = 0


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What stands on a page, before anything is known of the pages around it.

    Attributes:
        view: the frame that all places here are in; shown: the frame of the page as a viewer shows it.
        asides: lines set at another turn than the page's text; slanted: text at a slant, as a watermark.
        rules: the horizontal ones; picture: the share of the page that its largest picture covers.
        shapes: drawn paths that are no rules; cut: the page holds more than is read.
        skew: degrees that the lines fall to the right on the page; here they run level. scanned: it was read
            from its picture.
    """

    number: int
    view: Frame
    shown: Frame
    lines: tuple[Line, ...]
    tables: tuple[PageTable, ...]
    asides: tuple[Line, ...]
    slanted: str
    rules: tuple[Rule, ...]
    counts: TextCounts
    picture: float
    shapes: int
    cut: bool
    skew: float = 0.0
    scanned: bool = False

    def upright_lines(self) -> Iterator[Line]:
        """Yield the lines of the page's own turn, those in its tables after the others."""
        yield from self.lines
        for table in self.tables:
            for cell in table.cells:
                yield from cell.lines

    def placed(self, lines: Iterable[Line]) -> list[PlacedLine]:
        """Give lines of this page with their place on the page as it is shown."""
        return [(self._with_shown_pieces(line), self.number, self.shown_box(line.box)) for line in lines]

    def _with_shown_pieces(self, line: Line) -> Line:
        if not line.pieces:
            return line
        pieces = (replace(piece, box=self.shown_box(piece.box)) for piece in line.pieces)
        return replace(line, pieces=tuple(pieces))

    def shown_box(self, box: Box) -> Box:
        """Take a box of this view to the page as it is shown, to a tenth of a point."""
        x0, top, x1, bottom = self.view.carry(self.view.tilted(box, self.skew), self.shown)
        return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)
