"""One page's text, word by word, with its size, style and place.

The text page gives all letters at once; places are asked for the first and last letter of a word only, and
sizes and fonts once a run, so that an ordinary page costs some fifteen hundred calls.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as raw

from extractor.reading.pdf import native
from extractor.reading.pdf.fonts import FontFacts, facts_of, looks_like_tcvn3
from extractor.reading.pdf.geometry import Frame, Word

MAX_CHARACTERS = 200_000
"""Letters of one page beyond which it is no page of a report; a dense A3 sheet holds some 20,000."""

_WORD = re.compile(r"[^\s\x00]+")
_LINE = re.compile(r"[^\s\x00](?:[^\r\n]*[^\s\x00])?")
_ODD_SPACE = re.compile(r"[^\S\r\n ]|[\u200b\ufeff]")
_WIDE_SPACE = re.compile(r"[\s\x00]{2}")
_INVISIBLE_MODES = frozenset({3, 7})
_STROKED_MODES = frozenset({1, 2})
# A hyphen at a line's end comes as U+0002; bullets and dashes of the Symbol font lie in the private area.
_REPAIRS = {"\x02": "-", "\ufffe": "-", "\uf02d": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢"}
_REPAIRABLE = re.compile("[" + "".join(_REPAIRS) + "]")
_REPAIR_TABLE = str.maketrans(_REPAIRS)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_UNCOMPOSED = re.compile("[\u0300-\u036f\ufb00-\ufb06]")
_SLANT_DEGREES = 3
_SKEW = 0.12
_LEAST_SIZE = 0.1
_PROBED = 24  # letters; shorter stretches hold no two columns
_UNEVEN = 1.5  # of the type size: a quarter this much wider than its letters may hold a gap between columns
_WIDEST = 0.8  # of the type size, a letter on average


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


class Span(NamedTuple):
    """The letters `start:end` of a run, of which the first word ends at `lead`."""

    run: Run
    start: int
    end: int
    lead: int


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

    def read(self, *, fine: bool) -> PageText:
        """Take the page apart into words, each for itself if `fine`, else as many together as are set evenly."""
        upright: list[Span] = []
        slanted: list[str] = []
        plain = hidden = legacy = unmapped = 0
        for span in self._spans(fine=fine):
            run, start, end, _ = span
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
        """Take a word apart into its letters, each with its own place; only coded spaces stand before them."""
        run = self._run_at(word.start)
        assert run is not None
        spans = [
            Span(run, index, index + 1, index + 1)
            for index in range(word.start, word.end)
            if not self._text[index].isspace()
        ]
        return [
            letter._replace(spaced=letter.spaced and self._run_at(letter.start - 1) is not None)
            for letter in self._words(spans)[turn]
        ]

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
        text = _ODD_SPACE.sub(" ", text)
        if "\u00ad" in text and not looks_like_tcvn3(text):
            text = text.replace("\u00ad", "-")
        return text.translate(_REPAIR_TABLE) if _REPAIRABLE.search(text) else text

    def _spans(self, *, fine: bool) -> Iterator[Span]:
        """Yield the words, or stretches of words, of each run, in file order."""
        text = self._text
        for line in _LINE.finditer(text):
            start, end = line.span()
            run = self._run_at(start)
            whole = run is not None and run is self._run_at(end - 1)
            if whole and not fine and not _WIDE_SPACE.search(text, start, end):
                assert run is not None
                space = text.find(" ", start, end)
                yield Span(run, start, end, end if space < 0 else space)
            else:
                words = self._cut_words(start, end)
                yield from words if fine else self._stretches(words)

    def _cut_words(self, start: int, end: int) -> Iterator[Span]:
        """Yield the words of a line, each cut where a run ends inside it."""
        for word in _WORD.finditer(self._text, start, end):
            begin, stop = word.span()
            current = self._run_at(begin)
            if current is not self._run_at(stop - 1):
                for index in range(begin + 1, stop):
                    run = self._run_at(index)
                    if run is not current:
                        if current is not None:
                            yield Span(current, begin, index, index)
                        begin, current = index, run
            if current is not None:
                yield Span(current, begin, stop, stop)

    @staticmethod
    def _stretches(words: Iterable[Span]) -> Iterator[Span]:
        """Join the neighbouring words of one run that one space parts."""
        held: Span | None = None
        for word in words:
            if held is not None and held.run is word.run and word.start == held.end + 1:
                held = Span(held.run, held.start, word.end, held.lead)
                continue
            if held is not None:
                yield held
            held = word
        if held is not None:
            yield held

    def _words(self, spans: Iterable[Span]) -> dict[int, list[Word]]:
        """Give the spans their places, each in the view of its own turn."""
        queue = list(spans)
        boxes = (ctypes.c_float * (12 * len(queue)))()
        text_page, box_at, byref = self._text_page, native.loose_box_at, ctypes.byref
        at = 0
        for _, start, end, lead in queue:
            box_at(text_page, start, byref(boxes, at))
            box_at(text_page, end - 1, byref(boxes, at + 16))
            if lead != end:
                box_at(text_page, lead - 1, byref(boxes, at + 32))
            at += 48
        values: list[float] = boxes[:]
        text = self._text
        composed = _UNCOMPOSED.search(text) is None
        words: dict[int, list[Word]] = {}
        at = 0
        for span in queue:
            run, start, end, lead = span
            assert run.turn is not None
            x0 = self._along(run.turn, values[at : at + 4])[0]
            x1 = self._along(run.turn, values[at + 4 : at + 8])[1]
            x_lead = x1 if lead == end else self._along(run.turn, values[at + 8 : at + 12])[1]
            at += 12
            if lead != end and not self._is_even(span, x0, x1):
                apart = [Span(run, *m.span(), m.end()) for m in _WORD.finditer(text, start, end)]
                words.setdefault(run.turn, []).extend(self._words(apart)[run.turn])
                continue
            word = text[start:end] if composed else _compose(text[start:end])
            spaced = start > 0 and text[start - 1] <= " "
            words.setdefault(run.turn, []).append(Word(
                word, x0, x1, run.origin[1], run.size, run.bold, run.italic, spaced, start, end, x_lead
            ))  # fmt: skip
        return words

    def _is_even(self, span: Span, x0: float, x1: float) -> bool:
        """Tell whether the words of a stretch follow each other without a gap that may part columns.

        Three places along the stretch are probed: where a quarter is wider than its letters, words are placed
        one by one. One TJ operator can set a line across two columns.
        """
        run, start, end, _ = span
        count = end - start
        letter = (x1 - x0) / count
        if letter > _WIDEST * run.size:
            return False
        if count < _PROBED:
            return (x1 - x0) < count * 0.62 * run.size
        box = (ctypes.c_float * 4)()
        assert run.turn is not None
        last, before = x0, start
        for quarter in (1, 2, 3, 4):
            index = start + count * quarter // 4
            if quarter < 4:
                native.loose_box_at(self._text_page, index, ctypes.byref(box))
                place = self._along(run.turn, box[:])[0]
            else:
                place = x1
            if place - last > letter * (index - before) + _UNEVEN * run.size:
                return False
            last, before = place, index
        return True

    def _along(self, turn: int, box: list[float]) -> tuple[float, float]:
        """Give where a letter's box, left, top, right and bottom in user space, begins and ends on its line."""
        frame = self._frame
        if turn == 0:
            return box[0] - frame.left, box[2] - frame.left
        if turn == 90:
            return box[3] - frame.bottom, box[1] - frame.bottom
        if turn == 180:
            return frame.right - box[2], frame.right - box[0]
        return frame.top - box[1], frame.top - box[3]

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


def _turn(a: float, b: float) -> int | None:
    """Give the direction of a text matrix as 0, 90, 180 or 270 degrees, None when it slants.

    >>> _turn(0.0, 1.0), _turn(0.7, 0.7)
    (90, None)
    """
    degrees = math.degrees(math.atan2(b, a)) % 360
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) < _SLANT_DEGREES else None
