"""Pages of a PDF that are read from their pictures: scans, and text layers that say something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import pypdfium2

from extractor.problems import Problem
from extractor.reading.page.layout import PageLayout
from extractor.reading.pdf.quality import worth_of_layer
from extractor.reading.scans.engines import Engines, missed_engines
from extractor.reading.scans.pages import SeenPage, lay_out_pages, read_picture
from extractor.reading.scans.tokens import Picture
from extractor.settings import PageProgress

_DPI: Final = 300
_COARSEST: Final = 72
_MAX_PIXELS: Final = 40_000_000  # A2 at 300 dpi; larger pages are drawn coarser


@dataclass(frozen=True, slots=True)
class Scanned:
    """The pages of a file with those replaced that were read from pictures; `engines` names what read them.

    `missed` are engines that would have read them better.
    """

    layouts: list[PageLayout]
    problems: tuple[Problem, ...]
    engines: tuple[str, ...]
    missed: tuple[str, ...] = ()


def read_scanned(
    document: pypdfium2.PdfDocument,
    layouts: Iterable[PageLayout],
    wanted: Callable[[PageLayout], bool],
    engines: Engines,
    *,
    forced: bool = False,
    on_page: PageProgress | None = None,
) -> Scanned:
    """Read the wanted pages anew, from what a viewer shows of them; a blank or unreadable one stays as it is.

    A page also stays whose text is worth more than what was read, unless that is `forced`.
    """
    held = list(layouts)
    seen: list[SeenPage] = []
    places: list[int] = []
    chosen = [(index, layout) for index, layout in enumerate(held) if wanted(layout)]
    for done, (index, layout) in enumerate(chosen, 1):
        picture, dpi = _drawn(document, layout)
        sight = read_picture(picture, dpi, engines)
        if sight.tokens and (forced or sight.worth > worth_of_layer(layout)):
            seen.append(SeenPage(layout.number, sight, layout.shown))
            places.append(index)
        if on_page is not None:
            on_page(done, len(chosen))
    laid = lay_out_pages(seen)
    for index, layout in zip(places, laid.layouts, strict=True):
        held[index] = layout
    names = tuple(sorted({page.sight.engine for page in seen}))
    missed = missed_engines(engines, poor=any(page.sight.is_poor for page in seen))
    return Scanned(held, tuple(laid.problems), names, missed)


def _drawn(document: pypdfium2.PdfDocument, layout: PageLayout) -> tuple[Picture, int]:
    """Draw a page in grey, and give its pixels an inch."""
    page = document[layout.number - 1]
    try:
        area = max(layout.shown.width * layout.shown.height / 72**2, 0.01)
        dpi = max(_COARSEST, min(_DPI, int((_MAX_PIXELS / area) ** 0.5)))
        return page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"), dpi
    finally:
        page.close()
