"""Words that share a baseline become lines; raised marks find the line that they belong to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.elements import Box, Marker
from extractor.reading.page.geometry import Word

Letters = Callable[[Word], list[Word]]
"""Takes a word apart into its letters."""

_SAME_BASELINE = 0.2  # of the type size: words this near stand on one line
_WORD_GAP, _SPACE_GAP = 0.15, 0.03  # a wider gap is a space, a narrower one is none though a space is coded
_COLUMN_GAP, _LIST_GAP = 0.9, 4.0
_OVERLAP = 0.2
_SMALLER = 0.93
_RISE, _HIGH = (0.12, 0.8), 0.25
_DROP = (0.05, 0.6)
_GLUED, _ADJACENT, _BEFORE = (
    0.15,
    0.45,
    2.5,
)  # a justified line may stretch the space between a note's mark and its text
_MOST_MARKS = 1_000  # of one page: more are no footnote marks
_MARK_STARTS = frozenset("()[]*,;0123456789")
_MARK_LIKE = re.compile(r"[()\[\]\d*,;]{1,6}")
_LABEL = re.compile(r"[(\[]?\s?(?P<label>\d{1,3}|\*{1,3})\s?[)\]]?")
_UNIT_BEFORE = re.compile(r"(?<!\w)[kcdmh]?m$|\d[kcdmh]?m$")
_LIST_MARK = re.compile(
    r"[-–+*•▪➢o]|\(?(?:\d{1,2}|[a-zđA-Z])[.)]|[IVX]{1,5}[.)-]?|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word `text[start:end]` of a line that was read from a picture: where it stands and how sure that is."""

    start: int
    end: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column.

    Attributes:
        lead: width of its first word, that is what must find room on the line before.
        bold, italic: of all its letters; size: of most of them.
        opens_raised: it begins with a raised mark.
        alone: it is a row of columns that belong together, and so no part of a paragraph.
        block: the box of what is not one line high: text at another turn than its page's, or rows joined.
        interleaved: its runs overlap, and it was put together letter by letter.
        pieces: its words, where it was read from a picture.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    lead: float
    bold: bool = False
    italic: bool = False
    markers: tuple[Marker, ...] = ()
    opens_raised: bool = False
    alone: bool = False
    block: Box | None = None
    interleaved: bool = False
    pieces: tuple[Piece, ...] = ()

    @property
    def top(self) -> float:
        """Where its tallest letters end."""
        return self.block[1] if self.block else self.baseline - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """Where its deepest letters end."""
        return self.block[3] if self.block else self.baseline + 0.22 * self.size

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return self.block or (self.x0, self.top, self.x1, self.bottom)


def set_lines(words: Iterable[Word], letters: Letters) -> list[Line]:
    """Set words into lines, cut where a gap is wide enough to part columns."""
    lines: list[Line] = []
    for row in rows_of(words):
        ordered, interleaved = _in_order(row, letters)
        lines.extend(_line(part, interleaved=interleaved) for part in _columns(ordered))
    return lines


def set_cell_lines(words: Iterable[Word], letters: Letters) -> list[Line]:
    """Set the words of a table cell into lines, however wide their gaps are."""
    rows = (_in_order(row, letters) for row in rows_of(words))
    return [_line(ordered, interleaved=interleaved) for ordered, interleaved in rows]


def merge(parts: Sequence[Line], *, alone: bool = False) -> Line:
    """Put lines that stand side by side, or the rows of one cell, into one."""
    text = ""
    markers: list[Marker] = []
    pieces: list[Piece] = []
    for part in parts:
        shift = len(text) + bool(text)
        text = f"{text} {part.text}" if text else part.text
        pieces.extend(
            replace(piece, start=piece.start + shift, end=piece.end + shift) for piece in part.pieces
        )
        markers.extend(Marker(mark.start + shift, mark.end + shift, mark.label) for mark in part.markers)
    longest = max(parts, key=lambda part: len(part.text))
    x0, x1 = min(part.x0 for part in parts), max(part.x1 for part in parts)
    top, bottom = min(part.top for part in parts), max(part.bottom for part in parts)
    several = max(part.baseline for part in parts) - min(part.baseline for part in parts) > longest.size
    return Line(
        text, x0, x1, longest.baseline, longest.size, parts[0].lead,
        all(part.bold for part in parts), all(part.italic for part in parts), tuple(markers),
        parts[0].opens_raised, alone, (x0, top, x1, bottom) if several else None,
        any(part.interleaved for part in parts), tuple(pieces),
    )  # fmt: skip


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Group words by baseline, from the top down, with raised and lowered ones on their own line."""
    rows: list[list[Word]] = []
    floor = -1e9
    for word in sorted(words, key=_baseline):
        if word.baseline > floor:
            rows.append([])
            floor = word.baseline + _SAME_BASELINE * word.size
        rows[-1].append(word)
    _settle_marks(rows)
    return [row for row in rows if row]


def _baseline(word: Word) -> float:
    return word.baseline


def _settle_marks(rows: list[list[Word]]) -> None:
    """Move small digits that stand a little above or below a bigger word to that word's line, in place."""
    found_in = [[word for word in row if _is_mark_like(word)] for row in rows]
    if sum(map(len, found_in)) > _MOST_MARKS:
        return
    for index, (row, marks) in enumerate(zip(rows, found_in, strict=True)):
        moved: Word | None = None
        target = row
        for mark in sorted(marks, key=lambda word: word.x0):
            chained = moved is not None and abs(mark.x0 - moved.x1) < _ADJACENT * mark.size
            found = (target, moved.raised) if chained and moved is not None else _host(mark, rows, index)
            if found is None:
                continue
            target, raised = found
            moved = mark._replace(raised=raised, baseline=max(target, key=lambda word: word.size).baseline)
            row.remove(mark)
            target.append(moved)


def _is_mark_like(word: Word) -> bool:
    return word.text[0] in _MARK_STARTS and _MARK_LIKE.fullmatch(word.text) is not None


def _host(mark: Word, rows: list[list[Word]], index: int) -> tuple[list[Word], bool] | None:
    """Find the row of a word that a mark belongs to, and whether it stands above its line.

    What it is glued to comes first: between close lines it may stand as near under one as above the other.
    """
    near = [rows[at] for at in range(max(index - 1, 0), min(index + 3, len(rows)))]
    for belongs, raised in ((_is_raised_behind, True), (_is_raised_before, True), (_is_lowered, False)):
        for row in near:
            if any(belongs(mark, word) for word in row):
                return row, raised
    return None


def _is_raised_behind(mark: Word, word: Word) -> bool:
    """Tell whether a mark is set above the line, right behind a word.

    Programs shrink marks to between half and nine tenths of the text; one as large must be glued and high.
    """
    rise, gap = (word.baseline - mark.baseline) / word.size, abs(mark.x0 - word.x1) / word.size
    if mark.size > _SMALLER * word.size:
        return mark.size < 1.02 * word.size and _HIGH <= rise <= _RISE[1] and gap < _GLUED
    return _RISE[0] <= rise <= _RISE[1] and gap < _ADJACENT


def _is_raised_before(mark: Word, word: Word) -> bool:
    """Tell whether a mark is set above the line before a word, as that of a note is."""
    rise, gap = (word.baseline - mark.baseline) / word.size, (word.x0 - mark.x1) / word.size
    return mark.size <= _SMALLER * word.size and _RISE[0] <= rise <= _RISE[1] and -_ADJACENT < gap < _BEFORE


def _is_lowered(mark: Word, word: Word) -> bool:
    """Tell whether a digit is set below the line of a word right before it, as in "CO2"."""
    drop = (mark.baseline - word.baseline) / word.size
    smaller = mark.size <= _SMALLER * word.size
    return smaller and _DROP[0] <= drop <= _DROP[1] and abs(mark.x0 - word.x1) < _ADJACENT * word.size


def _in_order(row: list[Word], letters: Letters) -> tuple[list[Word], bool]:
    """Sort a row from left to right, and tell whether its words overlap: then it is sorted letter by letter.

    A program that lacks a glyph in one font sets it from another, over the gap that it left: the two runs
    overlap, and only the places of the single letters tell the word.
    """
    ordered = sorted(row, key=lambda word: word.x0)
    kept: list[Word] = []
    overlaps = False
    for word in ordered:
        if kept and word.text == kept[-1].text and word.x0 - kept[-1].x0 < _OVERLAP * word.size:
            continue  # printed twice to look bold
        typed = word.confidence is None  # an OCR engine's boxes may overlap, its words are whole
        overlaps = overlaps or (typed and bool(kept) and word.x0 < kept[-1].x1 - _OVERLAP * word.size)
        kept.append(word)
    if not overlaps:
        return kept, False
    return sorted((letter for word in kept for letter in letters(word)), key=lambda word: word.x0), True


def _columns(row: list[Word]) -> list[list[Word]]:
    """Cut a row at wide gaps, but not close behind a list mark."""
    parts = [[row[0]]]
    for before, word in pairwise(row):
        gap = (word.x0 - before.x1) / max(before.size, word.size)
        if gap > _COLUMN_GAP and not (gap < _LIST_GAP and _is_list_mark(parts[-1])):
            parts.append([])
        parts[-1].append(word)
    return parts


def _is_list_mark(words: list[Word]) -> bool:
    return len(words) == 1 and _LIST_MARK.fullmatch(words[0].text) is not None


def _line(words: list[Word], *, interleaved: bool) -> Line:
    """Join the words of one line, which stand in order."""
    text = ""
    markers: list[Marker] = []
    pieces: list[Piece] = []
    letters = bold = italic = 0
    sizes: dict[float, int] = {}
    before: Word | None = None
    lead: float | None = None
    for word in words:
        if before is not None and _parted(before, word):
            lead = before.lead - words[0].x0 if lead is None else lead
            text += " "
        if word.raised:
            markers.extend(_marks(word.text, text))
        begin = len(text)
        text = _append(text, word.text)
        if word.confidence is not None:
            pieces.append(Piece(begin, len(text), _box_of(word), word.confidence))
        count = len(word.text)
        letters += count
        bold += count * word.bold
        italic += count * word.italic
        sizes[word.size] = sizes.get(word.size, 0) + count
        before = word
    last = max(word.x1 for word in words)
    plain = [word.baseline for word in words if not word.raised] or [words[0].baseline]
    return Line(
        text, words[0].x0, last, plain[0], max(sizes, key=sizes.__getitem__),
        (words[-1].lead - words[0].x0) if lead is None else lead,
        bold > 0.9 * letters, italic > 0.9 * letters, tuple(markers), words[0].raised,
        interleaved=interleaved, pieces=tuple(pieces),
    )  # fmt: skip


def _box_of(word: Word) -> Box:
    return word.x0, word.baseline - 0.8 * word.size, word.x1, word.baseline + 0.22 * word.size


def _append(text: str, word: str) -> str:
    """Put a word at a text's end; a mark that was set on its own joins its letter."""
    if word and text and unicodedata.combining(word[0]):
        return unicodedata.normalize("NFC", text.rstrip(" ") + word)
    return text + word


def _parted(before: Word, word: Word) -> bool:
    gap = word.x0 - before.x1
    size = min(before.size, word.size)
    return gap > _WORD_GAP * size or (word.spaced and gap > _SPACE_GAP * size)


def _marks(raised: str, text: str) -> list[Marker]:
    """Read the labels of a raised word that follows `text`; the 2 of "km2" is none.

    >>> _marks("(5)", "đề ra"), _marks("2", "150 km")
    ([Marker(start=5, end=8, label='5')], [])
    """
    if raised in ("2", "3") and _UNIT_BEFORE.search(text):
        return []
    start = len(text)
    return [Marker(start + m.start(), start + m.end(), m["label"]) for m in _LABEL.finditer(raised)]
