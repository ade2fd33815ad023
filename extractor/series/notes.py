"""What a reader of a comparison must know: figures restated, units, bases, definitions and territories that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

import regex

from extractor.series.points import Line, Point
from patterns.concepts import entry
from patterns.folding import fold
from patterns.territories import changes_of

NoteKind = Literal["restated", "contradictory", "unit", "base", "definition", "territory", "implausible"]

# What is counted among "65/93 xã" are the units of administration themselves, whose number changes with mergers.
_ADMINISTRATIVE = regex.compile(
    r"(?:xã|phường|thị\strấn|huyện|thị\sxã|thôn|ấp|bản|xóm|khu\sphố|tổ\sdân\sphố|trường)(?!\p{L})"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know about a line.

    Attributes:
        kind: restated (another report says otherwise), contradictory (one report says two things), unit (written in
            another power of ten), base (the whole of a ratio), definition, territory, implausible.
        text: a sentence that says it; points: the figures that show it, each with its page.
        year: of the figures, or from which the change holds.
    """

    kind: NoteKind
    year: int | None
    text: str
    points: tuple[Point, ...]


def notes_of(lines: Iterable[Line]) -> tuple[Note, ...]:
    """All notes of all lines, each once, line by line."""
    found = (note for line in lines for finder in _FINDERS for note in finder(line))
    return tuple({(note.kind, note.text): note for note in found}.values())


def _restated(line: Line) -> Iterator[Note]:
    for when, group in groupby(line.every, key=lambda point: point.when):
        told = list(group)
        if when == ("", ""):
            continue
        first = told[0]
        others = _differing(first, told[1:])
        for other in others:
            same = other.document_id == first.document_id
            kind: NoteKind = "contradictory" if same or _twins(first, other) else "restated"
            text = f"{_subject(line)}, {_period(first)}: {_told(first)}, {_told(other)}"
            yield Note(kind, first.year, text, (first, other))


def _differing(first: Point, others: Sequence[Point]) -> list[Point]:
    """The first figure of each further value."""
    found: list[Point] = []
    for point in others:
        if all(point.differs(known) for known in (first, *found)):
            found.append(point)
    return found


def _twins(one: Point, other: Point) -> bool:
    """Whether two files are one report: of one number and day."""
    return one.number is not None and (one.number, one.report_date) == (other.number, other.report_date)


def _unit(line: Line) -> Iterator[Note]:
    for before, after in pairwise(_results(line)):
        scales = _scale(before), _scale(after)
        if None not in scales and scales[0] != scales[1] and before.written_unit != after.written_unit:
            told = f"in {before.written_unit} ({_source(before)}), in {after.written_unit} ({_source(after)})"
            yield Note("unit", after.year, f"{_subject(line)}: {told}", (before, after))


def _base(line: Line) -> Iterator[Note]:
    for before, after in pairwise(_results(line)):
        wholes = before.denominator, after.denominator
        counted = _ADMINISTRATIVE.match(fold(after.unit or ""))
        if counted and None not in wholes and wholes[0] != wholes[1] and before.year != after.year:
            told = " and ".join(
                f"{point.written} in {point.year} ({_source(point)})" for point in (before, after)
            )
            yield Note("base", after.year, f"{_subject(line)}: {told}", (before, after))


def _definition(line: Line) -> Iterator[Note]:
    row = entry(line.head.indicator) if line.head.indicator else None
    for changed in row.breaks if row else ():
        if found := _around(line, changed.date):
            yield Note(
                "definition",
                int(changed.date[:4]),
                f"{line.head.name}: {changed.note}, from {changed.date}",
                found,
            )


def _territory(line: Line) -> Iterator[Note]:
    name = line.head.place if line.head.place_kind == "province" else line.head.within
    for change in changes_of(name) if name else ():
        if found := _around(line, change.date):
            yield Note("territory", int(change.date[:4]), f"{name} from {change.date}: {change}", found)


def _implausible(line: Line) -> Iterator[Note]:
    for point in line.points:
        if not point.plausible:
            text = f"{_subject(line)}, {_period(point)}: {_told(point)}"
            yield Note("implausible", point.year, text, (point,))


_FINDERS = (_restated, _unit, _base, _definition, _territory, _implausible)


def _results(line: Line) -> list[Point]:
    """One figure a period: the first that each report gives."""
    return [next(group) for _, group in groupby(line.points, key=lambda point: point.when)]


def _around(line: Line, day: str) -> tuple[Point, ...]:
    """The last point before a day and the first from it on, where the line has both."""
    dated = [point for point in line.points if point.period_to is not None]
    before = [point for point in dated if (point.period_to or "") < day]
    after = [point for point in dated if (point.period_to or "") >= day]
    return (before[-1], after[0]) if before and after else ()


def _scale(point: Point) -> float | None:
    """The power of ten between what is written and the value: 9 for "tỷ đồng"."""
    if not point.written_value or not point.value:
        return None
    return round(abs(point.value / point.written_value), 9)


def _subject(line: Line) -> str:
    parts = (line.head.name, line.head.scope, line.head.place, "plan" if line.head.is_plan else None)
    return " · ".join(part for part in parts if part)


def _period(point: Point) -> str:
    if point.period_kind in ("year", "year-end"):
        return str(point.year)
    return f"{point.period_from}..{point.period_to}"


def _told(point: Point) -> str:
    return f"{point.written} ({_source(point)})"


def _source(point: Point) -> str:
    name = point.path.rsplit("/", 1)[-1]
    return f"{name}, p. {point.page}" if point.page else name
