"""RTF in tokens: groups, control words with their number, letters by byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Kind(Enum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Token:
    """A brace, a control word or symbol ("b", 0; "~", None), or the bytes of letters."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


# \b0  \'b8  \~  {  }  letters; line ends outside control words mean nothing.
_TOKEN: Final = re.compile(
    rb"""
      \\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,10})?\ ?
    | \\'(?P<hex>[0-9A-Fa-f]{2})
    | \\(?P<symbol>[^A-Za-z])
    | (?P<brace>[{}])
    | (?P<letters>[^\\{}\r\n]+)
    | [\r\n]+
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACES: Final = {b"{": Token(Kind.OPEN), b"}": Token(Kind.CLOSE)}


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; the bytes that \binN announces are passed over.

    >>> [token.word or token.data for token in tokens(rb"\b0 B\'b8o\~")]
    ['b', b'B', b'\xb8', b'o', '~']
    """
    at = 0
    while (match := _TOKEN.match(data, at)) is not None:
        at = match.end()
        kind = match.lastgroup
        if kind == "letters":
            yield Token(Kind.BYTES, data=match[0])
        elif kind == "hex":
            yield Token(Kind.BYTES, data=bytes([int(match["hex"], 16)]))
        elif kind == "brace":
            yield _BRACES[match[0]]
        elif kind == "symbol":
            yield Token(Kind.WORD, match["symbol"].decode("latin-1"))
        elif kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            word = match["word"].decode("ascii")
            if word == "bin":
                at += max(0, number or 0)
            else:
                yield Token(Kind.WORD, word, number)
