"""PDF files → elements.

PDFium gives the words with their places, sizes and fonts, and the lines drawn between them; what is a
paragraph, a column, a table or a footnote is read from geometry alone. pdfplumber finds the cells between
ruled lines (`plumbing`) and is the witness for pages where runs of two fonts overlap (`checking`). Places are
in points from the top left corner of the page as a viewer shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pypdfium2
import pypdfium2.raw as raw

from extractor.elements import Reading
from extractor.encodings import Conversions, Decoded
from extractor.problems import Problem
from extractor.reading.page.flow import sort_out
from extractor.reading.page.layout import PageLayout
from extractor.reading.page.writing import write_elements
from extractor.reading.pdf.checking import check_interleaved
from extractor.reading.pdf.guarding import crowded_pages
from extractor.reading.pdf.laying_out import PdfPage, lay_out
from extractor.reading.pdf.letters import FileHints, survey_lines, with_encodings
from extractor.reading.pdf.opening import ending_problems, open_document
from extractor.reading.pdf.quality import hides_its_text, page_problems, refuse_without_text
from extractor.reading.pdf.scanned import Scanned, read_scanned
from extractor.reading.scans.engines import find_engines, missed_engines
from extractor.settings import Ocr, PageProgress

__all__ = ["read_elements"]


def read_elements(
    data: bytes, name: str, *, ocr: Ocr = Ocr.AUTO, on_page: PageProgress | None = None
) -> Reading:
    """Read a PDF file; `name` is used in messages only, `ocr` says which pages are read from their pictures.

    `on_page` is told of each of those.

    Raises:
        ReadError: "empty", "unsupported", "encrypted", "truncated", "too_large" or "image_only".
    """
    with open_document(data, name) as document:
        crowded = crowded_pages(data)
        pages, problems = _lay_out_pages(document, crowded)
        hints = survey_lines([line for page in pages for line in page.old_lines])
        if hints is not None:
            pages, problems = _lay_out_pages(document, crowded, hints)
        scanned = _read_pictures(document, [page.layout for page in pages], ocr, on_page)
        layouts = scanned.layouts
        count = len(document)
    decoded = {page.layout.number: page.decoded for page in pages}
    decoded = {layout.number: decoded[layout.number] for layout in layouts if not layout.scanned}
    conversions = _conversions(decoded)
    refuse_without_text(layouts, problems, name)
    elements = write_elements(sort_out(layouts))
    return Reading(
        tuple(with_encodings(elements, decoded)),
        format="pdf",
        parser=" + ".join((f"pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}", *scanned.engines)),
        pages=count,
        encoding=conversions.encoding,
        problems=(
            *ending_problems(data),
            *problems,
            *scanned.problems,
            *page_problems(layouts),
            *check_interleaved(data, [layout for layout in layouts if not decoded.get(layout.number)]),
            *conversions.problems(),
        ),
        missed=scanned.missed,
    )


def _read_pictures(
    document: pypdfium2.PdfDocument, layouts: list[PageLayout], ocr: Ocr, on_page: PageProgress | None
) -> Scanned:
    """Read from their pictures the pages that want it; engines are loaded only when there are some."""
    wanted = _WANTED[ocr]
    if not any(map(wanted, layouts)):
        return Scanned(layouts, (), ())
    engines = find_engines()
    if engines is None:
        return Scanned(layouts, (), (), missed_engines(None, poor=True))
    return read_scanned(document, layouts, wanted, engines, forced=ocr is Ocr.FORCE, on_page=on_page)


_WANTED: dict[Ocr, Callable[[PageLayout], bool]] = {
    Ocr.AUTO: hides_its_text,
    Ocr.OFF: lambda layout: False,
    Ocr.FORCE: lambda layout: True,
}


def _conversions(pages: Mapping[int, Sequence[Decoded]]) -> Conversions:
    conversions = Conversions()
    for number, lines in pages.items():
        for decoded in lines:
            conversions.add(decoded, page=number)
    return conversions


def _lay_out_pages(
    document: pypdfium2.PdfDocument, crowded: frozenset[int], hints: FileHints | None = None
) -> tuple[list[PdfPage], list[Problem]]:
    """Read page after page, each closed before the next is opened."""
    pages, problems = [], []
    for index in range(len(document)):
        page = raw.FPDF_LoadPage(document, index) if index not in crowded else None
        if not page:
            why = "draws more than is read" if index in crowded else "cannot be opened"
            problems.append(
                Problem("lost_text", f"Page {index + 1} {why}.", "Look at the page by hand.", page=index + 1)
            )
            continue
        try:
            pages.append(lay_out(page, index + 1, hints))
        finally:
            raw.FPDF_ClosePage(page)
    return pages, problems
