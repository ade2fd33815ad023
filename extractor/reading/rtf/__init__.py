"""Rich Text (.rtf), read by a reader of our own, by LibreOffice where that one falls short.

On the files at hand both give the same words. Ours comes first, since it sees the bytes themselves:
LibreOffice takes those of a run in a charset of Vietnam or of the Far East for letters of that script, and an
old font's letters are lost. striprtf counts the words again.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from striprtf.striprtf import rtf_to_text

from extractor.elements import Reading
from extractor.problems import Problem, ReadError
from extractor.reading import docx
from extractor.reading.installed import Helper, missing
from extractor.reading.office.converting import convert, is_available
from extractor.reading.office.program import describe, find_program
from extractor.reading.office.resident import OfficeError
from extractor.reading.rtf.converting import Converter
from extractor.reading.second_look import Count, count_reading, lost_text

PARSER: Final = f"python {platform.python_version()}"

_FILTER: Final = "Rich Text Format"

# What striprtf may meet in damaged files.
_BROKEN: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)

# Our own reader has told of these, which LibreOffice may read.
_SHORTFALLS: Final = ("lost_text", "list_numbers_unread")


def read_elements(data: bytes, name: str) -> Reading:
    """Read an RTF file. Raises ReadError."""
    reading = _read(data, name)
    if not any(problem.kind in _SHORTFALLS for problem in reading.problems):
        return reading
    other = _by_libreoffice(data, name)
    if other is None:
        return replace(reading, missed=missing(Helper.LIBREOFFICE))
    other = replace(other, problems=(*other.problems, *_lost(data, other)))
    return other if count_reading(other).words >= count_reading(reading).words else reading


def _read(data: bytes, name: str) -> Reading:
    converter = Converter()
    converter.convert(data)
    reading = docx.read_elements(converter.markup.package(), name)
    told = (*converter.problems, *_unnumbered(converter.unnumbered), *reading.problems, *_lost(data, reading))
    return replace(reading, format="rtf", parser=PARSER, problems=told)


def _lost(data: bytes, reading: Reading) -> tuple[Problem, ...]:
    """Compare with the words that striprtf sees, which takes each byte for a letter."""
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding="latin-1", errors="replace")  # type: ignore[no-untyped-call]
    except _BROKEN:
        return ()
    return lost_text(count_reading(reading), Count.of([text]))


def _unnumbered(paragraphs: int) -> Iterator[Problem]:
    if paragraphs:
        yield Problem(
            "list_numbers_unread",
            f"{paragraphs} paragraphs of lists stand without their numbers, which the file does not state",
            "install LibreOffice, or open the document in Word and save it as .docx",
        )


def _by_libreoffice(data: bytes, name: str) -> Reading | None:
    program = find_program()
    if program is None or not is_available():
        return None
    try:
        reading = docx.read_elements(convert(data, ".rtf", "docx", reads=_FILTER), name)
    except (OfficeError, ReadError):
        return None
    return replace(reading, format="rtf", parser=f"{describe(program)}, {reading.parser}")
