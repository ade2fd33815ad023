"""PowerPoint presentations (.ppt, .pptx), converted to OpenDocument by LibreOffice."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extractor.elements import Reading
from extractor.problems import ReadError
from extractor.reading import odf
from extractor.reading.office.converting import convert
from extractor.reading.office.program import describe, find_program
from extractor.reading.office.resident import OfficeError

_FILTERS: Final = {"ppt": "MS PowerPoint 97", "pptx": "Impress MS PowerPoint 2007 XML"}
_ZIP: Final = b"PK"


def read_elements(data: bytes, name: str) -> Reading:
    """Read a presentation. Raises ReadError "needs_libreoffice" and "damaged"."""
    form = "pptx" if data.startswith(_ZIP) else "ppt"
    program = find_program()
    if program is None:
        raise ReadError(
            "needs_libreoffice",
            f"{name} is a PowerPoint presentation, which LibreOffice must open",
            "install LibreOffice (`apt install libreoffice-impress-nogui`), or export the slides as PDF",
        )
    try:
        converted = convert(data, f".{form}", "odp", reads=_FILTERS[form])
    except OfficeError as error:
        raise ReadError(
            "damaged", f"{name} cannot be opened: {error}", "open it in PowerPoint and export it as PDF"
        ) from error
    reading = odf.read_elements(converted, name)
    return replace(reading, format=form, parser=f"{describe(program)}, {reading.parser}")
