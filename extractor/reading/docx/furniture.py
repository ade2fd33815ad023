"""Headers and footers, each shown on many pages and read once, and comments: parts of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from extractor.elements import Element, Role
from extractor.reading.docx.document import Document
from extractor.reading.docx.names import R, W
from extractor.reading.docx.state import Fields, Losses, Pages
from extractor.reading.docx.walking import Walk


def read_furniture(document: Document, kind: str) -> Iterator[Element]:
    """Yield the paragraphs of every "header" or "footer" that a section refers to, each text once."""
    parts = dict.fromkeys(
        relation.part
        for reference in document.root.iter(f"{W}{kind}Reference")
        if (relation := document.package.relations.get(reference.get(R + "id", ""))) is not None
    )
    seen: set[str] = set()
    for part in parts:
        for element in _apart(document, part, document.package.root(part)):
            if element.text not in seen:
                seen.add(element.text)
                yield element


def read_comments(document: Document) -> Iterator[Element]:
    """Yield what readers have noted in the margin: kept with the document, and no part of its text."""
    related = document.package.related("comments")
    if related is not None:
        yield from _apart(document, *related)


def _apart(document: Document, part: str, root: etree._Element) -> Iterator[Element]:
    """Yield the paragraphs of a part; its fields and losses are none of the document's."""
    apart = replace(document, pages=Pages(rendered=False), fields=Fields(), losses=Losses())
    for paragraph in Walk(apart, part).paragraphs(root):
        if not paragraph.blank:
            yield replace(paragraph.element, role=Role.FURNITURE)
