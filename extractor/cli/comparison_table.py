"""A comparison as rows and columns: by year, by place or by level, with a small chart and the source of each figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.cli.comparison_choices import By
from extractor.cli.output import short_path
from extractor.series.comparing import Comparison
from extractor.series.points import Line, Point

_BARS = "▁▂▃▄▅▆▇█"
_GAP = "·"
# The largest power of ten in which a line's figures are read easily.
_MONEY = ((1e12, "nghìn tỷ đồng"), (1e9, "tỷ đồng"), (1e6, "triệu đồng"), (1, "đồng"))
_SCALES = {"đồng": _MONEY, "USD": ((1e9, "tỷ USD"), (1e6, "triệu USD"), (1, "USD"))}
_WIDE = 1e5  # a line of money is set in the unit that leaves its largest figure below this
UNKNOWN = "?"
_BETWEEN = 2  # blanks between columns
_LONGEST_GAP = 3  # years in a row that nothing is known of, before they are left out


@dataclass(frozen=True, slots=True)
class Cell:
    """The figures of one period in one line, as shown, and their sources by number."""

    shown: str = ""
    sources: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What a line is, its cells by column, and the chart of its figures in the order of the columns."""

    subject: str
    details: str
    unit: str
    cells: dict[str, Cell]
    chart: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A comparison set out: columns in order, rows, and the reports that its numbers stand for."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    reports: tuple[str, ...]


def grid_of(comparison: Comparison, by: By) -> Grid:
    """Set a comparison out; years between the first and the last that no report tells stay as gaps."""
    reports = tuple(dict.fromkeys(point.path for point in comparison))
    numbers = {path: number for number, path in enumerate(reports, start=1)}
    column = _COLUMN[by]
    columns = _columns(comparison.points, by)
    groups: dict[tuple[object, ...], list[Point]] = {}
    for line in comparison.lines:
        for point in line.points:
            groups.setdefault(_row_key(line, point, by), []).append(point)
    rows = tuple(_row(points, by, columns, column, numbers) for points in groups.values())
    return Grid(columns, rows, tuple(map(short_path, reports)))


def blocks(grid: Grid, width: int) -> tuple[tuple[str, ...], ...]:
    """The columns in blocks that fit into `width` characters; where no row has a figure for long, the columns go.

    >>> rows = (Row("", "", "", {name: Cell("1") for name in "ab"} | {"c": Cell()}, ""),)
    >>> blocks(Grid(("a", "b", "c"), rows, ()), 8)
    (('a', 'b'), ('c',))
    """
    found: list[list[str]] = [[]]
    room = width
    for name in _without_deserts(grid):
        cells = (row.cells[name] for row in grid.rows)
        needed = max([len(name), *(max(len(cell.shown), len(cell.sources)) for cell in cells)]) + _BETWEEN
        if found[-1] and needed > room:
            found.append([])
            room = width
        found[-1].append(name)
        room -= needed
    return tuple(map(tuple, found))


def _without_deserts(grid: Grid) -> list[str]:
    """Columns, without runs of them in which nothing is known, save the first of a run."""
    kept: list[str] = []
    empty = 0
    for name in grid.columns:
        empty = 0 if any(row.cells[name].shown for row in grid.rows) else empty + 1
        if empty <= _LONGEST_GAP:
            kept.append(name)
    return kept


def number(value: float) -> str:
    """A number as reports write it: "1.234,5".

    >>> number(1234.5), number(9.39), number(20145.0), number(-3.0)
    ('1.234,5', '9,39', '20.145', '-3')
    """
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def chart(values: Sequence[float | None]) -> str:
    """A bar a value, a dot for what is not known; nothing for a single one.

    >>> chart([1, 2, None, 4]), chart([3.0])
    ('▁▃·█', '')
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    step = (high - low) / (len(_BARS) - 1) or 1.0
    return "".join(_GAP if value is None else _BARS[round((value - low) / step)] for value in values)


def measure_words(point: Point) -> str:
    """What is measured, in words: "growth over plan", "share"; nothing for a plain level."""
    name = "" if point.measure == "level" else point.measure.replace("completion", "share of plan")
    return f"{name} on {point.base}" if point.base and point.measure != "completion" else name


def _columns(points: Sequence[Point], by: By) -> tuple[str, ...]:
    if by is By.YEAR:
        years = sorted({point.year for point in points if point.year is not None})
        known = [str(year) for year in range(years[0], years[-1] + 1)] if years else []
        return (*known, *([UNKNOWN] if any(point.year is None for point in points) else []))
    found = dict.fromkeys(_COLUMN[by](point) for point in points)
    if by is By.LEVEL:
        order = ("toàn bộ", "cấp tỉnh", "cấp huyện", "cấp xã")
        return tuple(sorted(found, key=lambda name: order.index(name) if name in order else len(order)))
    return tuple(found)


def _place(point: Point) -> str:
    return point.place or UNKNOWN


_COLUMN: dict[By, Callable[[Point], str]] = {
    By.YEAR: lambda point: UNKNOWN if point.year is None else str(point.year),
    By.PLACE: _place,
    By.LEVEL: lambda point: point.scope or "toàn bộ",
}


def _row_key(line: Line, point: Point, by: By) -> tuple[object, ...]:
    head = line.head
    common = (head.name, head.measure, head.base, head.unit, head.period_kind, head.season, head.is_plan)
    cumulative = head.accumulation == "cumulative"
    if by is By.YEAR:
        return (*common, cumulative, head.series_id)
    rest = head.scope if by is By.PLACE else (head.place, head.within)
    return (*common, cumulative, rest, point.year)


def _row(
    points: Sequence[Point],
    by: By,
    columns: Sequence[str],
    column: Callable[[Point], str],
    numbers: dict[str, int],
) -> Row:
    head = points[0]
    factor, unit = _shown_unit(points)
    cells = {}
    for name in columns:
        told = [point for point in points if column(point) == name]
        cells[name] = Cell(
            " / ".join(dict.fromkeys(_figure(point, factor) for point in told)),
            " ".join(dict.fromkeys(_source(point, numbers) for point in told)),
        )
    first = {name: next((p.value for p in points if column(p) == name), None) for name in columns}
    bars = chart(list(first.values())).strip(_GAP) if by is By.YEAR else ""
    return Row(head.name, _details(head, by), unit, cells, bars)


def _details(head: Point, by: By) -> str:
    parts = [
        None if by is By.PLACE else _full_place(head),
        None if by is By.LEVEL else head.scope,
        measure_words(head),
        None if by is By.YEAR else (UNKNOWN if head.year is None else str(head.year)),
        _period_words(head),
        "cumulative" if head.accumulation == "cumulative" else None,
        "plan" if head.is_plan else None,
    ]
    return " · ".join(part for part in parts if part)


def _full_place(point: Point) -> str:
    name = _place(point)
    return f"{name}, {point.within}" if point.within else name


def _period_words(point: Point) -> str | None:
    """The kind of period where it is not a whole year, and which part of the year it is."""
    if point.period_kind in ("year", "year-end", None):
        return None
    name = point.period_kind.replace("-", " ")
    return f"{name} {_days(point.season)}" if point.season else name


def _days(season: str) -> str:
    """Months and days in the order of the page: "01/02-28/02"."""
    return "-".join("/".join(reversed(day.split("-"))) for day in season.split(".."))


def _shown_unit(points: Sequence[Point]) -> tuple[float, str]:
    unit = points[0].unit or ""
    base, _, rest = unit.partition("/")
    scales = _SCALES.get(base)
    if scales is None:
        return 1.0, unit
    largest = max(abs(point.value) for point in points)
    factor, name = next((f, n) for f, n in reversed(scales) if largest / f < _WIDE or f == scales[0][0])
    return factor, f"{name}/{rest}" if rest else name


def _figure(point: Point, factor: float) -> str:
    upper = f"-{number(point.value_to / factor)}" if point.value_to is not None else ""
    whole = f"/{number(point.denominator)}" if point.denominator is not None else ""
    return f"{number(point.value / factor)}{upper}{whole}"


def _source(point: Point, numbers: dict[str, int]) -> str:
    page = f":{point.page}" if point.page else ""
    return f"[{numbers[point.path]}{page}]"
