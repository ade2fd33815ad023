"""What a font's name tells of the letters that are set in it."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2.raw as raw

_NAME_BYTES = 256
_BOLD = re.compile(r"bold|black|heavy|(?<![a-z])demi|[-,]b[di]?(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|bold\W?it|[-,]b?it?(?![a-z])", re.IGNORECASE)
_LEGACY = re.compile(r"^(?:\.?vn[A-Z\d]|vni[-\s])", re.IGNORECASE)
# TCVN3 read as Latin-1 puts these beside plain letters; no Vietnamese word holds them, and no French one the
# signs among them.
_TCVN3_SIGNS = "µ¸¶·¹¨»¾¼½©ª«¬®−∙§"
_TCVN3 = re.compile(rf"[A-Za-z]([{_TCVN3_SIGNS}ÆÇËÐÎÏÑÖ×ØÜÞßåæçëîïñö÷øûüþ])|([®§−])[A-Za-z{_TCVN3_SIGNS}]")
_TCVN3_SHARE = 1 / 30  # such letters to each letter of a text; a third of TCVN3's own words have one
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6


@dataclass(frozen=True, slots=True)
class FontFacts:
    """The name without its subset prefix, and what it says."""

    name: str
    bold: bool
    italic: bool
    legacy: bool


def font_facts(name: str, flags: int = 0) -> FontFacts:
    """Read a PostScript font name and the flags of its descriptor (ISO 32000-1, table 123).

    >>> font_facts("ABCDEF+TimesNewRomanPS-BoldItalicMT")
    FontFacts(name='TimesNewRomanPS-BoldItalicMT', bold=True, italic=True, legacy=False)
    >>> font_facts(".VnTimeH").legacy, font_facts("VNI-Times").legacy, font_facts("Arial").bold
    (True, True, False)
    """
    bare = _SUBSET.sub("", name)
    return FontFacts(
        bare,
        bold=bool(_BOLD.search(bare)) or bool(flags & _FORCE_BOLD),
        italic=bool(_ITALIC.search(bare)) or bool(flags & _ITALIC_FLAG),
        legacy=bool(_LEGACY.match(bare)),
    )


def looks_like_tcvn3(text: str) -> bool:
    """Tell whether a text is TCVN3 (ABC) that its fonts pass off as Latin.

    >>> looks_like_tcvn3("B¸o c¸o t×nh h×nh s¶n xuÊt"), looks_like_tcvn3("Báo cáo tình hình sản xuất")
    (True, False)
    """
    found = [first or second for first, second in _TCVN3.findall(text)]
    return len(found) > _TCVN3_SHARE * len(text) and len(set(found) & set(_TCVN3_SIGNS)) >= 2


def facts_of(font: int | None) -> FontFacts:
    """Read the facts of a font handle; without one nothing is known."""
    if not font:
        return font_facts("")
    pointer = ctypes.cast(font, raw.FPDF_FONT)
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    length = raw.FPDFFont_GetBaseFontName(pointer, buffer, _NAME_BYTES)
    name = buffer.raw[: max(min(length, _NAME_BYTES) - 1, 0)].decode("utf-8", "replace")
    return font_facts(name, max(raw.FPDFFont_GetFlags(pointer), 0))
