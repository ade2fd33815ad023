"""The text of PDF pages as PDFium gives it, a page at a time: no lines, no columns, no tables."""

from __future__ import annotations

import pypdfium2 as pdfium

from extractor.reading.pdf.guarding import crowded_pages
from extractor.reading.second_look.counting import Count


def look_at_pdf(data: bytes) -> Count:
    """Count the text layer of all pages, nothing of a file with pages that must not be opened."""
    if crowded_pages(data):
        return Count()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:  # the reader has told of it
        return Count()
    try:
        return Count.of(_text(document, number) for number in range(len(document)))
    finally:
        document.close()


def _text(document: pdfium.PdfDocument, number: int) -> str:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return ""
    layer = page.get_textpage()
    text: str = layer.get_text_bounded()
    layer.close()
    page.close()
    return text
