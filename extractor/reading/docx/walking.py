"""The walk through a part: each paragraph and table once, in document order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex
from lxml import etree

from extractor.elements import Element, Role
from extractor.reading.docx import names
from extractor.reading.docx.document import Document
from extractor.reading.docx.paragraphs import Paragraph, put_together
from extractor.reading.docx.properties import Properties, by_tag, properties_of, read_paragraph_format, value
from extractor.reading.docx.scanning import NoteMark, Scan, scan, shown_branch
from extractor.reading.docx.tables import is_deleted, read_table
from extractor.reading.flattening import flatten

_SKIPPED = frozenset({names.DELETED, names.MOVED_AWAY, names.SDT_PR, names.SECT_PR})
_SPACES = regex.compile(r"\s*")


class Walk:
    """A walk through one part, which numbers its paragraphs from `before` + 1."""

    def __init__(self, document: Document, part: str, *, before: int = 0) -> None:
        self._document = document
        self._part = part
        self._number = before
        self._carried: Scan | None = None

    def elements(self, container: etree._Element) -> Iterator[Element]:
        """Yield what stands in a body or box; notes follow what holds their marks, boxes their anchor."""
        for block in self._blocks(container):
            if block.tag == names.TBL:
                table = read_table(block, self._document, self.paragraphs)
                if any(cell.text for cell in table.element.cells):
                    yield table.element
                yield from self._notes(table.notes)
            elif paragraph := self._paragraph(block):
                if not paragraph.blank:
                    yield paragraph.element
                yield from self._notes(paragraph.notes)
                for box in paragraph.boxes:
                    yield from self.elements(box)

    def paragraphs(self, container: etree._Element) -> list[Paragraph]:
        """Return all paragraphs in a cell, note or header, with those of the tables and boxes inside it."""
        found: list[Paragraph] = []
        for block in self._blocks(container):
            if block.tag == names.TBL:
                found += self.paragraphs(block)
            elif paragraph := self._paragraph(block):
                found.append(paragraph)
                for box in paragraph.boxes:
                    found += self.paragraphs(box)
        return found

    def _blocks(self, container: etree._Element) -> Iterator[etree._Element]:
        """Yield the paragraphs and outermost tables, through rows, cells, content controls and the like."""
        for child in container:
            if child.tag in (names.P, names.TBL):
                yield child
            elif child.tag in _SKIPPED or (child.tag == names.TR and is_deleted(child.find(names.TR_PR))):
                continue
            elif child.tag == names.ALTERNATE_CONTENT:
                branch = shown_branch(child)
                yield from self._blocks(branch) if branch is not None else ()
            elif child.tag == names.ALT_CHUNK:
                self._document.losses.files += 1
            elif len(child):
                yield from self._blocks(child)

    def _paragraph(self, element: etree._Element) -> Paragraph | None:
        """Read a w:p; None when its end was deleted, so that it goes on in the next."""
        document = self._document
        self._number += 1
        page = document.pages.shown
        properties = by_tag(properties_of(element, names.P_PR))
        style = value(properties.get(names.P_STYLE))
        scanned = self._with_carried(scan(element, style, document))
        following = element.getnext()
        if _end_is_deleted(properties) and following is not None and following.tag == names.P:
            self._carried = scanned
            return None
        form = read_paragraph_format(properties).over(document.styles.paragraph(style))
        mark = None
        if form.number_id and (scanned.pieces or not scanned.hid):
            chain = document.styles.chain(style)
            mark = document.numbering.mark(form.number_id, form.number_level, chain)
        part = f"{self._part}#{self._number}"
        paragraph = put_together(scanned, form, mark, document.letters, part=part, page=page)
        if names.SECT_PR in properties:
            self._end_section()
        return paragraph

    def _with_carried(self, scanned: Scan) -> Scan:
        if self._carried is None:
            return scanned
        carried, self._carried = self._carried, None
        return Scan(
            carried.pieces + scanned.pieces, carried.boxes + scanned.boxes, carried.hid or scanned.hid
        )

    def _end_section(self) -> None:
        if self._document.notes.end_section() != "continuous":
            self._document.pages.break_by_hand()

    def _notes(self, uses: Sequence[NoteMark]) -> Iterator[Element]:
        for use in uses:
            body = self._document.notes.body(use.kind, use.note_id, use.label)
            if body is None:
                continue
            pages = self._document.pages
            number = pages.number
            paragraphs = Walk(self._document, body.part, before=body.before).paragraphs(body.element)
            pages.number = number  # where the note itself runs over to the next page says nothing of the text
            flat = flatten(
                [each.element for each in paragraphs], "\n", skip=_own_label(paragraphs, use.shown)
            )
            if flat.text:
                origins = tuple(replace(origin, page=use.page) for origin in flat.origins)
                style = paragraphs[0].element.style
                yield Element(
                    Role.FOOTNOTE,
                    flat.text,
                    use.page,
                    style,
                    flat.markers,
                    origins,
                    label=use.label,
                    continues=False,
                    encoding=flat.encoding,
                    certainty=flat.certainty,
                )
            yield from self._notes([note for paragraph in paragraphs for note in paragraph.notes])


def _own_label(paragraphs: Sequence[Paragraph], shown: str) -> int:
    """How much of a note's text is its own label: counted by Word, or typed where the mark is typed ("*")."""
    if not paragraphs:
        return 0
    first = paragraphs[0]
    if not first.content and first.element.text.startswith(shown):
        after = _SPACES.match(first.element.text, len(shown))
        return after.end() if after else len(shown)
    return first.content


def _end_is_deleted(properties: Properties) -> bool:
    end = properties.get(names.R_PR)
    return end is not None and any(child.tag in (names.DELETED, names.MOVED_AWAY) for child in end)
