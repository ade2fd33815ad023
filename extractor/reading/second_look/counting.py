"""How much text there is: words and letters, counted alike whatever encoding its letters are in.

A word is what stands between blanks and holds a letter or a digit. In TCVN3 or VNI it is as many words as in
Unicode; only its letters are other and, in VNI, more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from extractor.elements import Element, Reading, Role

# In the fonts of the years before Unicode a letter may be any sign beyond ASCII. Numbers of lists and notes
# ("II.", "(1)", "a)") are no words here: one reader counts them out where another sees none.
_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[IVXLivxl]{1,5})[.)\]:]*")
_OF_WORDS = re.compile(r"[0-9A-Za-z\x80-\U0010ffff]")
_NO_LETTERS = re.compile(r"[\x00-/:-@\[-`{-\xa0]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b]")  # they part words, as blanks do

# Two readers of 25 documents differ by one word in 3,000 at most. A lost footnote is longer.
_SPARED_WORDS: Final = 3
_SPARED_SHARE: Final = 0.002


@dataclass(frozen=True, slots=True)
class Count:
    """Words and letters of a text."""

    words: int = 0
    letters: int = 0

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Count texts that are parted from each other.

        >>> Count.of(["1. Số: 12/BC-UBND", "b) ngµy 5"])
        Count(words=3, letters=17)
        """
        pieces: Counter[str] = Counter()
        for text in texts:
            pieces.update((_CONTROLS.sub(" ", text) if _CONTROLS.search(text) else text).split())
        words = letters = 0
        for piece, times in pieces.items():
            counts, length = _weigh(piece)
            words += times * counts
            letters += times * length
        return cls(words, letters)

    def lacks(self, seen: Count) -> int:
        """How many of the words that another reader saw are not here, 0 when both are about the same.

        Words that are broken apart or joined leave the letters as many as they are, and letters that are
        converted leave the words: text is lost where both are fewer.
        """
        words, letters = seen.words - self.words, seen.letters - self.letters
        spared = max(_SPARED_WORDS, _SPARED_SHARE * seen.words)
        return words if words > spared and letters >= words else 0


@lru_cache(maxsize=30_000)  # a report has some thousand different ones
def _weigh(piece: str) -> tuple[bool, int]:
    """Whether a piece is a word, and how many letters it has.

    >>> [_weigh(piece) for piece in ("12/BC-UBND", "ngµy", "(1)", "II.", "-")]
    [(True, 8), (True, 4), (False, 1), (False, 2), (False, 0)]
    """
    is_word = _OF_WORDS.search(piece) is not None and _NUMBER.fullmatch(piece) is None
    return is_word, len(_NO_LETTERS.sub("", piece))


def count_reading(reading: Reading, *, furniture: bool = False) -> Count:
    """Count what a reader hands on.

    Running heads are left out unless the format has them page by page, as `furniture` says; else each of them
    stands in the file once or for each of its sections.
    """
    shown = [element for element in reading.elements if furniture or element.role is not Role.FURNITURE]
    return Count.of(text for element in shown for text in _texts(element))


def _texts(element: Element) -> Iterable[str]:
    yield element.text
    for cell in element.cells:
        yield cell.text
