"""One open page → its lines, tables and rules, all in the view in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as raw

from extractor.elements import Box
from extractor.encodings import Decoded
from extractor.reading.pdf.drawing import DrawingWalk
from extractor.reading.pdf.geometry import Frame, Rule, Word
from extractor.reading.pdf.grids import find_grids
from extractor.reading.pdf.joining import PlacedLine
from extractor.reading.pdf.letters import FileHints, OldLine
from extractor.reading.pdf.lines import Letters, Line, set_lines
from extractor.reading.pdf.tables import PageTable, take_tables
from extractor.reading.pdf.walking import PageWalk, TextCounts

_MOSTLY = 4
_A4 = (0.0, 0.0, 595.0, 842.0)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What stands on a page, before anything is known of the pages around it.

    Attributes:
        view: the frame that all places here are in; shown: the frame of the page as a viewer shows it.
        asides: lines set at another turn than the page's text; slanted: text at a slant, as a watermark.
        rules: the horizontal ones; picture: the share of the page that its largest picture covers.
        shapes: drawn paths that are no rules; cut: the page holds more than is read.
        old_lines: those that may hold letters of old encodings; decoded: what came of them.
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
    old_lines: tuple[OldLine, ...] = ()
    decoded: tuple[Decoded, ...] = ()
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


def lay_out(page: object, number: int, hints: FileHints | None = None) -> PageLayout:
    """Read an open page; `number` counts from 1, `hints` tell what the file's fonts hold."""
    shown = _shown(page)
    walk = PageWalk(page, shown, hints)
    try:
        text = walk.read()
        view = shown.turned(_main_turn(text.words, shown.turn))
        drawing = DrawingWalk(page, view).read()
        tables, words, asides = take_tables(
            find_grids(drawing.rules), text.words.get(view.turn, []), _asides(walk, text.words, view),
            _letters(walk, view),
        )  # fmt: skip
        lines = set_lines(words, _letters(walk, view))
    finally:
        walk.close()
    rules = tuple(rule for rule in drawing.rules if rule.horizontal)
    return PageLayout(
        number, view, shown, tuple(lines), tuple(tables), tuple(asides), text.slanted, rules, text.counts,
        drawing.picture, drawing.shapes, drawing.cut or text.counts.cut > 0, walk.old_lines, walk.decoded,
    )  # fmt: skip


def _letters(walk: PageWalk, view: Frame) -> Letters:
    return lambda word: walk.letters(word, view.turn)


def _main_turn(words: dict[int, list[Word]], shown: int) -> int:
    """Give the turn of most of a page's letters: a wide table may be set sideways on an upright page."""
    weights = {turn: sum(len(word.text) for word in part) for turn, part in words.items()}
    turn = max(weights, key=weights.__getitem__, default=shown)
    return turn if weights.get(turn, 0) > _MOSTLY * weights.get(shown, 0) else shown


def _asides(walk: PageWalk, words: dict[int, list[Word]], view: Frame) -> list[Line]:
    """Set the words of all other turns into lines, each in its own view, and place them in this one."""
    asides: list[Line] = []
    for turn, part in words.items():
        if turn != view.turn:
            own = view.turned(turn)
            lines = set_lines(part, _letters(walk, own))
            asides.extend(replace(line, block=own.carry(line.box, view)) for line in lines)
    return asides


def _shown(page: object) -> Frame:
    """Give the frame of a page as it is shown, that is turned and cropped."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box) or box.right - box.left < 1 or box.top - box.bottom < 1:
        return Frame(0, *_A4)
    return Frame(raw.FPDFPage_GetRotation(page) * 90 % 360, box.left, box.bottom, box.right, box.top)
