"""Conversion tables: what the letters of an encoding surface as when its bytes are taken for Western ones.

A byte of TCVN3 or VNI that a program takes for Latin-1 comes as the character of the same number: 0xB5 as
"µ". Tables turn such surfaces into Vietnamese letters and back. They are data files of this project, not
those of viparse: a base dependency for 500 letters is dear, its tables lack four letters of VNI, and ours are
written as the rules that the encodings follow, which one can read. A test proves them equal to viparse's,
letter by letter, and those of VISCII and TCVN3 equal to glibc's.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from extractor.encodings.data import load
from extractor.encodings.syllables import TONES

BROKEN: Final = "\ufffd"  # stands in a strict reading for what is no letter of the encoding
_CASE: Final = 0x20  # a capital of the two-byte encodings lies this much lower
_LONGEST_KEPT: Final = 8  # of the clusters whose letters are remembered

# Characters of the upper half that are letters in Latin-1; the rest are signs, which may stand in any text.
_LATIN_LETTERS: Final = frozenset(map(chr, {*range(0xC0, 0x100)} - {0xD7, 0xF7}))


@dataclass(frozen=True, slots=True)
class Table:
    """An encoding of the years before Unicode.

    Attributes:
        decode: turns surfaces into letters; what the encoding does not define stays as it is.
        read_strictly: the same, with `BROKEN` for every letter and mark that the encoding does not define.
        letters: the letters by their surfaces, of one or two characters.
    """

    decode: Callable[[str], str]
    read_strictly: Callable[[str], str]
    letters: Mapping[str, str]

    def encode(self, text: str) -> str:
        """Turn letters into surfaces, capitals without a surface as small ones; what has none stays."""
        surfaces = {ord(letter): surface for surface, letter in reversed([*self.letters.items()])}
        for letter in [chr(code) for code in surfaces]:
            surfaces.setdefault(ord(letter.upper()), surfaces[ord(letter)])
        return text.translate(surfaces)


@cache
def tables() -> Mapping[str, Table]:
    """All tables by the name of their encoding.

    >>> tables()["tcvn3"].decode("B¸o c¸o"), tables()["vni"].decode("Baùo caùo"), tables()["vni"].encode("đỵ")
    ('Báo cáo', 'Báo cáo', 'ñî')
    """
    data = load("tables")
    return {
        **{name: _byte_table(rows) for name, rows in data["bytes"].items()},
        **{name: _pair_table(row["letters"], row["marks"]) for name, row in data["pairs"].items()},
    }


def _byte_table(rows: Mapping[str, str]) -> Table:
    letters = {
        int(first, 16) + place: letter for first, row in rows.items() for place, letter in enumerate(row)
    }
    every = "".join(letters.get(code, chr(code)) for code in range(0x100))
    strict = {**{ord(letter): BROKEN for letter in _LATIN_LETTERS}, **letters}

    def decode(text: str) -> str:
        try:
            return codecs.charmap_decode(text.encode("latin-1"), "strict", every)[0]
        except UnicodeEncodeError:  # curly quotes and dashes stand between the letters
            return text.translate(letters)

    return Table(
        decode,
        lambda text: text.translate(strict),
        {chr(code): letter for code, letter in letters.items()},
    )


def _pair_table(single: Mapping[str, str], marks: list[dict[str, str]]) -> Table:
    """Make a table of base letters that marks may follow; text is read by clusters, which are few."""
    letters = _with_capitals(_small_letters(single, marks))
    bases = "".join({surface[0] for surface in letters if surface[0].isascii()})
    cluster = re.compile(rf"[{bases}]?[^\x00-\x7f]+")
    surface = re.compile("|".join(sorted(map(re.escape, letters), key=len, reverse=True)))
    high = {ord(character): BROKEN for pair in letters for character in pair if not character.isascii()}

    def decode(text: str) -> str:
        return cluster.sub(lambda found: known[found[0]], text)

    def read_strictly(text: str) -> str:
        pieces: list[str] = []
        end = 0
        for found in surface.finditer(text):
            pieces += (text[end : found.start()].translate(high), letters[found[0]])
            end = found.end()
        return "".join((*pieces, text[end:].translate(high)))

    known = _Known(lambda text: surface.sub(lambda found: letters[found[0]], text))
    return Table(decode, read_strictly, letters)


class _Known(dict[str, str]):
    """Clusters and their letters, worked out once; long ones are no words and not kept."""

    def __init__(self, decode: Callable[[str], str]) -> None:
        super().__init__()
        self._decode = decode

    def __missing__(self, cluster: str) -> str:
        letters = self._decode(cluster)
        if len(cluster) <= _LONGEST_KEPT:
            self[cluster] = letters
        return letters


def _small_letters(single: Mapping[str, str], marks: list[dict[str, str]]) -> dict[str, str]:
    """Compose the small letters by their surfaces, the usual surface of each first."""
    letters = {chr(int(code, 16)): letter for code, letter in single.items()}
    surfaces = {letter: surface for surface, letter in letters.items()}
    for row in marks:
        for base, result in zip(row["on"], row.get("as", row["on"]), strict=True):
            written = surfaces.get(base, base)
            if "sign" in row:
                letters.setdefault(written + chr(int(row["sign"], 16)), result)
            for code, tone in zip(row["bytes"].split(), TONES, strict=True):
                letters[written + chr(int(code, 16))] = unicodedata.normalize("NFC", result + tone)
    return letters


def _with_capitals(small: Mapping[str, str]) -> dict[str, str]:
    """Add the capitals; their marks are understood in either case, for "Aù" is found as well as "AÙ"."""
    capitals = {"".join(map(_capital, surface)): letter.upper() for surface, letter in small.items()}
    mixed = {
        _capital(surface[0]) + surface[1]: letter.upper()
        for surface, letter in small.items()
        if len(surface) == 2
    }
    return {**small, **capitals, **mixed}


def _capital(character: str) -> str:
    return chr(ord(character) - _CASE)
