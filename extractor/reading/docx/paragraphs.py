"""The pieces of a paragraph put together: its text as Word shows it, and what stands where in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import regex
from lxml import etree

from extractor.elements import Element, Marker, Origin, Role, Style
from extractor.reading.characters import clean
from extractor.reading.docx.numbering import ListMark
from extractor.reading.docx.properties import ParagraphFormat, RunFormat
from extractor.reading.docx.runs import Letters, Run
from extractor.reading.docx.scanning import NoteMark, OwnLabel, PageTurn, Scan
from extractor.reading.marks import extend, typed_marks, with_brackets

# A note's own number at the head of its body: "1 ", "(1) ", "1. ", "1) ".
_BEFORE_OWN_LABEL = regex.compile(r"\s*[(\[]?")
_AFTER_OWN_LABEL = regex.compile(r"[)\].]{0,2}\s*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is shown.

    Attributes:
        element: its text, with its list number before it, and only the number where nothing follows it.
        content: where the text after that number begins; in a note, after the note's own number.
        notes: the marks of notes in it; boxes: the text boxes anchored in it.
    """

    element: Element
    content: int
    notes: tuple[NoteMark, ...]
    boxes: tuple[etree._Element, ...]

    @property
    def blank(self) -> bool:
        """Whether it shows no more than its list mark."""
        return len(self.element.text) <= self.content


@dataclass(slots=True)
class _Joined:
    """Pieces written one after the other, with the places in `text` that matter.

    `cuts` are the ends of lines broken by hand and of pages, each with the page that follows.
    """

    text: str = ""
    marks: list[Marker] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)
    cuts: list[tuple[int, int | None]] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)
    own_label: int | None = None


def put_together(
    scan: Scan,
    form: ParagraphFormat,
    mark: ListMark | None,
    letters: Letters,
    *,
    part: str,
    page: int | None,
) -> Paragraph:
    """Make a paragraph of its pieces; `page` is that on which it begins, `part` its place in the package."""
    decoded = letters.decode(_runs(scan, mark), page)
    texts = iter(decoded.texts)
    number = f"{next(texts)}{mark.gap}" if mark and not mark.bullet else ""
    joined = _join(scan, texts, page)
    cleaned = clean(joined.text)
    begin = len(cleaned.text) - len(cleaned.text.lstrip())
    shown = cleaned.text.strip()

    def place(offset: int) -> int:
        return min(max(cleaned.place(offset) - begin, 0), len(shown)) + len(number)

    cuts = [(place(offset), to) for offset, to in joined.cuts]
    origins = tuple(_origins(cuts, page, len(number), len(number) + len(shown), part))
    element = Element(
        Role.TEXT,
        (number + shown).rstrip(),
        page=origins[0].page if origins else page,
        style=_style(scan, form, mark),
        markers=tuple(Marker(place(each.start), place(each.end), each.label) for each in _marks(joined)),
        origins=origins,
        bullet=mark.text if mark and mark.bullet else None,
        item=mark is not None and not form.outline,
        continues=False,
        encoding=decoded.encoding,
        certainty=decoded.certainty,
    )
    return Paragraph(element, place(_body_start(joined)), tuple(joined.notes), tuple(scan.boxes))


def _runs(scan: Scan, mark: ListMark | None) -> list[Run]:
    """Return the runs of a paragraph, before them its counted number ("§iÒu 5"), set as its text is."""
    runs = [piece for piece in scan.pieces if isinstance(piece, Run)]
    if mark is None or mark.bullet:
        return runs
    return [Run(mark.text, RunFormat(font=runs[0].format.font if runs else None)), *runs]


def _join(scan: Scan, decoded: Iterator[str], page: int | None) -> _Joined:
    joined, texts, length = _Joined(), [], 0
    for piece in scan.pieces:
        text, raised = "", False
        if isinstance(piece, Run):
            text, raised = next(decoded), piece.format.raised is True
            if text == "\n":
                joined.cuts.append((length + 1, page))
        elif isinstance(piece, NoteMark):
            text, raised = piece.shown, True
            joined.marks.append(Marker(length, length + len(text), piece.label))
            joined.notes.append(piece)
        elif isinstance(piece, PageTurn):
            text = "\n" if piece.breaks else ""
            page = piece.page
            joined.cuts.append((length + len(text), page))
        elif isinstance(piece, OwnLabel):
            joined.own_label = length
        if raised:
            extend(joined.raised, length, length + len(text))
        texts.append(text)
        length += len(text)
    joined.text = "".join(texts)
    return joined


def _body_start(joined: _Joined) -> int:
    """Where the text after a note's own number begins; 0 when nothing but the text stands there."""
    if joined.own_label is None or not _BEFORE_OWN_LABEL.fullmatch(joined.text, 0, joined.own_label):
        return 0
    after = _AFTER_OWN_LABEL.match(joined.text, joined.own_label)
    return after.end() if after else joined.own_label


def _marks(joined: _Joined) -> list[Marker]:
    """Return the marks of notes and those that were typed as raised figures."""
    marks = [with_brackets(joined.text, mark) for mark in joined.marks]
    marks += typed_marks(joined.text, joined.raised, joined.marks)
    return sorted(marks, key=lambda mark: mark.start)


def _origins(
    cuts: list[tuple[int, int | None]], page: int | None, begin: int, end: int, part: str
) -> Iterator[Origin]:
    """Cut a paragraph where its page turns and where a line is broken by hand.

    A turn before its first letter only moves it whole.
    """
    runs = [(0, page)]
    for offset, to in cuts:
        if offset <= begin or offset == runs[-1][0]:
            runs[-1] = (runs[-1][0], to)
        elif offset < end:
            runs.append((offset, to))
    for (start, on), (stop, _) in pairwise([*runs, (end, None)]):
        yield Origin(start, stop, page=on, part=part)


def _style(scan: Scan, form: ParagraphFormat, mark: ListMark | None) -> Style:
    """Say how the paragraph is set: bold and italic when all of it is, the size of most of it."""
    total = bold = italic = 0
    sizes: dict[float | None, int] = {}
    for piece in scan.pieces:
        if isinstance(piece, Run) and (length := len(piece.text.strip())):
            total += length
            bold += length if piece.format.bold else 0
            italic += length if piece.format.italic else 0
            sizes[piece.format.size] = sizes.get(piece.format.size, 0) + length
    left = form.left if form.left is not None or mark is None else mark.left
    first_line = form.first_line if form.first_line is not None or mark is None else mark.first_line
    indent = (left or 0) + (first_line or 0) if left is not None or first_line is not None else None
    return Style(
        bold=bold == total if total else None,
        italic=italic == total if total else None,
        heading=form.outline or None,
        align=form.align,
        size=max(sizes, key=sizes.__getitem__) if sizes else None,
        indent=indent,
    )
