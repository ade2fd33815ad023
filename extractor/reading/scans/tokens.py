"""What an OCR engine sees in a picture of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from PIL import Image

from extractor.elements import Box
from extractor.encodings.syllables import syllables
from extractor.reading.installed import Helper

Picture = Image.Image

_LEAST_SIDE: Final = 8  # pixels of a cell: smaller ones hold no letter


class Token(NamedTuple):
    """A word as an engine read it.

    Attributes:
        box: left, top, right and bottom in pixels of the picture; baseline: y of the line it sits on.
        size: type size in pixels, as the height of its line tells it.
        confidence: of the engine, from 0 to 1.
        raised: it is small and stands above its line, as a footnote mark does.
        glued: it goes on with the one before, of which it is a part.
        first: what was read at first, where it was read again or repaired since.
    """

    text: str
    box: Box
    baseline: float
    size: float
    confidence: float
    raised: bool = False
    glued: bool = False
    first: str | None = None

    def changed(self, text: str) -> Token:
        """The word as it is read now, with what was read at first.

        >>> Token("HI-", (0, 0, 9, 9), 9, 9, 0.4).changed("III-").first
        'HI-'
        """
        if text == self.text:
            return self
        return self._replace(text=text, first=self.text if self.first is None else self.first)


class Engine(Protocol):
    """A program that reads pictures; it is made once a process, for loading its model takes longest."""

    helper: Helper

    @property
    def name(self) -> str:
        """Its name and version ("tesseract 5.5.0")."""

    def read(self, picture: Picture, dpi: int) -> list[Token]:
        """Read a whole page in grey; words in the order in which the engine gives them."""

    def read_cells(self, picture: Picture, dpi: int, cells: Sequence[Cell]) -> list[list[Token]]:
        """Read the cells of a table one by one."""

    def read_line(self, picture: Picture, dpi: int, letters: str) -> tuple[str, float]:
        """Read what was cut out and stands on one line; give its text and confidence.

        With `letters` named it is read as these alone.
        """

    def turn(self, picture: Picture, dpi: int) -> int:
        """How far a page is turned clockwise, in degrees: 0, 90, 180 or 270; 0 where that cannot be told."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The inside of a table's cell in pixels; `digits` says that it stands in a column of numbers."""

    box: Box
    digits: bool = False

    def pixels(self, picture: Picture) -> tuple[int, int, int, int] | None:
        """Its whole pixels within the picture, None where they are too few to hold a letter."""
        left, top = max(0, round(self.box[0])), max(0, round(self.box[1]))
        right, bottom = min(picture.width, round(self.box[2])), min(picture.height, round(self.box[3]))
        wide = right - left >= _LEAST_SIDE and bottom - top >= _LEAST_SIDE
        return (left, top, right, bottom) if wide else None


MARKS: Final = "0123456789()*"
DIGITS: Final = "0123456789.,-+%/()"

_FIGURE = re.compile(r"[-+(]?\d[\d.,]*(?:[-/]\d[\d.,]*)?[%)]?")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[(\[]?[-+]?\d[\d.,/:-]*[%)\].;,]*")
_SYMBOL = re.compile(r"\d+[a-z]?[-/](?:\d{4}[-/])?[A-ZĐƯ][\w&Đđ.-]*(?:/[\w&-]+)*[.,;)]*")
_MARK = re.compile(r"[-–—+•*/.:;,()\[\]“”\"'…%&=]+")


def is_plausible(text: str) -> bool:
    """Whether a word can stand in a Vietnamese report: syllables, a number, a symbol, a capital's short form.

    >>> [is_plausible(word) for word in ("nghèo,", "12.345", "48-KH/TU", "UBND", "nqhéo", "|l~")]
    [True, True, True, True, False, False]
    """
    if _NUMBER.fullmatch(text) or _SYMBOL.fullmatch(text) or _MARK.fullmatch(text):
        return True
    words = _WORD.findall(text)
    known = syllables()
    return bool(words) and all(word.lower() in known or (word.isupper() and len(word) < 8) for word in words)


def is_number(text: str) -> bool:
    """Whether a word is a number as tables have them: "1.234,5", "(12)", "45/96", "12%"."""
    return _FIGURE.fullmatch(text) is not None


def worth(tokens: Sequence[Token]) -> int:
    """How much a reading is worth: the letters of its plausible words less those of the others.

    The measure is the same for all engines, whose confidences cannot be compared with each other.
    """
    return worth_of_words(token.text for token in tokens)


def worth_of_words(words: Iterable[str]) -> int:
    """The same for words that come without places.

    >>> worth_of_words(["hộ", "nghèo", "nqhéo"])
    2
    """
    return sum(len(word) if is_plausible(word) else -len(word) for word in words)


def mean_confidence(tokens: Sequence[Token]) -> float:
    """The mean confidence of all letters, 0 where there are none."""
    letters = sum(len(token.text) for token in tokens)
    return sum(len(token.text) * token.confidence for token in tokens) / letters if letters else 0.0
