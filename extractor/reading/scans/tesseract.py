"""Tesseract with the Vietnamese data of Debian, through tesserocr."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from extractor.elements import Box
from extractor.reading.installed import VIETNAMESE, Helper, data_folder
from extractor.reading.scans.tokens import DIGITS, Cell, Picture, Token

MAX_MILLISECONDS: Final = 30_000
"""For one page, beyond which it is a map or noise; a dense page takes some three seconds."""

_POINTS: Final = 72
_SMALLEST, _SMALL = 0.34, 0.75  # of the type size, between which a raised mark is tall
_RISE: Final = 0.2  # of the type size: the foot of a raised mark stands so far above its line
_NO_LETTERS: Final = frozenset("ŒœÆæØøß")
_CLOSING: Final = frozenset(")]®©")


class Tesseract:
    """One loaded engine; not to be shared between threads."""

    helper: Helper = Helper.TESSEROCR

    def __init__(self, folder: Path) -> None:
        # One picture is read by one processor: the batch reads several files side by side. The library looks
        # at this when it is loaded.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr

        self._library: Any = tesserocr
        self._folder = folder
        self._api: Any = tesserocr.PyTessBaseAPI(
            path=str(folder), lang=VIETNAMESE, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
        )

    @property
    def name(self) -> str:
        """The name and version of the program."""
        return str(self._library.tesseract_version()).splitlines()[0]

    def read(self, picture: Picture, dpi: int) -> list[Token]:
        """Read a whole page."""
        self._open(picture, dpi, self._library.PSM.AUTO)
        return list(self._tokens(dpi))

    def read_cells(self, picture: Picture, dpi: int, cells: Sequence[Cell]) -> list[list[Token]]:
        """Read the cells of a table one by one, in a column of numbers with digits alone."""
        self._open(picture, dpi, self._library.PSM.SINGLE_BLOCK)
        read: list[list[Token]] = []
        for cell in cells:
            pixels = cell.pixels(picture)
            if pixels is None:
                read.append([])
                continue
            left, top, right, bottom = pixels
            self._api.SetVariable("tessedit_char_whitelist", DIGITS if cell.digits else "")
            self._api.SetRectangle(left, top, right - left, bottom - top)
            read.append(list(self._tokens(dpi)))
        self._api.SetVariable("tessedit_char_whitelist", "")
        return read

    def read_line(self, picture: Picture, dpi: int, letters: str) -> tuple[str, float]:
        """Read one line, as some letters alone where these are named."""
        self._open(picture, dpi, self._library.PSM.SINGLE_LINE)
        self._api.SetVariable("tessedit_char_whitelist", letters)
        text = str(self._api.GetUTF8Text()).strip()
        confidence = self._api.MeanTextConf() / 100
        self._api.SetVariable("tessedit_char_whitelist", "")
        return text, confidence

    def turn(self, picture: Picture, dpi: int) -> int:
        """How far a page is turned clockwise, in degrees: 0, 90, 180 or 270; 0 where that cannot be told."""
        if data_folder("osd") is None:
            return 0
        library = self._library
        with library.PyTessBaseAPI(path=str(self._folder), lang="osd", psm=library.PSM.OSD_ONLY) as api:
            api.SetImage(picture)
            api.SetSourceResolution(dpi)
            found = api.DetectOS()
        return int(found["orientation"]) * 90 if found else 0

    def _open(self, picture: Picture, dpi: int, mode: int) -> None:
        self._api.SetPageSegMode(mode)
        self._api.SetImage(picture)
        self._api.SetSourceResolution(dpi)

    def _tokens(self, dpi: int) -> Iterator[Token]:
        """Give the words that were recognised, a raised mark at the end of one apart from it."""
        levels = self._library.RIL
        iterator = self._api.GetIterator() if self._api.Recognize(timeout=MAX_MILLISECONDS) else None
        if iterator is None:
            return
        symbols: list[_Symbol] = []
        line: _Line | None = None
        for symbol in self._library.iterate_level(iterator, levels.SYMBOL):
            if symbol.Empty(levels.SYMBOL):
                continue
            if symbol.IsAtBeginningOf(levels.WORD):
                if line is not None:
                    yield from _word(symbols, line)
                symbols, line = [], _line_of(symbol, levels, dpi)
            box = symbol.BoundingBox(levels.SYMBOL)
            if text := (symbol.GetUTF8Text(levels.SYMBOL) or "").strip():
                left, top, right, bottom = map(float, box)
                symbols.append(_Symbol(text, (left, top, right, bottom)))
        if line is not None:
            yield from _word(symbols, line)


class _Symbol(NamedTuple):
    """A letter or sign, with its place."""

    text: str
    box: Box


class _Line(NamedTuple):
    """What a word shares with its line: two points of the baseline and the type size; and its confidence."""

    baseline: tuple[tuple[int, int], tuple[int, int]] | None
    size: float
    confidence: float


def _line_of(word: Any, levels: Any, dpi: int) -> _Line:
    box = word.BoundingBox(levels.WORD)
    size = word.WordFontAttributes()["pointsize"] * dpi / _POINTS or float(box[3] - box[1])
    return _Line(word.Baseline(levels.TEXTLINE), size, word.Confidence(levels.WORD) / 100)


def _word(symbols: Sequence[_Symbol], line: _Line) -> Iterator[Token]:
    """Give a word and what stands raised at its end, as a footnote mark does."""
    if not symbols:
        return
    baseline = _height_at(symbols[0].box[0], line.baseline) or max(symbol.box[3] for symbol in symbols)
    start, end = _mark(symbols, baseline, line.size)
    before: Token | None = None
    for part, high in ((symbols[:start], False), (symbols[start:end], True), (symbols[end:], False)):
        if part:
            token = _token(part, baseline, line, raised=high)
            yield token._replace(glued=before is not None)
            before = token


def _mark(symbols: Sequence[_Symbol], baseline: float, size: float) -> tuple[int, int]:
    """The first and past the last sign of a raised mark behind a word's last letter: "trị(1)." has it at 3 to 6.

    The boxes of signs that were read wrongly are not to be trusted: from the first raised sign all goes with
    it up to the last that is raised or a bracket.
    """
    if all(_is_raised(symbol.box, baseline, size) for symbol in symbols):
        return 0, len(symbols)  # a mark alone may be read as any letters: "Œ" or "f1)" for "(1)"
    tail = max((index + 1 for index, symbol in enumerate(symbols) if _is_letter(symbol.text)), default=0)
    raised = [i for i in range(tail, len(symbols)) if _is_raised(symbols[i].box, baseline, size)]
    if not raised:
        return len(symbols), len(symbols)
    closing = [i for i in range(raised[0], len(symbols)) if symbols[i].text in _CLOSING]
    return raised[0], max([*raised, *closing]) + 1


def _is_letter(text: str) -> bool:
    """Whether a sign is a letter of Vietnamese; "Œ" is what brackets and digits are taken for."""
    return text.isalpha() and text not in _NO_LETTERS


def _token(part: Sequence[_Symbol], baseline: float, line: _Line, *, raised: bool) -> Token:
    boxes = [symbol.box for symbol in part]
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    return Token("".join(symbol.text for symbol in part), box, baseline, line.size, line.confidence, raised)


def _height_at(x: float, line: tuple[tuple[int, int], tuple[int, int]] | None) -> float | None:
    """The y of a baseline, given by two points, at a place along it."""
    if line is None:
        return None
    (x0, y0), (x1, y1) = line
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else float(y0)


def _is_raised(box: Box, baseline: float, size: float) -> bool:
    """Whether a sign is a raised digit or bracket: smaller than a letter, larger than a quotation mark."""
    return _SMALLEST * size < box[3] - box[1] < _SMALL * size and baseline - box[3] > _RISE * size


def open_tesseract() -> Tesseract | None:
    """The engine, None where tesserocr or the Vietnamese data is not installed."""
    folder = data_folder()
    if folder is None:
        return None
    try:
        return Tesseract(folder)
    except ImportError:
        return None
