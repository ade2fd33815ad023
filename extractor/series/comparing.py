"""`compare`: the figures of one subject over years, places and levels, each with its page, and what to know of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import overload

from sqlite_utils import Database

from extractor.series.asking import Asked, asked_concepts, places_asked
from extractor.series.notes import Note, notes_of
from extractor.series.points import Line, Point, Vintage, lines_of, read_points
from patterns.territories import Unit

_COUNTED = """
select s.id, s.concept_id, count(distinct o.year) as years, count(*) as figures
from series s join observations o on o.series_id = s.id
where {where}
group by s.id
order by years desc, figures desc, s.id
"""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for.

    Attributes:
        words: the subject, "" for all; place: a province, district or commune, old or new; first, last: years.
        districts: whether the districts of the province are asked for too; limit: of series.
    """

    words: str = ""
    place: str | None = None
    first: int | None = None
    last: int | None = None
    vintage: Vintage = "latest"
    districts: bool = False
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Comparison(Sequence[Point]):
    """The points of all lines, one after the other: `pandas.DataFrame(comparison)` and `polars.DataFrame(…)` take it.

    Attributes:
        lines: points that may be compared with each other; notes: what to know of them.
        found: series that the question means; those beyond its limit are in no line.
        exact: whether the words are the subject's name, not only words that it holds.
    """

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    found: int
    exact: bool

    @property
    def points(self) -> tuple[Point, ...]:
        """All points, line by line, in the order of their periods."""
        return tuple(point for line in self.lines for point in line.points)

    @overload
    def __getitem__(self, index: int) -> Point: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Point]: ...
    def __getitem__(self, index: int | slice) -> Point | Sequence[Point]:
        return self.points[index]

    def __len__(self) -> int:
        return sum(len(line.points) for line in self.lines)

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    def columns(self) -> dict[str, list[object]]:
        """A list a field of `Point`, by name.

        >>> Comparison((), (), 0, exact=True).columns()["year"]
        []
        """
        points = self.points
        return {field.name: [getattr(point, field.name) for point in points] for field in fields(Point)}


def compare(database: Database, question: Question) -> Comparison:
    """Answer a question from the tables of series as they are.

    Raises ValueError when the words hold no letter or digit.
    """
    asked = asked_concepts(database, question.words) if question.words else None
    units = places_asked(question.place) if question.place else ()
    series = _series(database, asked, units, districts=question.districts)
    chosen = series[: question.limit]
    points = [point for point in read_points(database, chosen) if _is_asked(point, question, units)]
    order = {number: place for place, number in enumerate(chosen)}
    lines = sorted(
        lines_of(points, question.vintage), key=lambda line: (order[line.head.series_id], _rank(line))
    )
    return Comparison(tuple(lines), notes_of(lines), len(series), exact=asked is None or asked.exact)


def _series(database: Database, asked: Asked | None, units: Sequence[Unit], *, districts: bool) -> list[int]:
    """Series that are meant, the concepts in the order of the question, those with most years first."""
    clauses, values = ["1"], list[object]()
    if asked is not None:
        clauses.append(_among("s.concept_id", len(asked.groups)))
        values += asked.groups
        if asked.measures:
            clauses.append(_among("s.measure", len(asked.measures)))
            values += asked.measures
    if units:
        names = list(dict.fromkeys(unit.name for unit in units))
        also = f" or {_among('s.within', len(names))}" if districts else ""
        clauses.append(f"({_among('s.place', len(names))}{also})")
        values += names * (2 if districts else 1)
    rows = database.execute(_COUNTED.format(where=" and ".join(clauses)), values).fetchall()
    order = {group: place for place, group in enumerate(asked.groups)} if asked and not asked.exact else {}
    return [row[0] for row in sorted(rows, key=lambda row: order.get(row[1], 0))]


def _among(column: str, count: int) -> str:
    return f"{column} in ({', '.join('?' * count)})"


def _is_asked(point: Point, question: Question, units: Sequence[Unit]) -> bool:
    if question.first is not None and (point.year is None or point.year < question.first):
        return False
    if question.last is not None and (point.year is None or point.year > question.last):
        return False
    return not units or any(_is_under(point, unit) for unit in units)


def _is_under(point: Point, unit: Unit) -> bool:
    """Whether a figure is of a unit at a time when the unit was there; the last day decides."""
    if unit.name not in (point.place, point.within):
        return False
    day = point.period_to or point.report_date
    return day is None or ((unit.since or "") <= day and (unit.until is None or day < unit.until))


def _rank(line: Line) -> tuple[int, bool, str, str, bool]:
    """Whole years first, results before plans."""
    head = line.head
    whole = head.period_kind in ("year", "year-end")
    return (
        0 if whole else 1,
        head.is_plan,
        head.period_kind or "~",
        head.season,
        head.accumulation == "cumulative",
    )
