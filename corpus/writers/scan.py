"""Scans: the pages of the PDF, drawn, laid on the glass and saved as pictures, a decent one and a bad one."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from corpus.source import Source
from corpus.writers import pdf


@dataclass(frozen=True, slots=True)
class Scanner:
    """How pages come out.

    Attributes:
        dpi: pixels an inch; skew: degrees that each page lies askew, one way and the other by turns.
        blur: radius in pixels; noise: of the paper, of 255; grey: how much darker the right edge is.
        quality: of JPEG.
    """

    dpi: int
    skew: float
    blur: float
    noise: float
    grey: float
    quality: int


DECENT = Scanner(dpi=200, skew=0.4, blur=0.5, noise=4, grey=10, quality=45)
BAD = Scanner(dpi=150, skew=1.6, blur=0.7, noise=16, grey=60, quality=35)


def write_decent(source: Source) -> bytes:
    """Write a source as a PDF of pictures that an office scanner makes. Raises MissingFontError."""
    return write_by(source, DECENT)


def write_bad(source: Source) -> bytes:
    """Write a source as a PDF of pictures of an old copy. Raises MissingFontError."""
    return write_by(source, BAD)


def write_by(source: Source, scanner: Scanner) -> bytes:
    """Draw the pages and put them through a scanner; the same pixels on every run."""
    with pypdfium2.PdfDocument(pdf.write(source)) as document:
        pages = [
            page.render(scale=scanner.dpi / 72, grayscale=True).to_pil().convert("L") for page in document
        ]
    scanned = [scan(page, scanner, number) for number, page in enumerate(pages)]
    file = io.BytesIO()
    scanned[0].save(
        file, "PDF", resolution=scanner.dpi, quality=scanner.quality, save_all=True, append_images=scanned[1:],
        creationDate=None, modDate=None,
    )  # fmt: skip
    return file.getvalue()


def scan(page: Image.Image, scanner: Scanner, number: int) -> Image.Image:
    """One page as the scanner gives it."""
    skew = scanner.skew if number % 2 else -scanner.skew
    laid = page.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(laid.filter(ImageFilter.GaussianBlur(scanner.blur)), dtype=np.float32)
    shade = np.linspace(0, scanner.grey, pixels.shape[1], dtype=np.float32)[None, :]
    paper = np.random.default_rng(number).normal(0, scanner.noise, pixels.shape).astype(np.float32)
    return Image.fromarray(np.clip(pixels - shade + paper, 0, 255).astype(np.uint8))
