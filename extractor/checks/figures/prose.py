"""The figures of running text with the sentences that they stand in and the words between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.writing import kind_of
from extractor.extraction import without_marks
from extractor.report import BlockKind
from patterns.folding import fold
from patterns.indicators.units import SHARE_UNITS, UnitKind
from patterns.mentions import Indicator

# A stop ends a sentence before a capital or at the end of the line; "N.V.T. (sinh năm 1987)" goes on.
_STOP = regex.compile(r"(?<![\p{Lu}.])[.!?](?=\s+[\p{Lu}“\"\-–+]|\s*$)|\n", regex.MULTILINE)
_CHANGES = ("growth", "decline", "change")


@dataclass(frozen=True)
class Prose:
    """The report's text, folded and without footnote marks, and its figures outside tables in text order.

    Attributes:
        sentences: for each sentence with figures its span and the indices of these.
    """

    folded: str
    indicators: Sequence[Indicator]
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence with figures in which a place stands, or the last one before it."""
        place = bisect_right(self._starts, offset) - 1
        return self.sentences[place] if place >= 0 else None

    def within(self, start: int, end: int) -> list[int]:
        """The figures of the sentences that begin in a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [at for sentence in self.sentences[first:last] for at in sentence.figures]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def gap(self, one: int, other: int) -> str:
        """The words between two figures."""
        return self.folded[self.indicators[one].end : self.indicators[other].start]

    def after(self, index: int, longest: int = 80) -> str:
        """The words after a figure up to the end of its sentence."""
        end = self.indicators[index].end
        return self.folded[end : min(end + longest, self.sentence_of[index].end)]

    def before(self, index: int, longest: int = 80) -> str:
        """The words before a figure from the beginning of its sentence."""
        start = self.indicators[index].start
        return self.folded[max(start - longest, self.sentence_of[index].start) : start]

    @cached_property
    def sentence_of(self) -> dict[int, Sentence]:
        """The sentence of each figure of running text."""
        return {index: sentence for sentence in self.sentences for index in sentence.figures}


@dataclass(frozen=True)
class Sentence:
    """A stretch of a block between two stops, with the indices of its figures."""

    start: int
    end: int
    figures: tuple[int, ...]


def read_prose(checked: CheckedReport) -> Prose:
    """Read the running text of a report."""
    folded = fold(without_marks(checked.report))
    starts = _sentence_starts(checked)
    groups: dict[int, list[int]] = {}
    for index, indicator in enumerate(checked.indicators):
        if indicator.table_row is None:
            groups.setdefault(bisect_right(starts, indicator.start) - 1, []).append(index)
    ends = [*starts[1:], len(checked.text)]
    sentences = (Sentence(starts[at], ends[at], tuple(group)) for at, group in groups.items())
    return Prose(folded, checked.indicators, tuple(sorted(sentences, key=lambda s: s.start)))


def _sentence_starts(checked: CheckedReport) -> list[int]:
    starts = {0}
    for block in checked.report.blocks:
        starts.add(block.start)
        if block.kind is not BlockKind.TABLE:
            starts.update(match.end() for match in _STOP.finditer(checked.text, block.start, block.end))
    return sorted(starts)


_CLOSED = regex.compile(r"\([^()]*\)")


def without_brackets(said: str) -> str:
    """The words with blanks in place of what stands in closed parentheses, so that offsets hold."""
    return _CLOSED.sub(lambda found: " " * len(found[0]), said)


def is_percent(indicator: Indicator) -> bool:
    """Whether a figure is a percentage or a share per thousand."""
    return indicator.unit in SHARE_UNITS


def is_change(indicator: Indicator) -> bool:
    """Whether a figure says how much something rises or falls."""
    return indicator.measure in _CHANGES


def is_single(indicator: Indicator) -> bool:
    """Whether a figure is one exact number: no range, no bound, no "khoảng"."""
    return indicator.value_to is None and indicator.approx is None


def is_level(indicator: Indicator) -> bool:
    """Whether a figure is a count or an amount of what there is, neither percentage, ratio, rank nor change."""
    return (
        is_single(indicator)
        and indicator.denominator is None
        and not is_percent(indicator)
        and not is_change(indicator)
        and indicator.measure != "rank"
        and kind_of(indicator.unit) is not UnitKind.PERCENT
        and "/" not in (indicator.unit or "")
    )


def same_unit(part: Indicator, whole: Indicator) -> bool:
    """Whether two figures count the same thing: one unit, or its short form ("lượt" of "lượt khách")."""
    one, other = part.canonical_unit, whole.canonical_unit
    if one is None or other is None:
        return one == other
    return one == other or f"{other} ".startswith(f"{one} ")
