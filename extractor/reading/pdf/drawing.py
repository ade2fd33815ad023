"""What is drawn on a page besides text: ruled lines and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as raw

from extractor.elements import Box
from extractor.reading.page.geometry import Frame, Rule
from extractor.reading.pdf import native

MAX_OBJECTS = 20_000
"""Drawn objects of one page beyond which it is a map or a plan, not a page of a report."""
MAX_FORM_DEPTH = 12
MAX_SEGMENTS = 20_000

_THIN = 3.0  # points: a filled box no thicker than this is a line
_SHORT = 4.0  # points: shorter strokes are dots, dashes or letters drawn as shapes
_WHITE = 250
_STRAIGHT = {raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_LINETO}
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """Rules in the page's view; `picture` is the share of the page that its largest picture covers.

    `shapes` counts paths that are no rules, `cut` tells that the page has more objects than are read.
    """

    rules: list[Rule] = field(default_factory=list)
    picture: float = 0.0
    shapes: int = 0
    cut: bool = False


class DrawingWalk:
    """A walk over the objects of one open page, into the forms that it nests."""

    def __init__(self, page: object, frame: Frame) -> None:
        self._page = native.handle(page)
        self._pointer = page
        self._frame = frame
        self._left = MAX_OBJECTS
        self._segments = MAX_SEGMENTS
        self._numbers = (ctypes.c_float * 6)()
        self._drawing = Drawing()

    def read(self) -> Drawing:
        """Collect rules and pictures."""
        count = raw.FPDFPage_CountObjects(self._pointer)
        self._visit(native.page_object_at, self._page, count, IDENTITY, 0)
        return self._drawing

    def _visit(
        self, at: native.BareFunction, parent: native.Handle, count: int, matrix: Matrix, depth: int
    ) -> None:
        for index in range(count):
            self._left -= 1
            if self._left < 0:
                self._drawing.cut = True
                return
            address = at(parent, index)
            if address is None:
                continue
            item = native.Handle(address)
            kind = native.object_kind(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._picture(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_FORM:
                self._form(item, matrix, depth)

    def _form(self, form: native.Handle, matrix: Matrix, depth: int) -> None:
        if depth >= MAX_FORM_DEPTH:
            self._drawing.cut = True
            return
        pointer = ctypes.cast(form, raw.FPDF_PAGEOBJECT)
        inner = combine(self._matrix(form), matrix)
        self._visit(native.form_object_at, form, raw.FPDFFormObj_CountObjects(pointer), inner, depth + 1)

    def _matrix(self, item: native.Handle) -> Matrix:
        native.object_matrix(item, ctypes.byref(self._numbers))
        a, b, c, d, e, f = self._numbers
        return a, b, c, d, e, f

    def _box(self, item: native.Handle, matrix: Matrix) -> Box | None:
        """Give an object's bounds in the page's view."""
        size = ctypes.sizeof(ctypes.c_float)
        places = [ctypes.byref(self._numbers, size * index) for index in range(4)]
        if not native.object_bounds(item, *places):
            return None
        left, bottom, right, top = self._numbers[:4]
        corners = [
            self._place(x, y, matrix) for x, y in ((left, bottom), (right, top), (left, top), (right, bottom))
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _place(self, x: float, y: float, matrix: Matrix) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        return self._frame.place(a * x + c * y + e, b * x + d * y + f)

    def _picture(self, item: native.Handle, matrix: Matrix) -> None:
        box = self._box(item, matrix)
        if box is None:
            return
        width = min(box[2], self._frame.width) - max(box[0], 0.0)
        height = min(box[3], self._frame.height) - max(box[1], 0.0)
        share = max(width, 0.0) * max(height, 0.0) / (self._frame.width * self._frame.height)
        self._drawing.picture = max(self._drawing.picture, share)

    def _path(self, path: native.Handle, matrix: Matrix) -> None:
        box = self._box(path, matrix)
        if box is None:
            return
        pointer = ctypes.cast(path, raw.FPDF_PAGEOBJECT)
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(pointer, ctypes.byref(fill), ctypes.byref(stroke))
        if not (fill.value or stroke.value) or _is_white(pointer, stroked=bool(stroke.value)):
            return
        if (rule := rule_of(box)) is not None:
            self._drawing.rules.append(rule)
        elif min(box[2] - box[0], box[3] - box[1]) > _THIN:
            self._compound(pointer, combine(self._matrix(path), matrix), stroked=bool(stroke.value))

    def _compound(self, path: object, matrix: Matrix, *, stroked: bool) -> None:
        """Read a path of several lines: strokes line by line, filled boxes as a whole."""
        found = False
        for points in self._subpaths(path, matrix):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            rule = rule_of((min(xs), min(ys), max(xs), max(ys)))
            if rule is not None:
                rules = [rule]
            elif stroked:
                boxes = (_box_of(a, b) for a, b in pairwise(points))
                rules = [rule for box in boxes if (rule := rule_of(box)) is not None]
            else:
                rules = []
            found = found or bool(rules)
            self._drawing.rules.extend(rules)
        self._drawing.shapes += not found

    def _subpaths(self, path: object, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """Yield the corners of each straight-lined part of a path, in the page's view."""
        item = native.handle(path)
        count = min(raw.FPDFPath_CountSegments(path), self._segments)
        self._segments -= count
        points: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(count):
            segment = native.Handle(native.segment_at(item, index))
            kind = native.segment_kind(segment)
            if kind not in _STRAIGHT:
                points = []
                continue
            if kind == raw.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            native.segment_point(segment, ctypes.byref(x), ctypes.byref(y))
            points.append(self._place(x.value, y.value, matrix))
            if native.segment_closes(segment):
                points.append(points[0])
        if points:
            yield points


def combine(inner: Matrix, outer: Matrix) -> Matrix:
    """Multiply two matrices: first `inner`, then `outer`.

    >>> combine((2, 0, 0, 2, 10, 0), (1, 0, 0, 1, 0, 5))
    (2, 0, 0, 2, 10, 5)
    """
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def rule_of(box: Box) -> Rule | None:
    """Take a long thin box as a rule.

    >>> rule_of((72.0, 100.0, 216.0, 100.5))
    Rule(horizontal=True, at=100.25, low=72.0, high=216.0)
    >>> rule_of((72.0, 100.0, 74.0, 101.0)) is None
    True
    """
    x0, y0, x1, y1 = box
    if y1 - y0 <= _THIN and x1 - x0 > max(_SHORT, y1 - y0):
        return Rule(True, (y0 + y1) / 2, x0, x1)
    if x1 - x0 <= _THIN and y1 - y0 > max(_SHORT, x1 - x0):
        return Rule(False, (x0 + x1) / 2, y0, y1)
    return None


def _box_of(a: tuple[float, float], b: tuple[float, float]) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _is_white(path: object, *, stroked: bool) -> bool:
    """Tell whether a path is drawn in white, as some exporters lay under their text."""
    ask = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    channels = [ctypes.c_uint() for _ in range(4)]
    known = ask(path, *(ctypes.byref(channel) for channel in channels))
    return bool(known) and all(channel.value >= _WHITE for channel in channels[:3])
