"""One page's text, word by word, with its size, style and place.

The text page gives all letters at once; places are asked for the first and last letter of a word only, and
sizes and fonts once a run, so that an ordinary page costs some fifteen hundred calls.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as raw

from extractor.reading.pdf import native
from extractor.reading.pdf.fonts import FontFacts, facts_of
from extractor.reading.pdf.geometry import Frame, Word

MAX_CHARACTERS = 200_000
"""Letters of one page beyond which it is no page of a report; a dense A3 sheet holds some 20,000."""

_TOKEN = re.compile(r"[^\s\u200b\ufeff\x00]+")
_LINE = re.compile(r"[^\r\n]+")
_INVISIBLE_MODES = frozenset({3, 7})
_STROKED_MODES = frozenset({1, 2})
# A hyphen at a line's end comes as U+0002; bullets and dashes of the Symbol font lie in the private area.
_REPAIRS = {"\x02": "-", "\u00ad": "-", "\ufffe": "-", "\uf02d": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢"}
_REPAIRABLE = re.compile("[" + "".join(_REPAIRS) + "]")
_REPAIR_TABLE = str.maketrans(_REPAIRS)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_UNCOMPOSED = re.compile("[\u0300-\u036f\ufb00-\ufb06]")
_SLANT_DEGREES = 3
_SKEW = 0.12
_LEAST_SIZE = 0.1


class Run(NamedTuple):
    """What the letters of one text object share; `turn` is None for text at a slant."""

    size: float
    turn: int | None
    origin: tuple[float, float]
    font: FontFacts
    bold: bool
    italic: bool
    visible: bool
    unmapped: bool


@dataclass(frozen=True, slots=True)
class TextCounts:
    """How many letters of a page are of what kind, which tells what the page is worth.

    Attributes:
        plain: letters read, of any kind but hidden; hidden: letters drawn in an invisible mode.
        legacy: letters in a font of the time before Unicode; unmapped: letters whose font does not say
            what they mean; cut: letters beyond the limit.
    """

    plain: int = 0
    hidden: int = 0
    legacy: int = 0
    unmapped: int = 0
    cut: int = 0


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page by the turn they are set at (0, 90, 180, 270), each in the view of its turn.

    `slanted` is text at any other angle, as a watermark has it.
    """

    words: dict[int, list[Word]]
    slanted: str
    counts: TextCounts


class PageWalk:
    """The text of an open page. It holds the page's text handle and must be closed before the page is."""

    def __init__(self, page: object, frame: Frame) -> None:
        self._pointer = raw.FPDFText_LoadPage(page)
        self._text_page = native.handle(self._pointer)
        self._frame = frame
        self._runs: dict[int, Run] = {}
        self._fonts: dict[int | None, FontFacts] = {}
        length = max(raw.FPDFText_CountChars(self._pointer), 0)
        self._cut = max(length - MAX_CHARACTERS, 0)
        self._text = self._read_text(length - self._cut)

    def close(self) -> None:
        """Give the text handle back."""
        raw.FPDFText_ClosePage(self._pointer)

    def read(self) -> PageText:
        """Take the page apart into words."""
        upright: list[tuple[Run, int, int]] = []
        slanted: list[str] = []
        plain = hidden = legacy = unmapped = 0
        for span in self._spans():
            run, start, end = span
            if not run.visible:
                hidden += end - start
                continue
            plain += end - start
            if run.turn is None:
                slanted.append(self._text[start:end])
                continue
            upright.append(span)
            legacy += end - start if run.font.legacy else 0
            unmapped += end - start if run.unmapped else 0
        counts = TextCounts(plain, hidden, legacy, unmapped, self._cut)
        return PageText(self._words(upright), " ".join(slanted), counts)

    def letters(self, word: Word, turn: int) -> list[Word]:
        """Take a word apart into its letters, each with its own place."""
        run = self._run_at(word.start)
        assert run is not None
        spans = [(run, index, index + 1) for index in range(word.start, word.end)]
        return self._words(spans)[turn]

    def _read_text(self, count: int) -> str:
        if not count:
            return ""
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = raw.FPDFText_GetText(self._pointer, 0, count, buffer)
        text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        if len(text) != count:
            # Letters without any code are left out of the whole text: ask for each, so that indexes agree.
            codes = (raw.FPDFText_GetUnicode(self._pointer, index) for index in range(count))
            text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
        return text.translate(_REPAIR_TABLE) if _REPAIRABLE.search(text) else text

    def _spans(self) -> Iterator[tuple[Run, int, int]]:
        """Yield each word, cut where a run ends inside it, in file order."""
        for line in _LINE.finditer(self._text):
            tokens = [token.span() for token in _TOKEN.finditer(self._text, *line.span())]
            if not tokens:
                continue
            run = self._run_at(tokens[0][0])
            if run is not None and run is self._run_at(tokens[-1][1] - 1):
                for start, end in tokens:
                    yield run, start, end
            else:
                for start, end in tokens:
                    yield from self._cut_at_runs(start, end)

    def _cut_at_runs(self, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
        first, last = self._run_at(start), self._run_at(end - 1)
        if first is last:
            if first is not None:
                yield first, start, end
            return
        begin, current = start, first
        for index in range(start + 1, end + 1):
            run = self._run_at(index) if index < end else None
            if run is not current or index == end:
                if current is not None:
                    yield current, begin, index
                begin, current = index, run

    def _words(self, spans: list[tuple[Run, int, int]]) -> dict[int, list[Word]]:
        """Give the spans their places, each in the view of its own turn."""
        boxes = (ctypes.c_float * (8 * len(spans)))()
        text_page, box_at, byref = self._text_page, native.loose_box_at, ctypes.byref
        at = 0
        for _, start, end in spans:
            box_at(text_page, start, byref(boxes, at))
            box_at(text_page, end - 1, byref(boxes, at + 16))
            at += 32
        values: list[float] = boxes[:]
        text = self._text
        composed = _UNCOMPOSED.search(text) is None
        words: dict[int, list[Word]] = {}
        at = 0
        for run, start, end in spans:
            size, turn, origin, _, bold, italic, _, _ = run
            assert turn is not None
            x0, x1 = _extent(self._frame, turn, values[at : at + 8])
            at += 8
            word = text[start:end] if composed else _compose(text[start:end])
            spaced = start > 0 and text[start - 1] <= " "
            words.setdefault(turn, []).append(
                Word(word, x0, x1, origin[1], size, bold, italic, spaced, start, end)
            )
        return words

    def _run_at(self, index: int) -> Run | None:
        """Give the run that a letter belongs to; letters that PDFium put in itself belong to none."""
        address = native.text_object_at(self._text_page, index)
        if address is None:
            return None
        run = self._runs.get(address)
        if run is None:
            run = self._runs[address] = self._read_run(native.Handle(address), index)
        return run

    def _read_run(self, text_object: native.Handle, index: int) -> Run:
        matrix, size = raw.FS_MATRIX(), ctypes.c_float()
        x, y = ctypes.c_double(), ctypes.c_double()
        native.matrix_at(self._text_page, index, ctypes.byref(matrix))
        native.object_font_size(text_object, ctypes.byref(size))
        native.origin_at(self._text_page, index, ctypes.byref(x), ctypes.byref(y))
        address = native.object_font(text_object)
        font = self._fonts.get(address)
        if font is None:
            font = self._fonts[address] = facts_of(address)
        mode = native.object_render_mode(text_object)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        turn = _turn(a, b)
        return Run(
            size=max(abs(size.value) * math.hypot(c, d), _LEAST_SIZE),
            turn=turn,
            origin=self._frame.turned(turn or 0).place(x.value, y.value),
            font=font,
            bold=font.bold or mode in _STROKED_MODES,
            italic=font.italic or (turn == 0 and abs(c) > _SKEW * abs(d)),
            visible=mode not in _INVISIBLE_MODES,
            unmapped=native.unmapped_at(self._text_page, index) == 1,
        )


def _compose(text: str) -> str:
    """Put letters and their marks together, and ligatures apart.

    >>> _compose("ti\\u00ea\\u0301n"), _compose("\\ufb01")
    ('tiến', 'fi')
    """
    return unicodedata.normalize("NFC", _LIGATURE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text))


def _extent(frame: Frame, turn: int, boxes: list[float]) -> tuple[float, float]:
    """Give where a word begins and ends along its own line.

    `boxes` are left, top, right, bottom of its first and of its last letter in user space.
    """
    if turn == 0:
        return boxes[0] - frame.left, boxes[6] - frame.left
    if turn == 90:
        return boxes[3] - frame.bottom, boxes[5] - frame.bottom
    if turn == 180:
        return frame.right - boxes[2], frame.right - boxes[4]
    return frame.top - boxes[1], frame.top - boxes[7]


def _turn(a: float, b: float) -> int | None:
    """Give the direction of a text matrix as 0, 90, 180 or 270 degrees, None when it slants.

    >>> _turn(0.0, 1.0), _turn(0.7, 0.7)
    (90, None)
    """
    degrees = math.degrees(math.atan2(b, a)) % 360
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) < _SLANT_DEGREES else None
