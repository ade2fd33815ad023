"""The run: letters in one font. Whatever depends on the font of letters happens here, run by run.

Word documents of the years before Unicode name their encoding in the font alone (".VnTime" is TCVN3,
"VNI-Times" is VNI), so a run keeps its font until `run_text` has made its text of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.reading.docx.properties import RunFormat
from extractor.reading.symbols import is_symbol_font, shown

_PRIVATE_USE = re.compile("[\uf000-\uf0ff]")
# ".VnTime", "VNI-Times", "VNtimes new roman", "VNSTCVN3", "VPS Long An", "SVNhelvet"
_BEFORE_UNICODE = re.compile(r"(?i)[.s]?vn|vps\b|vietware|dt-|bk hcm")


@lru_cache(maxsize=1024)
def before_unicode(font: str | None) -> bool:
    """Tell whether a font is one that names an encoding of the years before Unicode."""
    return font is not None and _BEFORE_UNICODE.match(font) is not None


@dataclass(frozen=True, slots=True)
class Run:
    """Letters as the file stores them, and the format with the font they are set in."""

    text: str
    format: RunFormat


def run_text(run: Run) -> str:
    """Return the letters that a run shows.

    >>> run_text(Run("báo cáo", RunFormat(font="Times New Roman", capitals=True)))
    'BÁO CÁO'
    >>> run_text(Run("\\uf0b3", RunFormat(font="Symbol")))
    '≥'
    """
    text, font = run.text, run.format.font
    if is_symbol_font(font) or _PRIVATE_USE.search(text):
        text = shown(text, font)
    return text.upper() if run.format.capitals else text
