"""What to install where pictures cannot be read."""

from __future__ import annotations

ADVICE = (
    "Install an OCR engine: `pip install 'baocao[ocr]'`, and for the best one also its Vietnamese data "
    "(`apt install tesseract-ocr-vie tesseract-ocr-osd`)."
)
