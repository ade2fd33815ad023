"""Pictures made ready for reading: set straight, and cleaned where the raw page is read badly."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from extractor.reading.scans.tokens import Picture

Pixels = NDArray[np.uint8]

_SEEN_AT: Final = 1000  # pixels of the longer side of the picture that the skew is measured on
_STEEPEST: Final = 5.0  # degrees; a page laid more askew than this is rare, and read as it is
_STEPS: Final = (0.5, 0.1)
_STRAIGHT: Final = 0.15  # degrees: less is not worth blurring the letters for
_WHITE: Final = 255
_BACKGROUND_AT: Final = 8  # the background is measured on a picture so many times smaller
_ENLARGED: Final = 1.5
_ENLARGED_BELOW: Final = 330  # dpi


def skew_of(picture: Picture) -> float:
    """How many degrees the lines of a page fall to the right (negative: rise).

    The rows of a page set straight are dark and light by turns: the turn that makes their sums differ most
    is sought, first in steps of half a degree, then of a tenth.
    """
    small = picture.copy()
    small.thumbnail((_SEEN_AT, _SEEN_AT))
    pixels = np.asarray(small, dtype=np.uint8)
    ink = Image.fromarray(np.where(pixels < threshold(pixels), 255, 0).astype(np.uint8))
    best = 0.0
    reach = _STEEPEST
    for step in _STEPS:
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: (_contrast(ink, float(angle)), -abs(angle))))
        reach = step
    return best if abs(best) < _STEEPEST else 0.0


def _contrast(ink: Picture, angle: float) -> float:
    """How much the rows of a picture differ when it is turned counter-clockwise."""
    rows = np.asarray(ink.rotate(angle, resample=Image.Resampling.NEAREST), dtype=np.float32).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def straightened(picture: Picture, skew: float) -> Picture:
    """Turn a page about its middle so that its lines run level; its size stays."""
    if abs(skew) < _STRAIGHT:
        return picture
    return picture.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=_WHITE)


def threshold(pixels: Pixels) -> int:
    """The grey that parts ink from paper best (Otsu 1979)."""
    counts = np.bincount(pixels.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    sums = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * np.square(sums / below - (sums[-1] - sums) / above)
    return int(np.nanargmax(np.where(np.isfinite(between), between, -1.0))) + 1


def prepared(picture: Picture, dpi: int) -> tuple[Picture, float]:
    """Clean a page: speckles out, paper made even, contrast spread, enlarged; give also how many times larger.

    Only for pages that are read badly as they are: it makes good ones a little worse.
    """
    pixels = np.asarray(picture.filter(ImageFilter.MedianFilter(3)), dtype=np.float32)
    even = pixels / np.maximum(_background(picture), 1.0) * _WHITE
    dark, light = np.percentile(even, (1.0, 70.0))
    spread = (even - dark) / max(light - dark, 1.0) * _WHITE
    clean = Image.fromarray(np.clip(spread, 0, _WHITE).astype(np.uint8))
    if dpi >= _ENLARGED_BELOW:
        return clean, 1.0
    size = (round(clean.width * _ENLARGED), round(clean.height * _ENLARGED))
    return clean.resize(size, Image.Resampling.LANCZOS), _ENLARGED


def _background(picture: Picture) -> NDArray[np.float32]:
    """The paper behind the letters: the lightest grey around each place, smoothed."""
    small = picture.reduce(_BACKGROUND_AT).filter(ImageFilter.MaxFilter(5))
    smooth = small.filter(ImageFilter.GaussianBlur(6)).resize(picture.size, Image.Resampling.BILINEAR)
    return np.asarray(smooth, dtype=np.float32)
