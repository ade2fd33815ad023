"""Files of pictures: TIFF with its pages, PNG, JPEG and what else Pillow opens."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from extractor.problems import ReadError
from extractor.reading.scans.tokens import Picture

MAX_PIXELS: Final = 120_000_000
"""Of one page: an A3 sheet at 600 dpi has 70 million; more is no scan of a report."""
MAX_PAGES: Final = 1_000

_PAPER_WIDTH: Final = 8.27  # inches: A4, where the file does not tell how large the page is
_LIKELY: Final = (120, 1_300)  # dpi of a scanner; 72 and 96 are what programs write that do not know it
_COARSEST, _FINEST = 140, 400  # dpi between which, and above which, a page is brought to that
_READ_AT: Final = 300  # at which letters are read best: commas of small figures are lost below
_FORMATS: Final = {"TIFF": "tiff", "PNG": "png", "JPEG": "jpeg"}


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page in grey, with its pixels an inch and its size in points."""

    picture: Picture
    dpi: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file of pictures: its format ("tiff"), how many pages it holds, and these, each decoded when asked for."""

    format: str
    count: int
    pages: Iterator[ScannedPage]


def open_pages(data: bytes, name: str) -> PictureFile:
    """Open a file of pictures.

    Raises ReadError "truncated", "unsupported" or "too_large", also while the pages are taken.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            opened = Image.open(io.BytesIO(data))
        except UnidentifiedImageError as error:
            raise _damaged(name, str(error)) from error
        except Image.DecompressionBombError as error:
            raise _too_large(name, str(error)) from error
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise _damaged(name, str(error)) from error
    count = getattr(opened, "n_frames", 1)
    if count > MAX_PAGES:
        raise _too_large(name, f"it holds {count} pages")
    return PictureFile(_FORMATS.get(opened.format or "", "image"), count, _pages(opened, count, name))


def _pages(opened: Image.Image, count: int, name: str) -> Iterator[ScannedPage]:
    for index in range(count):
        try:
            opened.seek(index)
            width, height = opened.size
            if width * height > MAX_PIXELS:
                raise _too_large(name, f"page {index + 1} is {width:,} × {height:,} pixels large")
            dpi = _resolution(opened)
            page = _grey(ImageOps.exif_transpose(opened))
        except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
            raise _damaged(name, f"page {index + 1}: {error}") from error
        yield _at_reading_size(page, dpi)


def _at_reading_size(page: Picture, dpi: float) -> ScannedPage:
    width, height = page.width / dpi * 72, page.height / dpi * 72
    if dpi > _FINEST or _COARSEST < dpi < _READ_AT:
        size = (round(page.width * _READ_AT / dpi), round(page.height * _READ_AT / dpi))
        page, dpi = page.resize(size, Image.Resampling.LANCZOS), _READ_AT
    return ScannedPage(page, round(dpi), width, height)


def _resolution(opened: Image.Image) -> float:
    """Pixels an inch: as the file says where that is likely, else as if the page were A4."""
    stated = opened.info.get("dpi")
    across = float(stated[0]) if isinstance(stated, tuple) and stated[0] else 0.0
    if _LIKELY[0] <= across <= _LIKELY[1]:
        return across
    return max(min(opened.size) / _PAPER_WIDTH, 30.0)


def _grey(page: Picture) -> Picture:
    """A page in shades of grey on white paper, whatever its colours and transparency."""
    if page.mode == "L":
        return page.copy()
    if page.mode == "1":
        return page.convert("L")
    if "A" in page.getbands() or "transparency" in page.info:
        layered = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered)
    return page.convert("RGB").convert("L")


def _damaged(name: str, why: str) -> ReadError:
    return ReadError(
        "truncated",
        f"{name} cannot be decoded as a picture: {why}",
        "fetch or scan the file again; it is damaged or cut off",
    )


def _too_large(name: str, why: str) -> ReadError:
    return ReadError(
        "too_large",
        f"{name} is larger than any scan of a report: {why}",
        f"scan it again at 300 dpi; pages of up to {MAX_PIXELS // 1_000_000} million pixels are read",
    )
