"""The OCR engines that are installed here, loaded once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.reading.installed import Helper, missing
from extractor.reading.scans.tesseract import open_tesseract
from extractor.reading.scans.tesseract_program import open_tesseract_program
from extractor.reading.scans.tokens import Engine
from extractor.reading.scans.true_ocr import TrueOcr, open_true_ocr


@dataclass(frozen=True, slots=True)
class Engines:
    """The engine that reads first, and the one that is asked about pages that the first reads badly."""

    first: Engine

    @property
    def second(self) -> Engine | None:
        """Loaded when it is first asked for: most pages are read well by the first."""
        return None if isinstance(self.first, TrueOcr) else _true_ocr()


def missed_engines(engines: Engines | None, *, poor: bool) -> tuple[Helper, ...]:
    """The engines that would have read pictures better: those before the first, and on `poor` pages a second."""
    order = (Helper.TESSEROCR, Helper.TESSERACT, Helper.TRUEOCR)
    if engines is None:
        return missing(*order)
    better = order[: order.index(engines.first.helper)]
    return missing(*better, *((Helper.TRUEOCR,) if poor else ()))


@cache
def find_engines() -> Engines | None:
    """Load what is installed: Tesseract, which reads better, before TrueOCR, which needs pip alone.

    Tesseract as a library is started once and tells raised marks; the program is for where there is none.
    """
    first: Engine | None = open_tesseract() or open_tesseract_program() or _true_ocr()
    return Engines(first) if first else None


@cache
def _true_ocr() -> TrueOcr | None:
    return open_true_ocr()
