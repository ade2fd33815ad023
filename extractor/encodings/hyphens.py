"""The letter "ư" of TCVN3 where a program has taken its byte 0xAD for a hyphen, as Western encodings have it.

A PDF whose fonts are coded as Windows-1252 shows "n-ớc" and "đầu t-". One word in twenty has a bare "ư", so a
text without any has lost them; then a hyphen is one where it makes a syllable of what is none.
"""

from __future__ import annotations

import re
from typing import Final

from extractor.encodings.syllables import syllables

_HYPHENED: Final = re.compile(r"(?<!\w)[^\W\d_]{0,4}-[^\W\d_]{0,4}(?!\w)")
_U_HORN: Final = re.compile("[ưƯ]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS_NEEDED: Final = 100


def lacks_u_horn(text: str) -> bool:
    """Tell whether a Vietnamese text is long enough to have words with "ư", and has none.

    >>> lacks_u_horn("tăng c-ờng đầu t- " * 50), lacks_u_horn("tăng cường đầu tư " * 50)
    (True, False)
    """
    return not _U_HORN.search(text) and len(_WORD.findall(text)) >= _WORDS_NEEDED


def restore_u_horn(text: str) -> str:
    """Turn the hyphens that stand for "ư" back into it; the text keeps its length.

    >>> restore_u_horn("tăng c-ờng đầu t-, NĐ-CP, 14-CT/TU, - Ph-ơng án, Th-ờng trực")
    'tăng cường đầu tư, NĐ-CP, 14-CT/TU, - Phương án, Thường trực'
    """
    return _HYPHENED.sub(lambda word: _restored(word[0]), text)


def _restored(word: str) -> str:
    before, _, after = word.partition("-")
    if not before and not after:
        return word
    letter = "Ư" if word.isupper() and len(word) > 2 else "ư"
    restored = before + letter + after
    apart = [part for part in (before, after) if part]
    if restored.lower() not in syllables() or all(part.lower() in syllables() for part in apart):
        return word
    return restored
