"""Atoms → the text of an element, NFC, with its marks and the map back to the source."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from extractor.elements import Marker, Origin, Style
from extractor.reading.characters import Cleaned, clean
from extractor.reading.markdown.inline import Atom, AtomKind
from extractor.reading.markdown.source import Source

_NUMBER = regex.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXL]{1,6}|\p{L})?\s?[-–+*.)/:]{1,2}\s*")
_WORD_AFTER_SPACE = regex.compile(r"(?<=\s)\S")


@dataclass(frozen=True, slots=True)
class Composed:
    """A text without markup; `style` says only whether all of it is bold or italic."""

    text: str
    origins: tuple[Origin, ...]
    markers: tuple[Marker, ...]
    style: Style


def compose(atoms: Sequence[Atom], source: Source, *, flat: bool = False) -> Composed:
    """Put the atoms together; line ends become spaces, save hard breaks unless `flat`.

    Each origin is a run without markup inside: `text[start:end]` is what `clean` makes of the source there.
    """
    writer = _Writer(source)
    for atom in atoms:
        match atom.kind:
            case AtomKind.TEXT:
                writer.write(atom)
            case AtomKind.MARK:
                writer.mark(atom)
            case AtomKind.HARD:
                writer.end_line(" " if flat else "\n")
            case AtomKind.SOFT:
                writer.end_line(" ")
    return writer.finish()


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    offset: int
    exact: bool  # one code point of the text for one of the source


@dataclass(slots=True)
class _Writer:
    source: Source
    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[_Run] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    line_end: str = ""
    held: list[tuple[str, int]] = field(default_factory=list)  # blanks that are kept only if more follows
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])  # characters, of them bold, italic

    def write(self, atom: Atom) -> None:
        text, offset = atom.text, atom.offset
        if self.line_end or not self.parts:
            blank = len(text) - len(text.lstrip())
            text, offset = text[blank:], offset + blank
        body = text.rstrip()
        if body:
            self._count(atom, body)
            self._release()
            self._append(body, offset)
        if text[len(body) :]:
            self.held.append((text[len(body) :], offset + len(body)))

    def mark(self, atom: Atom) -> None:
        self._release()
        start = self.length
        self._append(atom.text, atom.offset)
        self.markers.append(Marker(start, self.length, atom.label))

    def end_line(self, mark: str) -> None:
        self.held.clear()
        if self.parts:
            self.line_end = "\n" if "\n" in (mark, self.line_end) else mark

    def finish(self) -> Composed:
        total, bold, italic = self.counts
        return Composed(
            "".join(self.parts),
            tuple(
                Origin(r.start, r.end, line=self.source.line(r.offset), offset=r.offset) for r in self.runs
            ),
            tuple(self.markers),
            Style(bold=bool(total) and bold == total, italic=bool(total) and italic == total),
        )

    def _count(self, atom: Atom, text: str) -> None:
        """Count what is bold or italic, but not the number of a title in bold ("1. **Về kinh tế**")."""
        number = _NUMBER.match(text) if self.counts[0] == 0 else None
        characters = len(text) - (number.end() if number else 0)
        for index, counted in enumerate((True, atom.bold, atom.italic)):
            self.counts[index] += characters * counted

    def _release(self) -> None:
        """Write what was held back: the line end, or else the blanks."""
        if self.line_end:
            self.parts.append(self.line_end)
            self.length += 1
        else:
            for text, offset in self.held:
                self._append(text, offset)
        self.line_end = ""
        self.held.clear()

    def _append(self, text: str, offset: int) -> None:
        if self.runs and self.parts and not unicodedata.is_normalized("NFC", self.parts[-1][-1] + text[0]):
            text, offset = self._take_back(text, offset)
        cleaned = clean(text)
        cuts = _run_starts(cleaned)
        for start, end in zip(cuts, (*cuts[1:], len(cleaned.text)), strict=True):
            piece, place = cleaned.text[start:end], cleaned.source(start)
            exact = end == len(cleaned.text) == len(text) or cleaned.source(end) - place == end - start
            self._run(piece, offset + place, exact=exact)

    def _run(self, text: str, offset: int, *, exact: bool) -> None:
        start, self.length = self.length, self.length + len(text)
        self.parts.append(text)
        last = self.runs[-1] if self.runs else None
        if last and last.exact and exact and last.end == start and last.offset + start - last.start == offset:
            last.end = self.length
        else:
            self.runs.append(_Run(start, self.length, offset, exact))

    def _take_back(self, text: str, offset: int) -> tuple[str, int]:
        """Undo the last character, which the combining mark at the start of the next text belongs to."""
        letter, run = self.parts[-1][-1], self.runs[-1]
        if run.exact:
            offset = run.offset + run.end - run.start - 1
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        run.end -= 1
        if run.start == run.end:
            self.runs.pop()
        if not self.parts[-1]:
            self.parts.pop()
        return letter + text, offset


def _run_starts(cleaned: Cleaned) -> list[int]:
    """Where runs begin: at the start, and at each word before which letters were composed."""
    cuts = [0] if cleaned.text else []
    if len(cleaned.starts) > 1:
        cuts += [word.start() for word in _WORD_AFTER_SPACE.finditer(cleaned.text, 1)]
    return cuts
