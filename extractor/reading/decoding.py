"""Bytes of a text format → characters.

UTF-8 and UTF-16 are read as they are, with a byte order mark or without one. Anything else is judged by its
words: TCVN3, VNI and their like become Unicode, and what is no text in any encoding is refused rather than
read as garbage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from extractor.elements import Element
from extractor.encodings import (
    DOUBTFUL,
    DecodedLine,
    DecodedText,
    decode_bytes,
    encoding_mark,
    may_be_old,
    utf16_without_mark,
)
from extractor.problems import Problem, ReadError

__all__ = ["Decoded", "decode", "encoding_mark", "with_encodings"]

# A UTF-8 file with a few bytes lost is still a UTF-8 file: in TCVN3 or VNI hardly any byte above 127 is
# well-formed UTF-8, in a damaged UTF-8 file nearly all are.
_LOSS_TOLERATED: Final = 0.05

_LOST = "\ufffd"
_TOLD_SINGLY: Final = 10
_COMPARE: Final = "compare with the original file and correct what is wrong"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, without its byte order mark, and the encoding that gave them ("utf-8").

    `exceptions` are the lines, from 1, that are in another encoding or less certain than the file.
    """

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()
    certainty: float = 1.0
    exceptions: Mapping[int, DecodedLine] = field(default_factory=dict)


def decode(data: bytes) -> Decoded:
    """Decode a text; single lost bytes of UTF-8 become U+FFFD and a problem.

    Raises ReadError "encoding".
    """
    mark, encoding = encoding_mark(data) or (b"", utf16_without_mark(data) or "utf-8")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        return _decode_damaged(data, mark, encoding, error)
    if encoding == "utf-8" and may_be_old(text):
        return _told(decode_bytes(data))
    return Decoded(text, encoding)


def with_encodings(elements: Iterable[Element], decoded: Decoded) -> Iterator[Element]:
    """Tell each element of a text the encoding that its line was in; lines of ASCII are the same in any."""
    for element in elements:
        line = element.origins[0].line if element.origins else None
        found = decoded.exceptions.get(line or 0)
        if found is not None:
            yield replace(element, encoding=found.encoding, certainty=found.certainty)
        elif element.text.isascii() and not element.cells:
            yield element
        else:
            yield replace(element, encoding=decoded.encoding, certainty=decoded.certainty)


def _decode_damaged(data: bytes, mark: bytes, encoding: str, error: UnicodeDecodeError) -> Decoded:
    text = data[len(mark) :].decode(encoding, errors="replace")
    lost = text.count(_LOST)
    line = data.count(b"\n", 0, len(mark) + error.start) + 1
    if encoding == "utf-8" and lost > _LOSS_TOLERATED * sum(not character.isascii() for character in text):
        found = decode_bytes(data[len(mark) :])
        if found.certainty:
            return _told(found)
        raise ReadError(
            "encoding",
            f"the text is in no encoding that is known: byte 0x{data[len(mark) + error.start]:02X} on line "
            f"{line} fits no letter of UTF-8, and no reading as TCVN3, VNI or another makes words",
            "open it in a text editor that shows it rightly and save it as UTF-8",
        )
    problem = Problem(
        "lost_text",
        f"{lost} damaged places in the {encoding} text, the first on line {line}, stand as U+FFFD",
        "compare with the original file and repair the letters",
        line=line,
    )
    return Decoded(text, encoding, (problem,))


def _told(found: DecodedText) -> Decoded:
    """Record what is doubtful about a conversion."""
    return Decoded(found.text, found.encoding, tuple(_doubts(found)), found.certainty, found.exceptions)


def _doubts(found: DecodedText) -> Iterator[Problem]:
    if found.certainty < DOUBTFUL:
        message = f"the text was read as {found.encoding}, which is doubtful ({found.certainty:.0%})"
        yield Problem("doubtful_encoding", message, _COMPARE)
    doubtful = [(number, line) for number, line in found.exceptions.items() if line.certainty < DOUBTFUL]
    for number, line in doubtful[:_TOLD_SINGLY]:
        message = f"line {number} was read as {line.encoding}, which is doubtful ({line.certainty:.0%})"
        yield Problem("doubtful_encoding", message, _COMPARE, line=number)
    if len(doubtful) > _TOLD_SINGLY:
        message = f"{len(doubtful) - _TOLD_SINGLY} more lines were read in doubtful encodings"
        yield Problem("doubtful_encoding", message, _COMPARE)
