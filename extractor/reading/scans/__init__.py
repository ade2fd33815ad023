"""Scans → elements: pages that are pictures, read by an OCR engine.

An engine gives words with their places; what is a paragraph, a column, a table or a footnote is then read from
geometry as on any other page. Each word keeps its box and the engine's confidence as an origin of its own.
"""

from __future__ import annotations

from extractor.elements import Reading
from extractor.problems import ReadError
from extractor.reading.page.flow import sort_out
from extractor.reading.page.geometry import Frame
from extractor.reading.page.writing import write_elements
from extractor.reading.scans.advice import ADVICE
from extractor.reading.scans.engines import find_engines, missed_engines
from extractor.reading.scans.images import open_pages
from extractor.reading.scans.pages import SeenPage, lay_out_pages, read_picture
from extractor.settings import Ocr, PageProgress

__all__ = ["read_elements"]


def read_elements(
    data: bytes, name: str, *, ocr: Ocr = Ocr.AUTO, on_page: PageProgress | None = None
) -> Reading:
    """Read a file of pictures; `name` is used in messages only, `on_page` is told of each page that was read.

    Raises ReadError "no_engine", "image_only", "truncated", "too_large" or "empty".
    """
    file = open_pages(data, name)
    if ocr is Ocr.OFF:
        raise ReadError("image_only", f"{name} is a picture, and OCR is off", "run again with --ocr auto")
    engines = find_engines()
    if engines is None:
        raise ReadError("no_engine", f"{name} is a picture, and no OCR engine is installed", ADVICE)
    seen: list[SeenPage] = []
    for number, page in enumerate(file.pages, 1):
        sight = read_picture(page.picture, page.dpi, engines)
        seen.append(SeenPage(number, sight, Frame(0, 0.0, 0.0, page.width, page.height)))
        if on_page is not None:
            on_page(number, file.count)
    if all(page.sight.is_blank for page in seen):
        raise ReadError(
            "empty", f"{name} shows nothing but blank paper", "check that this is the file you meant"
        )
    if not any(page.sight.tokens for page in seen):
        raise ReadError(
            "image_only", f"{name} is a picture in which no letter could be read", "look at it by hand"
        )
    laid = lay_out_pages(seen)
    return Reading(
        write_elements(sort_out(laid.layouts)),
        format=file.format,
        parser=" + ".join(sorted({page.sight.engine for page in seen})),
        pages=len(seen),
        problems=tuple(laid.problems),
        missed=missed_engines(engines, poor=any(page.sight.is_poor for page in seen)),
    )
