"""What a person may choose about reading."""

from __future__ import annotations

from enum import StrEnum


class Ocr(StrEnum):
    """Which pages are read from their pictures."""

    AUTO = "auto"  # those without a text layer that can be trusted
    OFF = "off"  # none: pictures of text become recorded problems
    FORCE = "force"  # all pages of PDF files
