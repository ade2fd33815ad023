"""Where words stand: the places of their first and last letters, asked of PDFium in one go."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.reading.page.geometry import Frame, Word
from extractor.reading.pdf import native
from extractor.reading.pdf.runs import Run

_WORD = re.compile(r"[^\s\x00]+")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_UNCOMPOSED = re.compile("[\u0300-\u036f\ufb00-\ufb06]")
_PROBED = 24  # letters; a shorter stretch is judged by its width alone
_UNEVEN = 1.5  # of the type size: a quarter this much wider than its letters may hold a gap between columns
_WIDE, _WIDEST = 0.62, 0.8  # of the type size, a letter on average

_BOX = 16  # bytes of a box of four floats


class Span(NamedTuple):
    """The letters `start:end` of a run, of which the first word ends at `lead`."""

    run: Run
    start: int
    end: int
    lead: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the letters of an open page.

    `text` holds them all, `shown` what each shows, which is another letter in old encodings; `composed` tells
    that none of them is a mark to be put on another, nor a ligature.
    """

    text_page: native.Handle
    text: str
    shown: str | list[str]
    frame: Frame
    composed: bool

    def words(self, spans: Iterable[Span]) -> dict[int, list[Word]]:
        """Give upright spans their places, each in the view of its own turn."""
        queue = list(spans)
        boxes = self._boxes(queue)
        text = self.text
        words: dict[int, list[Word]] = {}
        for number, span in enumerate(queue):
            run, start, end, lead = span
            assert run.turn is not None
            at = 12 * number
            x0 = self._along(run.turn, boxes[at : at + 4])[0]
            x1 = self._along(run.turn, boxes[at + 4 : at + 8])[1]
            row = words.setdefault(run.turn, [])
            if lead == end:
                x_lead = x1
            elif self._is_even(span, x0, x1):
                x_lead = self._along(run.turn, boxes[at + 8 : at + 12])[1]
            else:
                apart = (Span(run, *word.span(), word.end()) for word in _WORD.finditer(text, start, end))
                row.extend(self.words(apart)[run.turn])
                continue
            word = "".join(self.shown[start:end])
            word = word if self.composed else compose(word)
            spaced = start > 0 and text[start - 1] <= " "
            row.append(
                Word(word, x0, x1, run.baseline, run.size, run.bold, run.italic, spaced, start, end, x_lead)
            )
        return words

    def _boxes(self, spans: list[Span]) -> list[float]:
        """Give for each span three boxes: of its first letter, its last, and the last of its first word."""
        boxes = (ctypes.c_float * (12 * len(spans)))()
        text_page, box_at, byref = self.text_page, native.loose_box_at, ctypes.byref
        at = 0
        for _, start, end, lead in spans:
            box_at(text_page, start, byref(boxes, at))
            box_at(text_page, end - 1, byref(boxes, at + _BOX))
            if lead != end:
                box_at(text_page, lead - 1, byref(boxes, at + 2 * _BOX))
            at += 3 * _BOX
        values: list[float] = boxes[:]
        return values

    def _is_even(self, span: Span, x0: float, x1: float) -> bool:
        """Tell whether the words of a stretch follow each other without a gap that may part columns.

        Three places along it are probed: one operator can set a line across two columns.
        """
        run, start, end, _ = span
        count = end - start
        letter = (x1 - x0) / count
        if count < _PROBED or letter > _WIDEST * run.size:
            return letter < _WIDE * run.size
        assert run.turn is not None
        box = (ctypes.c_float * 4)()
        places = [(start, x0)]
        for quarter in (1, 2, 3):
            index = start + count * quarter // 4
            native.loose_box_at(self.text_page, index, ctypes.byref(box))
            places.append((index, self._along(run.turn, box[:])[0]))
        places.append((end, x1))
        return all(
            there - here <= letter * (after - before) + _UNEVEN * run.size
            for (before, here), (after, there) in pairwise(places)
        )

    def _along(self, turn: int, box: list[float]) -> tuple[float, float]:
        """Give where a letter begins and ends on its line; its box is left, top, right, bottom in PDF."""
        frame = self.frame
        if turn == 0:
            return box[0] - frame.left, box[2] - frame.left
        if turn == 90:
            return box[3] - frame.bottom, box[1] - frame.bottom
        if turn == 180:
            return frame.right - box[2], frame.right - box[0]
        return frame.top - box[1], frame.top - box[3]


def is_composed(text: str) -> bool:
    """Tell whether a text has neither combining marks nor ligatures."""
    return _UNCOMPOSED.search(text) is None


def compose(text: str) -> str:
    """Put letters and their marks together, and ligatures apart.

    >>> compose("ti\\u00ea\\u0301n"), compose("\\ufb01")
    ('tiến', 'fi')
    """
    return unicodedata.normalize("NFC", _LIGATURE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text))
