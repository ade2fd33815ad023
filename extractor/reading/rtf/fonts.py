"""Fonts and code pages of an RTF file: which letters its bytes are."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

import regex

from extractor.encodings.fonts import font_hint
from extractor.encodings.surfaces import show_western

# \fcharset by number; 0 and 1 leave it to the code page of the file.
_CODE_PAGES: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
_SYMBOL_CHARSET: Final = 2
_LIFTED: Final = 0xF000

# Word lists a font once more for each script it holds: ".VnTimeH Tur", "Times New Roman (Vietnamese)".
_SCRIPT = regex.compile(r" (?:\((?:Vietnamese|Arabic|Hebrew|Thai)\)|CE|Cyr|Greek|Tur|Baltic)$")


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the file's table."""

    name: str = ""
    charset: int = 0

    @property
    def bare(self) -> str:
        """The name without the script that Word adds."""
        return _SCRIPT.sub("", self.name)


def code_page(number: int | None) -> str:
    """Name the code page of \\ansicpg; an unknown one is taken for the Western.

    >>> code_page(1258), code_page(12345)
    ('cp1258', 'cp1252')
    """
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def letters(data: bytes, font: Font, default: str) -> str:
    r"""Return what bytes show in a font.

    In a font of the years before Unicode they are shown one by one, whatever its charset says: a charset 163
    or that of a script with two bytes a letter would break them.

    >>> letters(b"B\xb8o", Font(".VnTime", 163), "cp1252"), letters(b"\xb7", Font("Symbol", 2), "cp1252")
    ('B¸o', '\uf0b7')
    """
    if font_hint(font.bare).encodings:
        return show_western(data.decode("latin-1"))
    if font.charset == _SYMBOL_CHARSET:
        return "".join(chr(_LIFTED + byte) if byte > 0x20 else chr(byte) for byte in data)
    page = _CODE_PAGES.get(font.charset, default)
    if page in ("cp1252", "cp1258"):  # five bytes of each mean nothing, and letters in old encodings
        shown = bytes(byte for byte in data).decode(page, "surrogateescape")
        return "".join(chr(ord(each) - 0xDC00) if "\udc80" <= each <= "\udcff" else each for each in shown)
    return data.decode(page, "replace")
