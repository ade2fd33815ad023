"""Headers and footers: parts of their own, each shown on many pages and read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.elements import Element, Role
from extractor.reading.docx.document import Document
from extractor.reading.docx.names import R, W
from extractor.reading.docx.state import Fields, Losses, Pages
from extractor.reading.docx.walking import Walk


def read_furniture(document: Document, kind: str) -> Iterator[Element]:
    """Yield the paragraphs of every "header" or "footer" that a section refers to, each text once."""
    apart = replace(document, pages=Pages(rendered=False), fields=Fields(), losses=Losses())
    parts = dict.fromkeys(
        relation.part
        for reference in document.root.iter(f"{W}{kind}Reference")
        if (relation := document.package.relations.get(reference.get(R + "id", ""))) is not None
    )
    seen: set[str] = set()
    for part in parts:
        for paragraph in Walk(apart, part).paragraphs(document.package.root(part)):
            if not paragraph.blank and paragraph.element.text not in seen:
                seen.add(paragraph.element.text)
                yield replace(paragraph.element, role=Role.FURNITURE)
