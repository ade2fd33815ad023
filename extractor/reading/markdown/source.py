"""The decoded source of a Markdown file and its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import regex

from extractor.problems import ReadError
from extractor.reading.decoding import Decoded, decode

_LINE_END = regex.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, a byte order mark apart; `starts` are the offsets of its lines, in code points."""

    text: str
    starts: tuple[int, ...]
    decoded: Decoded

    def line(self, offset: int) -> int:
        """The line, counted from 1, that holds an offset."""
        return bisect_right(self.starts, offset)


def open_source(data: bytes, name: str) -> Source:
    """Decode a file. Raises ReadError "encoding", or "empty" when it holds no text."""
    decoded = decode(data)
    if not decoded.text.strip():
        raise ReadError("empty", f"{name} holds nothing but white space", "check that this is the right file")
    return Source(decoded.text, line_starts(decoded.text), decoded)


def line_starts(text: str, base: int = 0) -> tuple[int, ...]:
    r"""Offsets at which the lines of a text begin, counted from `base`.

    >>> line_starts("một\r\nhai\n")
    (0, 5, 9)
    """
    return (base, *(base + match.end() for match in _LINE_END.finditer(text)))
