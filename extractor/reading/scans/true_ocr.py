"""TrueOCR: reads Vietnamese with models that come inside its package, so that pip alone installs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any, Final

from extractor.elements import Box
from extractor.reading.installed import Helper
from extractor.reading.scans.tokens import Cell, Picture, Token

_BASELINE: Final = 0.78  # of a line box's height, where its letters stand
_SIZE: Final = 0.85


class TrueOcr:
    """One loaded engine. It gives boxes of whole lines: a word's place is told by its share of the letters."""

    helper: Helper = Helper.TRUEOCR

    def __init__(self, model: Any) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The name and version of the package."""
        return f"trueocr {version('trueocr')}"

    def read(self, picture: Picture, dpi: int) -> list[Token]:
        """Read a whole page."""
        result = self._model.predict(picture)
        return [token for line in result.lines for token in _tokens(line, 0.0, 0.0)]

    def read_cells(self, picture: Picture, dpi: int, cells: Sequence[Cell]) -> list[list[Token]]:
        """Read a table as one picture, and give each cell what stands in it.

        It knows no reading with digits alone, and cell by cell it would find the lines of each anew.
        """
        if not cells or cells[0].digits:
            return [[] for _ in cells]
        left, top = min(cell.box[0] for cell in cells), min(cell.box[1] for cell in cells)
        right, bottom = max(cell.box[2] for cell in cells), max(cell.box[3] for cell in cells)
        result = self._model.predict(picture.crop((round(left), round(top), round(right), round(bottom))))
        tokens = [token for line in result.lines for token in _tokens(line, round(left), round(top))]
        return [[token for token in tokens if _is_inside(token.box, cell.box)] for cell in cells]

    def read_line(self, picture: Picture, dpi: int, letters: str) -> tuple[str, float]:
        """It finds the lines of a page, not of a word that was cut out."""
        return "", 0.0

    def turn(self, picture: Picture, dpi: int) -> int:
        """It reads pages as they lie, and cannot tell how they are turned."""
        return 0


def _is_inside(box: Box, cell: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return cell[0] <= x < cell[2] and cell[1] <= y < cell[3]


def _tokens(line: dict[str, Any], left: float, top: float) -> Iterator[Token]:
    """The words of a line, each with its share of the line's width."""
    x0, y0, x1, y1 = line["bbox"]
    text = str(line["text"])
    height = y1 - y0
    step = (x1 - x0) / max(1, len(text))
    at = 0
    for word in text.split():
        at = text.index(word, at)
        box: Box = (left + x0 + at * step, top + y0, left + x0 + (at + len(word)) * step, top + y1)
        yield Token(word, box, top + y0 + _BASELINE * height, _SIZE * height, float(line["confidence"]))
        at += len(word)


def open_true_ocr() -> TrueOcr | None:
    """The engine, None where the package is not installed."""
    try:
        from trueocr import OCRConfig, load_model
    except ImportError:
        return None
    return TrueOcr(load_model(OCRConfig(threads=1, auto_rotate=False)))
