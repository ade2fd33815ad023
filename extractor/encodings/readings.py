"""The ways in which text may be read: as Unicode, or as the letters of an old encoding taken for Western."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from extractor.encodings.casing import as_capitals
from extractor.encodings.surfaces import (
    show_operators,
    show_vietnamese,
    undo_vietnamese,
    undo_western,
)
from extractor.encodings.tables import Table, tables

UNICODE: Final = "unicode"
CODE_PAGE: Final = "windows-1258"
DOUBLE_UTF8: Final = "utf-8"  # UTF-8 whose bytes were taken for Western letters: "BÃ¡o cÃ¡o"
THROUGH_1258: Final = " through windows-1258"

_ETHS: Final = str.maketrans("Ðð", "Đđ")  # many a keyboard gives the Icelandic letter for "Đ"
_UTF8_LETTER: Final = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read text.

    Attributes:
        name: tells ways apart; encoding: what to call it, the same for a way with a detour.
        read: gives the text so read, composed; read_strictly: the same with U+FFFD where it makes no letter.
        pairs: surfaces of two characters, which a run may not end between.
    """

    name: str
    encoding: str
    read: Callable[[str], str]
    read_strictly: Callable[[str], str]
    pairs: frozenset[str] = frozenset()


@cache
def ways() -> Mapping[str, Way]:
    """All ways by name.

    >>> ways()["utf-8"].read("BÃ¡o cÃ¡o"), ways()["windows-1258"].read("Viêòt")
    ('Báo cáo', 'Việt')
    """
    found = [
        Way(UNICODE, UNICODE, compose, lambda text: compose(text).translate(_ETHS)),
        Way(CODE_PAGE, CODE_PAGE, _read_code_page, _read_code_page),
        Way(DOUBLE_UTF8, DOUBLE_UTF8, _read_double_utf8, _read_double_utf8),
    ]
    for name, table in tables().items():
        found += (_direct(name, table), _through_1258(name, table))
    return {way.name: way for way in found}


def compose(text: str) -> str:
    """Put letters and their marks together."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _direct(name: str, table: Table) -> Way:
    if name == "tcvn3":
        return Way(
            name,
            name,
            lambda text: show_operators(table.decode(text)),
            lambda text: as_capitals(show_operators(table.read_strictly(text))),
        )
    pairs = frozenset(surface for surface in table.letters if len(surface) == 2)
    if pairs:
        return Way(name, name, table.decode, table.read_strictly, pairs)
    return Way(
        name,
        name,
        lambda text: table.decode(undo_western(text)),
        lambda text: table.read_strictly(undo_western(text)),
    )


def _through_1258(name: str, table: Table) -> Way:
    direct = _direct(name, table)
    return Way(
        name + THROUGH_1258,
        name,
        lambda text: direct.read(undo_vietnamese(text)),
        lambda text: direct.read_strictly(undo_vietnamese(text)),
        direct.pairs,
    )


def _read_code_page(text: str) -> str:
    return unicodedata.normalize("NFC", show_vietnamese(text))


def _read_double_utf8(text: str) -> str:
    read = _UTF8_LETTER.sub(
        lambda letter: letter[0].encode("latin-1").decode("utf-8", "replace"), undo_western(text)
    )
    return unicodedata.normalize("NFC", read)
