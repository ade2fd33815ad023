"""How much text there is: words and letters, counted alike whatever encoding its letters are in.

A word is what stands between blanks and holds a letter or a digit. In TCVN3 or VNI it is as many words as in
Unicode; only its letters are other and, in VNI, more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

import regex

from extractor.elements import Element, Reading, Role

# In the fonts of the years before Unicode a letter may be any sign beyond ASCII. Numbers of lists and notes
# ("II.", "(1)", "a)") are no words here: one reader counts them out where another sees none.
_WORD = regex.compile(
    r"""
    (?<![^\s\x00-\x1f])
    (?! [(\[]? (?:\d{1,3}(?:\.\d{1,2})*+ | [A-Za-z] | [IVXLivxl]{1,5}+) [.)\]:]*+ (?:[\s\x00-\x1f]|$) )
    [^\s\x00-\x1f]*? [0-9A-Za-z\x80-\U0010ffff] [^\s\x00-\x1f]*+
    """,
    regex.VERBOSE,
)
_LETTER = regex.compile(r"[0-9A-Za-z\xa1-\U0010ffff]+")

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
        words = letters = 0
        for text in texts:
            words += len(_WORD.findall(text))
            letters += sum(map(len, _LETTER.findall(text)))
        return cls(words, letters)

    def lacks(self, seen: Count) -> int:
        """How many of the words that another reader saw are not here, 0 when both are about the same.

        Words that are broken apart or joined leave the letters as many as they are, and letters that are
        converted leave the words: text is lost where both are fewer.
        """
        words, letters = seen.words - self.words, seen.letters - self.letters
        spared = max(_SPARED_WORDS, _SPARED_SHARE * seen.words)
        return words if words > spared and letters >= words else 0


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
