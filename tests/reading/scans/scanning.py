"""Makes scans: pages that are drawn, laid askew, greyed and speckled as a scanner does it."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from tests.reading.pdf.composing import Composer

LINES = (
    "Thực hiện Chỉ thị số 24-CT/TU ngày 15/3/2019 của Ban Thường vụ Tỉnh ủy, Ủy ban nhân dân tỉnh đã ban hành",
    "Kế hoạch số 118/KH-UBND ngày 02/5/2019; đến nay có 72/104 xã đạt chuẩn nông thôn mới, chiếm 69,2%.",
)


def text_page(*paragraphs: str) -> bytes:
    """A PDF of one page that holds the paragraphs."""
    composer = Composer(number=lambda page: "")
    for paragraph in paragraphs or LINES:
        composer.paragraph(paragraph)
    return composer.save()


def draw(pdf: bytes, *, dpi: int = 200, page: int = 0) -> Image.Image:
    """A page as it prints, in grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


def scanned(
    picture: Image.Image, *, skew: float = 0.0, noise: float = 6.0, grey: float = 15.0
) -> Image.Image:
    """A page as a scanner gives it; `skew` in degrees, counter-clockwise, `noise` and `grey` of 255."""
    laid = picture.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(laid.filter(ImageFilter.GaussianBlur(0.5)), dtype=np.float32)
    shade = np.linspace(0, grey, pixels.shape[1], dtype=np.float32)[None, :]
    speckles = np.random.default_rng(7).normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels - shade + speckles, 0, 255).astype(np.uint8))


def saved(*pictures: Image.Image, kind: str = "PNG", dpi: int = 200) -> bytes:
    """The pictures as a file: PNG, JPEG, TIFF or PDF."""
    file = io.BytesIO()
    rest = {"save_all": True, "append_images": list(pictures[1:])} if len(pictures) > 1 else {}
    resolution = {"resolution": dpi} if kind == "PDF" else {"dpi": (dpi, dpi)}
    pictures[0].save(file, kind, **resolution, **rest)
    return file.getvalue()
