"""The letters of Vietnamese that are not ASCII, and texts made of its syllables."""

from __future__ import annotations

import random
import unicodedata
from typing import Final

from extractor.encodings.syllables import TONES, common_syllables, syllables

_VOWELS: Final = [
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *TONES)
]
SMALL: Final = (*(vowel for vowel in _VOWELS if not vowel.isascii()), "đ")
LETTERS: Final = (*SMALL, *(letter.upper() for letter in SMALL))

_MARKED: Final = sorted(syllable for syllable in syllables() if not syllable.isascii())
_COMMON: Final = sorted(common_syllables())


def words(count: int, *, seed: int, rare: float = 0.2) -> list[str]:
    """Draw syllables with marks, of which a share is from all that are legal, the others are common ones."""
    draw = random.Random(seed)
    return [draw.choice(_MARKED if draw.random() < rare else _COMMON) for _ in range(count)]


def sentence(count: int, *, seed: int) -> str:
    return " ".join(words(count, seed=seed))
