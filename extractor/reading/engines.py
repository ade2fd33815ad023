"""Which programs and packages serve each format here, and what to install for better ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from extractor.reading.installed import Helper, installed_helpers
from extractor.reading.office.program import describe, find_program
from extractor.reading.scans.advice import ADVICE


@dataclass(frozen=True, slots=True)
class Serving:
    """How a format is read.

    Attributes:
        engines: what serves, in the order in which it is asked; empty where what is needed is missing.
        advice: what to install to read it, or to read it better, "" where nothing is.
    """

    engines: tuple[str, ...]
    advice: str = ""


_WRITER: Final = "install LibreOffice (`apt install libreoffice-writer-nogui`)"
_CALC: Final = "install LibreOffice (`apt install libreoffice-calc-nogui`)"
_IMPRESS: Final = "install LibreOffice (`apt install libreoffice-impress-nogui`)"


def serving(format_name: str) -> Serving:
    """Say how a format of `extractor.reading.formats.FORMATS` is read here.

    >>> serving("text").engines
    ('baocao',)
    """
    return _SERVING.get(format_name, _alone())()


def _alone(*packages: str) -> Callable[[], Serving]:
    """Packages that are installed with the program; where none is named, its own code."""
    return lambda: Serving(tuple(_named(package) for package in packages) or ("baocao",))


def _with_office(before: tuple[str, ...], after: tuple[str, ...], advice: str) -> Callable[[], Serving]:
    """Packages that are asked before and after LibreOffice; it is not needed, but of use."""

    def tell() -> Serving:
        program = find_program()
        office = (describe(program),) if program else ()
        engines = (*map(_named, before), *office, *map(_named, after))
        return Serving(engines, "" if program else advice)

    return tell


def _office_alone(advice: str, *after: str) -> Callable[[], Serving]:
    """LibreOffice, without which there is no reader; the packages read what it gives."""

    def tell() -> Serving:
        program = find_program()
        return Serving((describe(program), *map(_named, after)) if program else (), "" if program else advice)

    return tell


def _ocr() -> tuple[str, ...]:
    """The OCR engines that are installed, the better first."""
    here = installed_helpers()
    tesseract = [name for name in (Helper.TESSEROCR, Helper.TESSERACT) if name in here][:1]
    return (*tesseract, *(name for name in (Helper.TRUEOCR,) if name in here))


def _pictures() -> Serving:
    engines = _ocr()
    return Serving(tuple(map(_named, engines)), "" if "tesserocr" in engines else ADVICE)


def _pdf() -> Serving:
    pictures = _pictures()
    advice = f"Scanned pages: {pictures.advice}" if pictures.advice else ""
    return Serving((_named("pypdfium2"), _named("pdfplumber"), *pictures.engines), advice)


def _named(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


_SERVING: Final[dict[str, Callable[[], Serving]]] = {
    "pdf": _pdf,
    "tiff": _pictures,
    "png": _pictures,
    "jpeg": _pictures,
    "image": _pictures,
    "docx": _alone("python-docx"),
    "html": _alone("lxml"),
    "mhtml": _alone("lxml"),
    "markdown": _alone("markdown-it-py"),
    "text": _alone(),
    "doc": _with_office(
        (), ("msdoc2docx",), f"{_WRITER}: it reads damaged documents and text boxes that msdoc2docx loses"
    ),
    "rtf": _with_office(
        ("baocao",), (), f"{_WRITER}: it counts the lists of files that do not spell out their numbers"
    ),
    "odt": _alone("lxml"),
    "odp": _alone("lxml"),
    "wordml": _office_alone(f"{_WRITER}, or save the document as .docx", "python-docx"),
    "xls": _with_office(("xlrd",), (), f"{_CALC}: it opens damaged workbooks"),
    "xlsx": _alone("lxml", "python-calamine"),
    "ods": _alone("lxml", "python-calamine"),
    "ppt": _office_alone(f"{_IMPRESS}, or export the slides as PDF", "lxml"),
    "pptx": _office_alone(f"{_IMPRESS}, or export the slides as PDF", "lxml"),
}
