"""Elements → lines, the smallest pieces that structure is made of.

Every format is brought to lines at the places where its pieces may part: hard breaks, the lines of a text
file, headings that were glued together. What belongs together is joined again in `paragraphs`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from extractor.elements import Element, Marker, Origin, Reading, Role, Style, TableCell
from extractor.report import BlockKind
from extractor.structure.gluing import glued_headings

# In these formats the source's lines are lines of the page; in others they mean nothing.
_LINE_FORMATS = frozenset({"text", "markdown"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line's worth of an element.

    Attributes:
        element: index of the element; opens: it is the element's first line.
        kind: the block it goes into where that is settled already, None for the body.
        gap: the format shows that a paragraph ends before it (a blank line, a paragraph mark).
        continues: what the page's geometry says of it, as in `Element`.
        label: of a footnote body's first line.
        sheet: the spreadsheet's sheet that it stands on.
        encoding, certainty: as in `Element`.
    """

    element: int
    text: str
    origins: tuple[Origin, ...] = ()
    markers: tuple[Marker, ...] = ()
    page: int | None = None
    style: Style = field(default_factory=Style)
    role: Role = Role.TEXT
    kind: BlockKind | None = None
    opens: bool = True
    gap: bool = True
    continues: bool | None = None
    item: bool = False
    label: str | None = None
    cells: tuple[TableCell, ...] = ()
    sheet: str | None = None
    encoding: str | None = None
    certainty: float | None = None


_Piece = TypeVar("_Piece", Origin, Marker)

_ROLE_KINDS = {
    Role.TABLE: BlockKind.TABLE,
    Role.FOOTNOTE: BlockKind.FOOTNOTE,
    Role.FURNITURE: BlockKind.FURNITURE,
}


def split_lines(reading: Reading) -> list[Line]:
    """Cut all elements into lines, in order; no character but white space between lines is lost."""
    by_source = reading.format in _LINE_FORMATS
    return [
        line
        for index, element in enumerate(reading.elements)
        for line in _element_lines(element, index, reading.format, by_source=by_source)
    ]


def _element_lines(element: Element, index: int, form: str, *, by_source: bool) -> Iterator[Line]:
    whole = _whole(element, index, form)
    if element.role is Role.TABLE:
        if any(cell.text.strip() for cell in element.cells):
            yield whole
        return
    cuts = _break_places(whole.text)
    if by_source:
        cuts += _source_places(whole.origins)
    for number, line in enumerate(cut_line(whole, cuts)):
        headed = bool(line.style.bold) or line.style.heading is not None or line.text[:40].isupper()
        for part, piece in enumerate(cut_line(line, glued_headings(line.text, headed=headed))):
            first = number == 0 and part == 0
            yield piece if first else replace(piece, opens=False, gap=bool(part), continues=None, label=None)


def _whole(element: Element, index: int, form: str) -> Line:
    mark = f"{element.bullet} " if element.bullet else ""
    shift = len(mark)
    in_text = form == "text"
    return Line(
        element=index,
        text=mark + element.text,
        origins=tuple([origin.moved(shift) for origin in element.origins]) if shift else element.origins,
        markers=tuple([marker.moved(shift) for marker in element.markers]) if shift else element.markers,
        page=element.page,
        style=element.style,
        role=element.role,
        kind=_ROLE_KINDS.get(element.role),
        gap=element.continues is False or not in_text,
        continues=None if in_text else element.continues,
        item=element.item,
        label=element.label,
        cells=element.cells,
        sheet=element.sheet,
        encoding=element.encoding,
        certainty=element.certainty,
    )


def _break_places(text: str) -> list[int]:
    places, at = [], text.find("\n")
    while at >= 0:
        places.append(at)
        at = text.find("\n", at + 1)
    return places


def _source_places(origins: Sequence[Origin]) -> list[int]:
    """Where the source goes on to another of its lines."""
    return [
        after.start
        for before, after in pairwise(origins)
        if before.line is not None and after.line is not None and after.line > before.line
    ]


def cut_line(line: Line, places: Sequence[int]) -> Iterator[Line]:
    """Cut a line at offsets of its text; pieces are stripped of white space, empty ones are left out."""
    if not places:
        if line.text.strip():
            yield slice_line(line, 0, len(line.text))
        return
    cuts = sorted({0, *places, len(line.text)})
    origins, markers = _spread(line.origins, cuts), _spread(line.markers, cuts)
    for (start, end), near_origins, near_markers in zip(pairwise(cuts), origins, markers, strict=True):
        if line.text[start:end].strip():
            yield _slice(line, start, end, near_origins, near_markers)


def slice_line(line: Line, start: int, end: int) -> Line:
    """The piece `text[start:end]` of a line, without the white space around it."""
    if start == 0 and end == len(line.text) and line.text == line.text.strip():
        return line
    origins = [o for o in line.origins if o.start < end and o.end > start]
    markers = [m for m in line.markers if m.start < end and m.end > start]
    return _slice(line, start, end, origins, markers)


def _slice(line: Line, start: int, end: int, origins: Sequence[Origin], markers: Sequence[Marker]) -> Line:
    raw = line.text[start:end]
    text = raw.strip()
    start += raw.index(text) if text else 0
    end = start + len(text)
    return replace(
        line,
        text=text,
        origins=tuple(_cut_origin(o, start, end) for o in origins if o.start < end and o.end > start),
        markers=tuple(
            marker.moved(-start) for marker in markers if marker.start >= start and marker.end <= end
        ),
    )


def _cut_origin(origin: Origin, start: int, end: int) -> Origin:
    """The part of a run inside `text[start:end]`, with offsets counted from there."""
    skipped = max(0, start - origin.start)
    return replace(
        origin,
        start=max(origin.start, start) - start,
        end=min(origin.end, end) - start,
        offset=origin.offset + skipped if origin.offset is not None else None,
    )


def _spread(pieces: Sequence[_Piece], cuts: Sequence[int]) -> list[list[_Piece]]:
    """The pieces that touch each stretch between two cuts; both are in order, so one pass does."""
    spread: list[list[_Piece]] = []
    first = 0
    for start, end in pairwise(cuts):
        while first < len(pieces) and pieces[first].end <= start:
            first += 1
        last = first
        while last < len(pieces) and pieces[last].start < end:
            last += 1
        spread.append(list(pieces[first:last]))
    return spread
