"""The walk through an OpenDocument: each paragraph, list and table once, written in Word's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import regex
from lxml import etree

from extractor.reading import word_markup
from extractor.reading.docx.properties import PLAIN, UNSET, ParagraphFormat, RunFormat
from extractor.reading.odf.lists import MOST_LEVELS, Lists, whole
from extractor.reading.odf.names import (
    BLOCKS,
    DRAW,
    DRAWN,
    OFFICE,
    PARAGRAPHS,
    PRESENTATION,
    SKIPPED,
    TABLE,
    TEXT,
)
from extractor.reading.odf.styles import Styles
from extractor.reading.odf.tables import write_table
from extractor.reading.word_markup import WordMarkup

_BLANKS = regex.compile(r"[ \t\r\n]+")
_MOST_SPACES: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its list and level there, numbered or going on in an item."""

    list_id: str | None = None
    list_style: str | None = None
    level: int = -1
    numbered: bool = False


NOWHERE: Final = Place()


@dataclass(slots=True)
class _Line:
    """The runs of a paragraph; blanks run together, also over the ends of spans."""

    pieces: list[str] = field(default_factory=list)
    after_blank: bool = True

    def add(self, text: str | None, form: RunFormat) -> None:
        """Add letters as they stand in the markup."""
        shown = _BLANKS.sub(" ", text or "")
        if self.after_blank and shown.startswith(" "):
            shown = shown[1:]
        if shown:
            self.after_blank = shown.endswith(" ")
            self.pieces.append(word_markup.run(shown, form))

    def put(self, text: str, form: RunFormat) -> None:
        """Add blanks and breaks that are meant."""
        self.after_blank = False
        self.pieces.append(word_markup.run(text, form))

    def insert(self, written: str) -> None:
        """Add a run that is written already."""
        self.pieces.append(written)


class Walk:
    """A walk that writes into `markup` with the styles of one part."""

    def __init__(self, markup: WordMarkup, styles: Styles) -> None:
        self.markup = markup
        self.styles = styles
        self._lists = Lists(markup)
        self._turned = False

    def blocks(self, container: etree._Element, place: Place = NOWHERE) -> str:
        """Write what stands in a body, section, cell, note or box."""
        written = []
        for child in container:
            if child.tag in PARAGRAPHS:
                written.append(self._paragraph(child, place))
                place = replace(place, numbered=False)
            elif child.tag == TEXT + "list":
                written.append(self._list(child, place))
            elif child.tag == TABLE + "table":
                written.append(write_table(child, self.styles, self.blocks))
            elif child.tag == TEXT + "soft-page-break":
                self._turned = True
            elif child.tag == OFFICE + "annotation":
                self._comment(child)
            elif child.tag == PRESENTATION + "notes":
                self.markup.comments.append(self.blocks(child))
            elif child.tag in DRAWN:
                line = _Line()
                self._drawn(child, PLAIN, line)
                written.append(word_markup.paragraph("".join(line.pieces), UNSET))
            elif child.tag not in SKIPPED:
                written.append(self.blocks(child, place))
        return "".join(written)

    def slide(self, page: etree._Element, *, turns: bool) -> str:
        """Write a page of a presentation, its frames one after the other; all but the first turn the page."""
        self._turned = turns
        written = []
        for child in page:
            if child.tag == PRESENTATION + "notes":
                self.markup.comments.append(self.blocks(child))
                continue
            title = child.get(PRESENTATION + "class") == "title"
            written.append(self._framed(child, ParagraphFormat(outline=1 if title else None)))
        return "".join(written)

    def _framed(self, shape: etree._Element, form: ParagraphFormat) -> str:
        """Write the paragraphs and tables of a shape and those inside it."""
        if shape.tag in PARAGRAPHS:
            return self._paragraph(shape, NOWHERE, over=form)
        if shape.tag == TEXT + "list":
            return self._list(shape, NOWHERE)
        if shape.tag == TABLE + "table":
            return write_table(shape, self.styles, self.blocks)
        if shape.tag == DRAW + "image":
            return word_markup.paragraph(word_markup.PICTURE, UNSET)
        if shape.tag == OFFICE + "annotation":
            self._comment(shape)
        if shape.tag in SKIPPED or shape.tag == OFFICE + "annotation":
            return ""
        return "".join(self._framed(child, form) for child in shape)

    def _list(self, element: etree._Element, place: Place) -> str:
        level = place.level + 1
        style = element.get(TEXT + "style-name") or place.list_style
        list_id = place.list_id if style == place.list_style else None
        if level == 0 or list_id is None:
            list_id = self._lists.open(element, style, self.styles)
        written = []
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            start = item.get(TEXT + "start-value")
            if list_id is not None and start is not None and level < MOST_LEVELS:
                list_id = self._lists.start_anew(element, style, list_id, level, whole(start, 1))
            numbered = item.tag == TEXT + "list-item"
            written.append(self.blocks(item, Place(list_id, style, level, numbered)))
        return "".join(written)

    def _paragraph(self, element: etree._Element, place: Place, *, over: ParagraphFormat = UNSET) -> str:
        style = element.get(TEXT + "style-name")
        line = _Line()
        if self._turned:
            line.insert(word_markup.PAGE_TURN)
            self._turned = False
        self._inline(element, self.styles.run("paragraph", style), line)
        form = over.over(self._numbered(element, place)).over(self.styles.paragraph("paragraph", style))
        return word_markup.paragraph("".join(line.pieces), form)

    def _numbered(self, element: etree._Element, place: Place) -> ParagraphFormat:
        """The heading level of a paragraph and the list that it counts in."""
        outline = None
        if element.tag == TEXT + "h":
            outline = min(max(1, whole(element.get(TEXT + "outline-level"), 1)), MOST_LEVELS)
        if place.numbered and place.list_id is not None:
            return ParagraphFormat(
                outline=outline, number_id=place.list_id, number_level=min(place.level, MOST_LEVELS - 1)
            )
        if outline and place.level < 0 and element.get(TEXT + "is-list-header") != "true":
            return ParagraphFormat(
                outline=outline, number_id=self._lists.outline(self.styles), number_level=outline - 1
            )
        return ParagraphFormat(outline=outline)

    def _inline(self, element: etree._Element, form: RunFormat, line: _Line) -> None:
        line.add(element.text, form)
        for child in element:
            handle = _INLINE.get(child.tag)
            if handle is not None:
                handle(self, child, form, line)
            elif child.tag in DRAWN:
                self._drawn(child, form, line)
            elif child.tag not in SKIPPED:
                self._inline(child, form, line)
            line.add(child.tail, form)

    def _span(self, span: etree._Element, form: RunFormat, line: _Line) -> None:
        own = self.styles.run("text", span.get(TEXT + "style-name"))
        self._inline(span, own.over(form), line)

    def _spaces(self, spaces: etree._Element, form: RunFormat, line: _Line) -> None:
        line.put(" " * min(whole(spaces.get(TEXT + "c"), 1), _MOST_SPACES), form)

    def _note(self, note: etree._Element, form: RunFormat, line: _Line) -> None:
        body, citation = note.find(TEXT + "note-body"), note.find(TEXT + "note-citation")
        kind = "endnote" if note.get(TEXT + "note-class") == "endnote" else "footnote"
        label = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        content = self.blocks(body) if body is not None else ""
        line.insert(self.markup.note(kind, content, label or None))
        line.after_blank = False

    def _turn(self, turn: etree._Element, form: RunFormat, line: _Line) -> None:
        line.insert(word_markup.PAGE_TURN)

    def _annotation(self, annotation: etree._Element, form: RunFormat, line: _Line) -> None:
        self._comment(annotation)

    def _comment(self, annotation: etree._Element) -> None:
        """Keep a comment, apart from the text."""
        self.markup.comments.append(self.blocks(_without_author(annotation)))

    def _drawn(self, shape: etree._Element, form: RunFormat, line: _Line) -> None:
        """Write the text boxes of a drawing; of alternatives for one object, only the first counts."""
        if shape.tag == DRAW + "image":
            line.insert(word_markup.PICTURE)
        elif shape.tag in (DRAW + "object", DRAW + "object-ole"):
            line.insert(word_markup.EMBEDDED)
        elif any(child.tag in BLOCKS for child in shape):
            line.insert(word_markup.box(self.blocks(shape)))
        else:
            for child in shape:
                if child.tag in DRAWN:
                    self._drawn(child, form, line)
                    if shape.tag == DRAW + "frame":
                        break


def _without_author(annotation: etree._Element) -> etree._Element:
    for child in list(annotation):
        if child.tag not in BLOCKS:
            annotation.remove(child)
    return annotation


_Handler = Callable[[Walk, etree._Element, RunFormat, _Line], None]
_INLINE: Final[dict[str, _Handler]] = {
    TEXT + "span": Walk._span,
    TEXT + "s": Walk._spaces,
    TEXT + "tab": lambda walk, _, form, line: line.put("\t", form),
    TEXT + "line-break": lambda walk, _, form, line: line.put("\n", form),
    TEXT + "note": Walk._note,
    TEXT + "soft-page-break": Walk._turn,
    OFFICE + "annotation": Walk._annotation,
}
