"""What a person may choose; light, for the command line needs it before anything else is loaded."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

PageProgress = Callable[[int, int], None]
"""Called with how many pages of a file have been read from their pictures, and how many there are to read so."""


class Ocr(StrEnum):
    """Which pages are read from their pictures."""

    AUTO = "auto"  # those without a text layer that can be trusted
    OFF = "off"  # none: pictures of text become recorded problems
    FORCE = "force"  # all pages of PDF files


class Severity(StrEnum):
    """How grave a finding is.

    An error contradicts the page itself or a norm in force; a warning is very likely a slip; info is worth a
    look, and all that may rest on a norm or list which nobody has verified.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Language(StrEnum):
    """In which findings are told."""

    VIETNAMESE = "vi"
    ENGLISH = "en"
