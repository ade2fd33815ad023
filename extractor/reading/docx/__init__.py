"""Word documents: .docx, .docm, .dotx and their Strict form.

The package is opened with python-docx, and the XML of its main part walked once in document order. What is
read is what Word shows when all changes are accepted: inserted text is kept, deleted text is gone, fields
give their results, lists their numbers, and each text box is read once. Notes follow the paragraph or table
that holds their marks; headers come first, footers and comments last, both as furniture.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

from extractor.elements import Element, Reading
from extractor.problems import ReadError
from extractor.reading.docx.document import open_document
from extractor.reading.docx.furniture import read_comments, read_furniture
from extractor.reading.docx.names import W
from extractor.reading.docx.walking import Walk
from extractor.reading.symbols import UNKNOWN

PARSER: Final = f"python-docx {version('python-docx')}"


def read_elements(data: bytes, name: str) -> Reading:
    """Read a Word document. Raises ReadError."""
    document = open_document(data)
    body = document.root.find(W + "body")
    if body is None:
        raise ReadError(
            "damaged",
            f"the main part {document.package.main} of {name} has no body",
            "open the file in Word or LibreOffice, let it repair the document, and save it again",
        )
    headers = tuple(read_furniture(document, "header"))
    content = tuple(Walk(document, document.package.main).elements(body))
    footers = (*read_furniture(document, "footer"), *read_comments(document))
    if not content and not document.losses.pages_with_pictures:
        raise ReadError("empty", f"{name} is a document without text", "check that this is the right file")
    document.losses.symbols = sum(map(_count_unknown, content))
    return Reading(
        (*headers, *content, *footers),
        format="docx",
        parser=PARSER,
        pages=document.pages.last if document.pages.rendered else None,
        encoding=document.letters.conversions.encoding,
        problems=document.problems(),
    )


def _count_unknown(element: Element) -> int:
    return element.text.count(UNKNOWN) + sum(cell.text.count(UNKNOWN) for cell in element.cells)
