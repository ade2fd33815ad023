"""The text of a Word 97-2003 document as its piece table lists it: no styles, no fonts, every word.

Source: [MS-DOC] 2.4.1 (how the text is retrieved), 2.5.1 (the FIB) and 2.9.38 (the Clx).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import olefile
import regex

from extractor.problems import ReadError

_FLAGS: Final = 0x0A
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_STORY_LENGTHS: Final = 0x4C
_CLX: Final = 0x01A2
_FIRST_VERSION: Final = 0xC1  # Word 97; older documents have another header

_PIECES: Final = 2
_COMPRESSED: Final = 0x40000000
_PIECE_BYTES: Final = 8
_MOST_PIECES: Final = 1_000_000

# Main text, footnotes, headers, macros, comments, endnotes, text boxes, text boxes of headers.
_READ_STORIES: Final = (0, 1, 5, 6)

_FIELD = regex.compile(r"\x13[^\x13-\x15]*+(?:\x14(?<result>[^\x13-\x15]*+))?\x15")
_FIELDS_DEEP: Final = 8


@dataclass(frozen=True, slots=True)
class RawText:
    """The stories of a document that its reader reads, one after the other.

    `text` is None where the document is older than Word 97, whose form is another.
    """

    text: str | None


def read_raw(data: bytes) -> RawText | None:
    """Return the text of a document, None where it is too damaged to tell. Raises ReadError "encrypted"."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            main = container.openstream("WordDocument").read()
            _, version = struct.unpack_from("<HH", main)
            (flags,) = struct.unpack_from("<H", main, _FLAGS)
            if flags & _ENCRYPTED:
                raise encrypted()
            if version < _FIRST_VERSION:
                return RawText(None)
            table = container.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read()
        return RawText(_without_fields("\n".join(_stories(main, table))))
    except (OSError, struct.error, IndexError, ValueError):
        return None


def encrypted() -> ReadError:
    """The error of a document that wants a password."""
    return ReadError(
        "encrypted",
        "the document is encrypted with a password",
        "open it with its password and save it without one (File > Info > Protect Document)",
    )


def _stories(main: bytes, table: bytes) -> Iterator[str]:
    lengths = struct.unpack_from("<8i", main, _STORY_LENGTHS)
    text = "".join(_pieces(main, table))
    start = 0
    for number, length in enumerate(lengths):
        if number in _READ_STORIES:
            yield text[start : start + length]
        start += max(0, length)


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """Yield the pieces in order; each stands in the main stream, in one or two bytes a character."""
    offset, size = struct.unpack_from("<II", main, _CLX)
    clx = table[offset : offset + size]
    at = 0
    while clx[at] != _PIECES:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    count = (struct.unpack_from("<I", clx, at + 1)[0] - 4) // (4 + _PIECE_BYTES)
    if count > _MOST_PIECES:
        raise ValueError(f"{count} pieces")
    places = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    for number in range(count):
        at_piece = at + 5 + 4 * (count + 1) + _PIECE_BYTES * number
        (where,) = struct.unpack_from("<I", clx, at_piece + 2)
        length = places[number + 1] - places[number]
        if where & _COMPRESSED:
            start = (where & ~_COMPRESSED) // 2
            yield main[start : start + length].decode("cp1252", "replace")
        else:
            yield main[where : where + 2 * length].decode("utf-16-le", "replace")


def _without_fields(text: str) -> str:
    """Put the results of fields in their place, innermost first."""
    for _ in range(_FIELDS_DEEP):
        text, found = _FIELD.subn(lambda field: field["result"] or "", text)
        if not found:
            break
    return text
