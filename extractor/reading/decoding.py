"""Bytes of a text format → characters.

UTF-8 and, with a byte order mark, UTF-16 and UTF-32 are read. The encodings of the years before Unicode
(TCVN3, VNI) cannot be told apart here and are refused rather than read as garbage.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

from extractor.problems import Problem, ReadError

# The longer mark first: that of UTF-32 LE begins with that of UTF-16 LE.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# A UTF-8 file with a few bytes lost is still a UTF-8 file: in TCVN3 or VNI hardly any byte above 127 is
# well-formed UTF-8, in a damaged UTF-8 file nearly all are.
_LOSS_TOLERATED: Final = 0.05

_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, without its byte order mark, and the encoding that gave them ("utf-8")."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def encoding_mark(data: bytes) -> tuple[bytes, str] | None:
    """Return the byte order mark that the data begins with and its encoding.

    >>> encoding_mark("\\ufeffSố".encode("utf-16-le"))
    (b'\\xff\\xfe', 'utf-16-le')
    """
    return next((mark for mark in _MARKS if data.startswith(mark[0])), None)


def decode(data: bytes) -> Decoded:
    """Decode by the byte order mark, else as UTF-8; single lost bytes become U+FFFD and a problem.

    Raises ReadError "encoding".
    """
    mark, encoding = encoding_mark(data) or (b"", "utf-8")
    try:
        return Decoded(data[len(mark) :].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return _decode_damaged(data[len(mark) :], encoding, error)


def _decode_damaged(data: bytes, encoding: str, error: UnicodeDecodeError) -> Decoded:
    text = data.decode(encoding, errors="replace")
    lost = text.count(_LOST)
    line = data.count(b"\n", 0, error.start) + 1
    if encoding == "utf-8" and lost > _LOSS_TOLERATED * sum(not character.isascii() for character in text):
        raise ReadError(
            "encoding",
            f"the text is not UTF-8: byte 0x{data[error.start]:02X} on line {line} fits no letter",
            "legacy encodings (TCVN3, VNI) are not read yet: convert it to Unicode, for example with UniKey",
        )
    problem = Problem(
        "lost_text",
        f"{lost} damaged places in the {encoding} text, the first on line {line}, stand as U+FFFD",
        "compare with the original file and repair the letters",
        line=line,
    )
    return Decoded(text, encoding, (problem,))
