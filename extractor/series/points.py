"""Observations as points of lines that may be compared: one measure, unit, place, level and kind of period each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Literal

from sqlite_utils import Database

Vintage = Literal["latest", "first", "all"]


@dataclass(frozen=True, slots=True)
class Point:
    """One observation with the place where it is written.

    Attributes:
        name: of the concept; indicator: its id in the catalogue; place to unit: of the series.
        value, value_to: in `unit`, a fall negative; step: one unit in the last written place.
        year, period_from, period_to, period_kind: see `extractor.series.periods`; period_stated: whether the figure
            itself says it, not only the report.
        status: actual, estimate, plan; accumulation: within, cumulative, state.
        written, written_value, written_unit, label: as in the report; path, page, start, end: where.
        report_date, title, number: of the report.
    """

    name: str
    indicator: str | None
    place: str | None
    place_kind: str | None
    within: str | None
    scope: str | None
    measure: str
    base: str | None
    unit: str | None
    year: int | None
    period_from: str | None
    period_to: str | None
    period_kind: str | None
    period_stated: bool
    value: float
    value_to: float | None
    denominator: float | None
    step: float
    status: str | None
    accumulation: str | None
    plausible: bool
    written: str
    written_value: float | None
    written_unit: str | None
    approx: str | None
    label: str
    path: str
    title: str | None
    number: str | None
    report_date: str | None
    page: int | None
    start: int
    end: int
    series_id: int
    indicator_id: int
    document_id: str

    @property
    def is_plan(self) -> bool:
        """Whether it is what was to be, not what was."""
        return self.status == "plan"

    @property
    def season(self) -> str:
        """Which part of a year a period is, so that a February is set beside a February; "" for whole years.

        A sum over several years is one over as many years, a state is one of its day.
        """
        if (
            self.period_from is None
            or self.period_to is None
            or self.period_kind in ("year", "year-end", "school-year")
        ):
            return ""
        if self.period_kind == "state":
            return self.period_to[5:]
        if (self.period_kind or "").endswith("-years"):
            return ""
        return f"{self.period_from[5:]}..{self.period_to[5:]}"

    @property
    def when(self) -> tuple[str, str]:
        """What two reports must agree on to speak of one period: its days, of a state the last."""
        if self.period_to is None:
            return ("", "")
        return ("" if self.accumulation == "state" else self.period_from or "", self.period_to)

    def differs(self, other: Point) -> bool:
        """Whether two figures of one period differ by more than rounding: a unit in the last place of the coarser."""
        tolerance = max(self.step, other.step) * 1.000001
        return abs(self.value - other.value) > tolerance or (
            self.value_to is not None
            and other.value_to is not None
            and abs(self.value_to - other.value_to) > tolerance
        )


LineKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Points that may be compared, in the order of their periods; `every` holds those that the vintage left out too."""

    points: tuple[Point, ...]
    every: tuple[Point, ...]

    @property
    def head(self) -> Point:
        """A point that stands for what is common to all."""
        return self.every[0]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are known."""
        return tuple(sorted({point.year for point in self.points if point.year is not None}))


_COLUMNS = {"written": "i.raw", "written_value": "i.value", "written_unit": "i.unit", "approx": "i.approx"}
_TABLES = {
    **dict.fromkeys(("name", "indicator"), "c"),
    **dict.fromkeys(("place", "place_kind", "within", "scope", "measure", "base", "unit"), "s"),
    **dict.fromkeys(("path", "title", "number"), "d"),
    **dict.fromkeys(("page", "start", "end"), "i"),
}
_SELECTED = ", ".join(
    _COLUMNS.get(field.name)
    or ("d.date" if field.name == "report_date" else f'{_TABLES.get(field.name, "o")}."{field.name}"')
    for field in fields(Point)
)


def read_points(database: Database, series: Sequence[int]) -> list[Point]:
    """All observations of these series, with their sources."""
    marks = ", ".join("?" * len(series))
    rows = database.execute(
        f"select {_SELECTED} from observations o join series s on s.id = o.series_id "
        "join concepts c on c.id = s.concept_id join indicators i on i.id = o.indicator_id "
        f"join documents d on d.id = o.document_id where o.series_id in ({marks})",
        list(series),
    )
    return [_point(row) for row in rows]


def _point(row: Sequence[object]) -> Point:
    named = dict(zip((field.name for field in fields(Point)), row, strict=True))
    named["period_stated"], named["plausible"] = bool(named["period_stated"]), bool(named["plausible"])
    return Point(**named)  # type: ignore[arg-type]  # the query names the fields in their order


def lines_of(points: Iterable[Point], vintage: Vintage) -> tuple[Line, ...]:
    """Points set into lines, of each period those reports that the vintage wants."""
    ordered = sorted(points, key=lambda point: (_key_text(point), *_order(point)))
    found = (tuple(group) for _, group in groupby(ordered, key=_key_text))
    return tuple(Line(tuple(_chosen(group, vintage)), group) for group in found)


def line_key(point: Point) -> LineKey:
    """What the points of one line agree on."""
    cumulative = point.accumulation == "cumulative"
    return point.series_id, point.period_kind, point.season, cumulative, point.is_plan


def _key_text(point: Point) -> str:
    return repr(line_key(point))


def _order(point: Point) -> tuple[str, str, str, str, int]:
    start, end = point.when
    return end, start, point.report_date or "", point.path, point.start


def _chosen(line: Sequence[Point], vintage: Vintage) -> Iterator[Point]:
    for when, group in groupby(line, key=lambda point: point.when):
        told = list(group)
        if vintage == "all" or when == ("", ""):
            yield from told
        elif vintage == "first":
            yield told[0]
        else:
            latest = max(point.report_date or "" for point in told)
            yield next(point for point in told if (point.report_date or "") == latest)
