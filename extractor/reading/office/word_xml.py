"""Word documents in one XML file (WordprocessingML 2003, flat OPC): converted to .docx by LibreOffice."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.elements import Reading
from extractor.problems import ReadError
from extractor.reading import docx
from extractor.reading.office.converting import convert
from extractor.reading.office.program import describe, find_program
from extractor.reading.office.resident import OfficeError

_FLAT_PACKAGE: Final = b"<pkg:package"
_SNIFFED: Final = 4096


def read_elements(data: bytes, name: str) -> Reading:
    """Read such a file. Raises ReadError "needs_libreoffice" and "damaged"."""
    program = find_program()
    if program is None:
        raise ReadError(
            "needs_libreoffice",
            f"{name} is a Word document in one XML file, which LibreOffice must open",
            "install LibreOffice (`apt install libreoffice-writer-nogui`), or save the document as .docx",
        )
    reads = "MS Word 2007 XML" if _FLAT_PACKAGE in data[:_SNIFFED] else "MS Word 2003 XML"
    try:
        converted = convert(data, ".xml", "docx", reads=reads)
    except OfficeError as error:
        raise ReadError(
            "damaged", f"{name} cannot be opened: {error}", "open it in Word and save it as .docx"
        ) from error
    reading = docx.read_elements(converted, name)
    return replace(reading, format="wordml", parser=f"{describe(program)}, {reading.parser}")
