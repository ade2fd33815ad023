"""One open page → its lines, tables and rules, all in the view in which it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pypdfium2.raw as raw

from extractor.encodings import Decoded
from extractor.reading.page.geometry import Frame, Word
from extractor.reading.page.grids import find_grids
from extractor.reading.page.layout import PageLayout
from extractor.reading.page.lines import Letters, Line, set_lines
from extractor.reading.page.tables import take_tables
from extractor.reading.pdf.drawing import DrawingWalk
from extractor.reading.pdf.letters import FileHints, OldLine
from extractor.reading.pdf.walking import PageWalk

_MOSTLY = 4
_A4 = (0.0, 0.0, 595.0, 842.0)


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF laid out.

    `old_lines` are those that may hold letters of old encodings, `decoded` what came of them.
    """

    layout: PageLayout
    old_lines: tuple[OldLine, ...]
    decoded: tuple[Decoded, ...]


def lay_out(page: object, number: int, hints: FileHints | None = None) -> PdfPage:
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
    layout = PageLayout(
        number, view, shown, tuple(lines), tuple(tables), tuple(asides), text.slanted, rules, text.counts,
        drawing.picture, drawing.shapes, drawing.cut or text.counts.cut > 0,
    )  # fmt: skip
    return PdfPage(layout, walk.old_lines, walk.decoded)


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
