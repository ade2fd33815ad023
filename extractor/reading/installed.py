"""Which programs and packages beside the program's own are installed here, and which a file would have wanted.

A file that was read without one of them is read again by a later run that has it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from extractor.reading.office.program import find_program

VIETNAMESE: Final = "vie"

_FOLDERS: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


class Helper(StrEnum):
    """An engine that may or may not be there; of those for OCR the better come first."""

    LIBREOFFICE = "libreoffice"
    TESSEROCR = "tesserocr"
    TESSERACT = "tesseract"
    TRUEOCR = "trueocr"


def installed_helpers() -> frozenset[Helper]:
    """Those that are here. Tesseract, as a library or a program, counts with its Vietnamese data only."""
    return frozenset(_find())


def missing(*wanted: Helper) -> tuple[Helper, ...]:
    """Those of the wanted ones that are not here."""
    here = installed_helpers()
    return tuple(helper for helper in wanted if helper not in here)


def _find() -> Iterator[Helper]:
    if find_program() is not None:
        yield Helper.LIBREOFFICE
    if data_folder() is not None:
        if find_spec("tesserocr"):
            yield Helper.TESSEROCR
        if shutil.which("tesseract"):
            yield Helper.TESSERACT
    if find_spec("trueocr"):
        yield Helper.TRUEOCR


@cache
def data_folder(language: str = VIETNAMESE) -> Path | None:
    """The folder of Tesseract's data that holds a language, None where there is none."""
    named = os.environ.get("TESSDATA_PREFIX")
    for folder in ([named, f"{named}/tessdata"] if named else []) + list(_FOLDERS):
        if Path(folder, f"{language}.traineddata").is_file():
            return Path(folder)
    return None
