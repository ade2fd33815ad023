"""A text with one blank between words: justified and joined lines have more, which change no meaning."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from patterns.engines import compile_pattern
from patterns.mentions import Citation, Date, Indicator, Span
from patterns.passages import Cell, Passage

# Not between figures: there a wide gap parts two columns.
_RUN = compile_pattern(r"\s{2,}")
_ANY = compile_pattern(r"\S\s\s+\S")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A text without the further blanks of each run, and what was found in it, at the places of that text.

    `cuts` are the places of the narrow text behind each such run, in order, `shifts` how many blanks are
    gone up to there.
    """

    text: str
    passages: tuple[Passage, ...]
    dates: tuple[Date, ...]
    citations: tuple[Citation, ...]
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def restored(self, indicator: Indicator, full: str) -> Indicator:
        """An indicator of the narrow text at its place in the full one."""
        start, end = self._back(indicator.start), self._back(indicator.end - 1) + 1
        return replace(indicator, start=start, end=end, raw=full[start:end])

    def _back(self, at: int) -> int:
        """The place in the full text of a place in the narrow one."""
        cut = bisect_right(self.cuts, at)
        return at + (self.shifts[cut - 1] if cut else 0)


def narrowed(
    text: str, passages: Sequence[Passage], dates: Sequence[Date], citations: Sequence[Citation]
) -> Narrowed | None:
    """The text with its runs of blanks narrowed, None where no passage has one; tables stay as they are.

    >>> found = narrowed("Có  45   xã", [Passage(0, 11)], [], [])
    >>> found.text, found.passages[0].end, found.cuts, found.shifts
    ('Có 45 xã', 8, (3, 6), (1, 3))
    """
    runs = [run for passage in passages if not passage.cells for run in _runs(text, passage)]
    if not runs:
        return None
    runs.sort()
    pieces, cuts, shifts, at, gone = [], list[int](), list[int](), 0, 0
    for start, end in runs:
        pieces.append(text[at : start + 1])
        gone += end - start - 1
        cuts.append(end - gone)
        shifts.append(gone)
        at = end
    place = _Places(runs, shifts)
    return Narrowed(
        "".join([*pieces, text[at:]]),
        tuple(place.passage(passage) for passage in passages),
        tuple(replace(date, start=place.of(date.start), end=place.of(date.end)) for date in dates),
        tuple(place.citation(citation) for citation in citations),
        tuple(cuts),
        tuple(shifts),
    )


def _runs(text: str, passage: Passage) -> list[Span]:
    """The runs of blanks within a passage, those between figures left out."""
    if _ANY.search(text, passage.start, passage.end) is None:
        return []
    found = (match.span() for match in _RUN.finditer(text, passage.start, passage.end))
    return [
        (start, end)
        for start, end in found
        if passage.start < start
        and end < passage.end
        and not (text[start - 1].isdigit() and text[end].isdigit())
    ]


class _Places:
    """Places of a full text in the narrow one."""

    def __init__(self, runs: Sequence[Span], shifts: Sequence[int]) -> None:
        self._starts, self._runs, self._shifts = [start for start, _ in runs], runs, shifts

    def of(self, at: int) -> int:
        """The place in the narrow text of a place in the full one; within a run, that of its one blank."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return at
        start, end = self._runs[index]
        before = self._shifts[index] - (end - start - 1)
        return at - self._shifts[index] if at >= end else min(at, start) - before

    def span(self, span: Span | None) -> Span | None:
        """A span at its place in the narrow text."""
        return None if span is None else (self.of(span[0]), self.of(span[1]))

    def passage(self, passage: Passage) -> Passage:
        """A passage at its place in the narrow text."""
        return replace(
            passage,
            start=self.of(passage.start),
            end=self.of(passage.end),
            anchor=None if passage.anchor is None else self.of(passage.anchor),
            cells=tuple(map(self._cell, passage.cells)),
        )

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, start=self.of(cell.start), end=self.of(cell.end))

    def citation(self, citation: Citation) -> Citation:
        """A citation at its place in the narrow text."""
        return replace(
            citation,
            start=self.of(citation.start),
            end=self.of(citation.end),
            date_span=self.span(citation.date_span),
            issuer_span=self.span(citation.issuer_span),
            subject_span=self.span(citation.subject_span),
        )
