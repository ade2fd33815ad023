"""The inside of one w:p, taken apart into runs, note marks and page turns in the order of the page.

Elements that the table below does not name are looked through: insertions, content controls, hyperlinks,
smart tags and simple fields only wrap what they hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extractor.reading.characters import SOFT_HYPHEN
from extractor.reading.docx import names
from extractor.reading.docx.document import Document
from extractor.reading.docx.names import W
from extractor.reading.docx.notes import NoteKind
from extractor.reading.docx.properties import RunFormat, is_on, properties_of
from extractor.reading.docx.runs import Run
from extractor.reading.symbols import UNKNOWN

_LONGEST_JOINED: Final = 1_000
_UNREAD_GRAPHICS: Final = ("/chart", "/diagram", "/chartex")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note, as it is shown, and the page that it stands on."""

    kind: NoteKind
    note_id: str
    shown: str
    page: int | None

    @property
    def label(self) -> str:
        """The mark without the brackets that a typed one may have."""
        return self.shown.strip("()[]") or self.shown


@dataclass(frozen=True, slots=True)
class PageTurn:
    """Where a new page begins; `page` is None when pages cannot be told; `breaks` the line by hand or not."""

    page: int | None
    breaks: bool


@dataclass(frozen=True, slots=True)
class OwnLabel:
    """Inside the body of a note, the place of its own number."""


Piece = Run | NoteMark | PageTurn | OwnLabel


@dataclass(slots=True)
class Scan:
    """The pieces of a paragraph, its text boxes, and whether hidden text was left out of it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    hid: bool = False


def scan(paragraph: etree._Element, style: str | None, document: Document) -> Scan:
    """Take a paragraph of a style apart, counting notes, pages and losses in the document's state."""
    scanner = _Scanner(document, style)
    scanner.look_through(paragraph, document.styles.run(style, None))
    if scanner.awaits_mark is not None:  # a mark of its own was promised and does not stand there
        scanner.counted_mark(*scanner.awaits_mark)
    document.fields.end_paragraph()
    return scanner.scan


def shown_branch(alternatives: etree._Element) -> etree._Element | None:
    """Choose the branch of an mc:AlternateContent to read: the first, unless only the fallback has text."""
    choice, fallback = alternatives.find(names.CHOICE), alternatives.find(names.FALLBACK)
    if choice is None or next(choice.iter(*_CONTENT), None) is None:
        return fallback if fallback is not None else choice
    return choice


class _Scanner:
    def __init__(self, document: Document, style: str | None) -> None:
        self.document = document
        self.style = style
        self.scan = Scan()
        self.awaits_mark: tuple[NoteKind, str] | None = None
        self.run_start = 0

    def look_through(self, parent: etree._Element, form: RunFormat) -> None:
        for child in parent:
            handle = _HANDLERS.get(child.tag)
            if handle is not None:
                handle(self, child, form)
            elif len(child):
                self.look_through(child, form)

    def run(self, run: etree._Element, form: RunFormat) -> None:
        properties = properties_of(run, names.R_PR)
        self.run_start = len(self.scan.pieces)
        self.look_through(run, self.document.styles.run(self.style, properties))

    def letters(self, text: str, form: RunFormat) -> None:
        if not text or not self.document.fields.shows:
            return
        if form.hidden:
            self.scan.hid = True
            self.document.losses.hidden += len(text)
            return
        if self.awaits_mark is not None:
            kind, note_id = self.awaits_mark
            self.awaits_mark = None
            label = self.document.letters.decode([Run(text, form)], None).texts[0].strip()
            self.scan.pieces.append(NoteMark(kind, note_id, label, self.document.pages.shown))
            return
        if not text.isspace():
            self.document.pages.see_text()
            self.document.losses.pages_with_text.add(self.document.pages.number)
        self._append(Run(text, form))

    def _append(self, run: Run) -> None:
        """Add letters, in one with those before them in the same w:r, which a soft hyphen may part there."""
        last = self.scan.pieces[-1] if len(self.scan.pieces) > self.run_start else None
        if (
            isinstance(last, Run)
            and last.format is run.format
            and len(last.text) < _LONGEST_JOINED
            and "\n" not in (last.text, run.text)
        ):
            self.scan.pieces[-1] = Run(last.text + run.text, run.format)
        else:
            self.scan.pieces.append(run)

    def symbol(self, symbol: etree._Element, form: RunFormat) -> None:
        try:
            character = chr(int(symbol.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            character = UNKNOWN
        if "\ud800" <= character <= "\udfff":
            character = UNKNOWN
        self.letters(character, RunFormat(font=symbol.get(W + "font")).over(form))

    def line_break(self, line_break: etree._Element, form: RunFormat) -> None:
        if line_break.get(names.TYPE) == "page":
            pages = self.document.pages
            pages.break_by_hand()
            self.scan.pieces.append(PageTurn(pages.shown, breaks=True))
        else:
            self.letters("\n", form)

    def rendered_break(self, mark: etree._Element, form: RunFormat) -> None:
        pages = self.document.pages
        pages.break_as_rendered()
        self.scan.pieces.append(PageTurn(pages.shown, breaks=False))

    def note(self, reference: etree._Element, form: RunFormat) -> None:
        kind = NoteKind.FOOTNOTE if reference.tag == names.FOOTNOTE_REFERENCE else NoteKind.ENDNOTE
        note_id = reference.get(names.ID, "")
        if form.hidden or not self.document.fields.shows:
            self.scan.hid = True
        elif is_on(reference.get(W + "customMarkFollows", "0")):
            self.awaits_mark = (kind, note_id)
        else:
            self.counted_mark(kind, note_id)

    def counted_mark(self, kind: NoteKind, note_id: str) -> None:
        pages = self.document.pages
        label = self.document.notes.label(kind, pages.shown, pages.number)
        self.scan.pieces.append(NoteMark(kind, note_id, label, pages.shown))

    def own_label(self, label: etree._Element, form: RunFormat) -> None:
        self.scan.pieces.append(OwnLabel())

    def field_character(self, mark: etree._Element, form: RunFormat) -> None:
        self.document.fields.mark(mark.get(W + "fldCharType"))

    def alternatives(self, alternatives: etree._Element, form: RunFormat) -> None:
        branch = shown_branch(alternatives)
        if branch is not None:
            self.look_through(branch, form)

    def text_box(self, box: etree._Element, form: RunFormat) -> None:
        self.scan.boxes.append(box)

    def graphic(self, graphic: etree._Element, form: RunFormat) -> None:
        if graphic.get("uri", "").endswith(_UNREAD_GRAPHICS):
            self.document.losses.graphics += 1
        self.look_through(graphic, form)

    def embedded(self, embedded: etree._Element, form: RunFormat) -> None:
        self.document.losses.objects += 1
        self.look_through(embedded, form)

    def picture(self, picture: etree._Element, form: RunFormat) -> None:
        self.document.losses.pages_with_pictures.add(self.document.pages.number)


def _skip(scanner: _Scanner, element: etree._Element, form: RunFormat) -> None:
    """Leave out properties, field codes and what was deleted or moved away."""


_Handler = Callable[[_Scanner, etree._Element, RunFormat], None]

# A branch of alternatives that has one of these shows something.
_CONTENT: Final = (names.TEXT, names.TEXT_BOX, names.GRAPHIC_DATA, names.MATH_TEXT, names.SYMBOL)

_HANDLERS: Final[dict[str, _Handler]] = {
    names.RUN: _Scanner.run,
    names.TEXT: lambda scanner, text, form: scanner.letters((text.text or "").replace("\n", " "), form),
    names.MATH_TEXT: lambda scanner, text, form: scanner.letters(text.text or "", form),
    names.TAB: lambda scanner, _, form: scanner.letters("\t", form),
    names.PTAB: lambda scanner, _, form: scanner.letters("\t", form),
    names.CARRIAGE_RETURN: lambda scanner, _, form: scanner.letters("\n", form),
    names.NO_BREAK_HYPHEN: lambda scanner, _, form: scanner.letters("-", form),
    names.SOFT_HYPHEN: lambda scanner, _, form: scanner.letters(SOFT_HYPHEN, form),
    names.WORD_ART: lambda scanner, art, form: scanner.letters(art.get("string", "") + "\n", form),
    names.SYMBOL: _Scanner.symbol,
    names.BREAK: _Scanner.line_break,
    names.RENDERED_PAGE_BREAK: _Scanner.rendered_break,
    names.FOOTNOTE_REFERENCE: _Scanner.note,
    names.ENDNOTE_REFERENCE: _Scanner.note,
    names.FOOTNOTE_LABEL: _Scanner.own_label,
    names.ENDNOTE_LABEL: _Scanner.own_label,
    names.FIELD_CHARACTER: _Scanner.field_character,
    names.ALTERNATE_CONTENT: _Scanner.alternatives,
    names.TEXT_BOX: _Scanner.text_box,
    names.GRAPHIC_DATA: _Scanner.graphic,
    names.EMBEDDED_OBJECT: _Scanner.embedded,
    names.PICTURE: _Scanner.picture,
    names.VML_PICTURE: _Scanner.picture,
    names.P_PR: _skip,
    names.R_PR: _skip,
    names.SDT_PR: _skip,
    names.FIELD_CODE: _skip,
    names.PHONETIC_GUIDE: _skip,
    names.DELETED: _skip,
    names.MOVED_AWAY: _skip,
    names.DELETED_TEXT: _skip,
    names.DELETED_CODE: _skip,
}
