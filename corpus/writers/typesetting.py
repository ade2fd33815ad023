"""Setting type: words of one face, lines of one width, for the PDF writer.

The type is Liberation Serif (Debian: fonts-liberation2, from Debian 13 fonts-liberation), whose letters are
as wide as those of the type that the norm asks for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import TTFont

from corpus.source import Line

FOLDERS = ("liberation2", "liberation")
FONTS = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


class MissingToolError(Exception):
    """A program or font that a writer needs is not installed."""


class MissingFontError(MissingToolError):
    """The type that the PDFs are set in is not installed."""


def register_fonts() -> None:
    """Make the four faces known, or say what to install."""
    for name in FONTS.values():
        paths = [Path(f"/usr/share/fonts/truetype/{folder}/LiberationSerif-{name}.ttf") for folder in FOLDERS]
        path = next((path for path in paths if path.exists()), None)
        if path is None:
            raise MissingFontError("the PDFs need Liberation Serif: apt-get install fonts-liberation2")
        registerFont(TTFont(name, str(path)))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in one face; `rise` lifts the mark of a note, `note` is its label."""

    text: str
    font: str
    size: float
    rise: float = 0.0
    note: str | None = None

    @property
    def width(self) -> float:
        """In points."""
        return float(getFont(self.font).stringWidth(self.text, self.size))


Word = list[Piece]


@dataclass(frozen=True, slots=True)
class Row:
    """A set line: its words, where it starts, how wide the blanks between its words are."""

    words: list[Word]
    x: float
    blank: float

    @property
    def notes(self) -> list[str]:
        """The labels of the notes that it marks."""
        return [piece.note for word in self.words for piece in word if piece.note]


def words_of(line: Line, size: float, *, bold: bool = False, italic: bool = False) -> list[Word]:
    """Cut a line into words at its blanks; after a hyphen a word may also end its line."""
    words: list[Word] = [[]]
    for run in line.runs():
        if run.note:
            words[-1].append(Piece(f"({run.note})", "Regular", size * 0.65, size * 0.35, run.note))
            continue
        font = FONTS[run.bold or bold, run.italic or italic]
        for n, text in enumerate(run.text.split(" ")):
            if n:
                words.append([])
            if text:
                words[-1].append(Piece(text, font, size))
    return [word for word in words if word]


def set_lines(
    words: list[Word], width: float, *, x: float = 0.0, indent: float = 0.0, align: str = "justify"
) -> list[Row]:
    """Break words into lines of a width and space them out."""
    rows: list[Row] = []
    blank = float(getFont("Regular").stringWidth(" ", words[0][0].size)) if words else 0.0
    queue = list(words)
    line: list[Word] = []
    used, room = 0.0, width - indent
    while queue:
        word = queue.pop(0)
        wide = sum(piece.width for piece in word) + (blank if line else 0.0)
        if used + wide <= room:
            line.append(word)
            used += wide
            continue
        head, rest = break_at_hyphen(word, room - used - (blank if line else 0.0))
        if head:
            line.append(head)
            used += sum(piece.width for piece in head) + (blank if len(line) > 1 else 0.0)
            queue.insert(0, rest)
        elif not line:
            line.append(word)
        else:
            queue.insert(0, word)
        rows.append(spaced(line, x, indent if not rows else 0.0, width, blank, align, last=not queue))
        line, used, room = [], 0.0, width
    if line:
        rows.append(spaced(line, x, indent if not rows else 0.0, width, blank, align, last=True))
    return rows


def break_at_hyphen(word: Word, room: float) -> tuple[Word, Word]:
    """The part of a one-piece word up to its last hyphen that fits, as word processors break "161-KH/TU"."""
    if len(word) == 1:
        piece = word[0]
        for found in reversed(list(re.finditer(r"(?<=\w)-(?=\w)", piece.text))):
            head = Piece(piece.text[: found.end()], piece.font, piece.size)
            if head.width <= room:
                return [head], [Piece(piece.text[found.end() :], piece.font, piece.size)]
    return [], word


def spaced(
    line: list[Word], x: float, indent: float, width: float, blank: float, align: str, *, last: bool
) -> Row:
    """Place one line."""
    wide = sum(piece.width for word in line for piece in word)
    gaps = len(line) - 1
    room = width - indent
    if align == "center":
        return Row(line, x + (width - wide - gaps * blank) / 2, blank)
    if align == "right":
        return Row(line, x + width - wide - gaps * blank, blank)
    if align == "justify" and not last and gaps:
        return Row(line, x + indent, (room - wide) / gaps)
    return Row(line, x + indent, blank)
