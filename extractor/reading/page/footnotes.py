"""The footnotes at a page's foot: under the separating rule, or in smaller type behind a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.reading.page.geometry import Rule
from extractor.reading.page.lines import Line

_SMALLER = 0.93
_SHORTEST = 40.0  # points; Word's separator is 144, LibreOffice's a quarter of the column
_NEAR = 2.4  # of the type size: the first note stands this near under its rule
_MARK = re.compile(
    r"(?:[(\[]\s?(?P<in>\d{1,3}|\*{1,3})\s?[)\]]|(?P<out>\d{1,3}|\*{1,3})\s?(?:[).:]|(?=\s)))[.:]?\s*"
)
_AFTER_MARK = re.compile(r"[).:\]]*\s*")


@dataclass(frozen=True, slots=True)
class Note:
    """The lines of one note on one page; `label` is None for the rest of a note from the page before.

    The first line's text begins after the mark, which is `skip` letters long.
    """

    label: str | None
    lines: tuple[Line, ...]
    skip: int = 0


def split_notes(
    lines: Sequence[Line], rules: Sequence[Rule], body_size: float, *, floor: float, open_note: bool
) -> tuple[list[Line], list[Note]]:
    """Part a page's lines, in order from the top, into text and footnotes.

    `floor` is the lower edge of the lowest table, which no note stands above; `open_note` tells that the
    page before ended in notes, so that the first lines here may go on with its last.
    """
    start = _ruled_start(lines, rules, body_size, floor, open_note=open_note)
    if start is None:
        start = _small_start(lines, body_size, floor)
    if start is None:
        return list(lines), []
    return list(lines[:start]), _notes(lines[start:])


def _ruled_start(
    lines: Sequence[Line], rules: Sequence[Rule], body_size: float, floor: float, *, open_note: bool
) -> int | None:
    """Find the first line under a rule below which all is notes."""
    for rule in sorted(rules, key=lambda rule: rule.at):
        if rule.high - rule.low < _SHORTEST or rule.at < floor:
            continue
        start = next((index for index, line in enumerate(lines) if line.top >= rule.at - 1), None)
        if start is None or (start == 0 and not open_note):
            continue
        below = lines[start:]
        small = all(line.size <= _SMALLER * body_size for line in below)
        marked = mark_of(below[0]) is not None
        near = below[0].top - rule.at < _NEAR * below[0].size
        level = all(line.size <= body_size * 1.02 for line in below)
        if near and level and ((marked and (small or below[0].opens_raised)) or (small and open_note)):
            return start
    return None


def _small_start(lines: Sequence[Line], body_size: float, floor: float) -> int | None:
    """Find where the last lines of a page are small and begin with a raised mark."""
    first = len(lines)
    while first and lines[first - 1].size <= _SMALLER * body_size and lines[first - 1].top >= floor:
        first -= 1
    return next((index for index in range(first, len(lines)) if index and lines[index].opens_raised), None)


def _notes(lines: Sequence[Line]) -> list[Note]:
    notes: list[Note] = []
    for line in lines:
        mark = mark_of(line)
        if mark is not None and _begins(line, mark[0], notes):
            notes.append(Note(mark[0], (line,), mark[1]))
        elif notes:
            notes[-1] = Note(notes[-1].label, (*notes[-1].lines, line), notes[-1].skip)
        else:
            notes.append(Note(None, (line,)))
    return notes


def _begins(line: Line, label: str, notes: list[Note]) -> bool:
    """Tell whether a marked line opens a note: a mark that is not raised must be the next number."""
    if line.opens_raised or not notes:
        return True
    before = notes[-1].label
    return before is None or (label.isdigit() and before.isdigit() and int(label) == int(before) + 1)


def mark_of(line: Line) -> tuple[str, int] | None:
    """Give the label that a line opens with, and the length of the mark and the space behind it.

    >>> mark_of(Line("(3) Theo Báo cáo", 0, 90, 0, 10, 9))
    ('3', 4)
    """
    if line.opens_raised and line.markers and line.markers[0].start == 0:
        end = line.markers[0].end
        after = _AFTER_MARK.match(line.text, end)
        return line.markers[0].label, after.end() if after else end
    match = _MARK.match(line.text)
    return (match["in"] or match["out"], match.end()) if match else None
