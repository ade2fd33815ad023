"""An open Word document: its main part, what governs it, and the state of reading it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from extractor.problems import Problem
from extractor.reading.docx.names import RENDERED_PAGE_BREAK, UNREAD
from extractor.reading.docx.notes import Notes
from extractor.reading.docx.numbering import Numbering
from extractor.reading.docx.package import Package, open_package
from extractor.reading.docx.runs import Letters, survey_fonts
from extractor.reading.docx.state import Fields, Losses, Pages
from extractor.reading.docx.styles import Styles


@dataclass(frozen=True, slots=True)
class Document:
    """What every paragraph of a document is read with."""

    package: Package
    root: etree._Element
    styles: Styles
    numbering: Numbering
    notes: Notes
    pages: Pages
    letters: Letters
    fields: Fields = field(default_factory=Fields)
    losses: Losses = field(default_factory=Losses)

    def problems(self) -> tuple[Problem, ...]:
        """Tell what reading it has left out or found amiss."""
        return (
            *self.losses.problems(self.pages),
            *self.notes.problems(),
            *self.letters.conversions.problems(),
        )


def open_document(data: bytes) -> Document:
    """Open a Word file. Raises ReadError."""
    package = open_package(data)
    root = package.root(package.main)
    etree.strip_elements(root, *UNREAD)
    part, theme = package.related("styles"), package.related("theme")
    styles = Styles(part[1] if part else None, theme[1] if theme else None)
    return Document(
        package=package,
        root=root,
        styles=styles,
        numbering=Numbering(package),
        notes=Notes(package, root),
        pages=Pages(rendered=next(root.iter(RENDERED_PAGE_BREAK), None) is not None),
        letters=Letters(survey_fonts(root, styles)),
    )
