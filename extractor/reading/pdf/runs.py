"""Runs: the letters that one text object sets, with what they share."""

from __future__ import annotations

import ctypes
import math
from typing import NamedTuple

import pypdfium2.raw as raw

from extractor.reading.page.geometry import Frame
from extractor.reading.pdf import native
from extractor.reading.pdf.fonts import FontFacts, facts_of

_INVISIBLE_MODES = frozenset({3, 7})
_STROKED_MODES = frozenset({1, 2})
_SLANT_DEGREES = 3
_SKEW = 0.12
_LEAST_SIZE = 0.1


class Run(NamedTuple):
    """What the letters of one text object share.

    Attributes:
        size: font size × matrix scale; turn: 0, 90, 180 or 270 degrees, None for text at a slant.
        baseline: y of its line, in the view of its turn.
        visible: it is drawn in a mode that shows; unmapped: its font does not say what its letters mean.
    """

    size: float
    turn: int | None
    baseline: float
    font: FontFacts
    bold: bool
    italic: bool
    visible: bool
    unmapped: bool


class Runs:
    """The runs of an open page, each read once."""

    def __init__(self, text_page: native.Handle, frame: Frame) -> None:
        self._text_page = text_page
        self._frame = frame
        self._known: dict[int, Run] = {}
        self._fonts: dict[int | None, FontFacts] = {}

    def at(self, index: int) -> Run | None:
        """Give the run that a letter belongs to; letters that PDFium put in itself belong to none."""
        address = native.text_object_at(self._text_page, index)
        if address is None:
            return None
        run = self._known.get(address)
        if run is None:
            run = self._known[address] = self._read(native.Handle(address), index)
        return run

    def _read(self, text_object: native.Handle, index: int) -> Run:
        matrix, size = raw.FS_MATRIX(), ctypes.c_float()
        x, y = ctypes.c_double(), ctypes.c_double()
        native.matrix_at(self._text_page, index, ctypes.byref(matrix))
        native.object_font_size(text_object, ctypes.byref(size))
        native.origin_at(self._text_page, index, ctypes.byref(x), ctypes.byref(y))
        font = self._font(native.object_font(text_object))
        mode = native.object_render_mode(text_object)
        c, d = matrix.c, matrix.d
        turn = turn_of(matrix.a, matrix.b)
        return Run(
            size=max(abs(size.value) * math.hypot(c, d), _LEAST_SIZE),
            turn=turn,
            baseline=self._frame.turned(turn or 0).place(x.value, y.value)[1],
            font=font,
            bold=font.bold or mode in _STROKED_MODES,
            italic=font.italic or (turn == 0 and abs(c) > _SKEW * abs(d)),
            visible=mode not in _INVISIBLE_MODES,
            unmapped=native.unmapped_at(self._text_page, index) == 1,
        )

    def _font(self, address: int | None) -> FontFacts:
        facts = self._fonts.get(address)
        if facts is None:
            facts = self._fonts[address] = facts_of(address)
        return facts


def turn_of(a: float, b: float) -> int | None:
    """Give the direction of a text matrix as 0, 90, 180 or 270 degrees, None when it slants.

    >>> turn_of(0.0, 1.0), turn_of(0.7, 0.7)
    (90, None)
    """
    degrees = math.degrees(math.atan2(b, a)) % 360
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) < _SLANT_DEGREES else None
