"""The columns of a table: which number, name or measure the rows, and what a value's head says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.grids import Grid, head_words
from patterns.indicators.units import SHARE_UNITS, UnitKind, read_unit
from patterns.indicators.vocabulary import alternation, words
from patterns.indicators.year_parts import NO_DAYS, YEAR, Days, part_of_year, whole_year
from patterns.mentions import Date, Span, Status


class Use(Enum):
    """What the cells of a column are."""

    INDEX = "index"
    LABEL = "label"
    UNIT = "unit"
    PERIOD = "period"
    VALUE = "value"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; for values `heads` is the path of its heads from the top.

    Attributes:
        unit: as the head says it, else None; days, status: as the head says them.
        compared: the column compares with another period or a plan.
        share: it gives shares of the column beside it, or how far that one fulfils a plan.
        ranked: it gives places in an order.
    """

    number: int
    use: Use
    heads: tuple[str, ...] = ()
    unit: str | None = None
    days: Days = NO_DAYS
    status: Status | None = None
    compared: bool = False
    share: bool = False
    ranked: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether it gives counts or amounts, no shares, comparisons or places in an order."""
        shares = self.share or self.compared or self.ranked or self.unit in SHARE_UNITS
        return self.use is Use.VALUE and not shares

    @property
    def is_total(self) -> bool:
        """Whether it is headed as the total of others ("Tổng số (người)")."""
        last = fold(self.heads[-1]) if self.heads else ""
        return _ENCLOSED.sub("", last).strip() in head_words("totals")

    @property
    def said(self) -> str:
        """What it gives, without its unit: the label of rows that only name a period."""
        return _ENCLOSED.sub("", self.heads[-1]).strip() if self.heads else ""

    @property
    def label(self) -> str:
        """The heads joined by " / "."""
        return " / ".join(self.heads)


def read_columns(grid: Grid, dates: Sequence[Date], caption_unit: str | None) -> tuple[Column, ...]:
    """The columns of a grid; `caption_unit` is what stands over the table ("ĐVT: tỷ đồng")."""
    uses = _uses(grid)
    columns = [
        _value(grid, number, dates) if use is Use.VALUE else Column(number, use)
        for number, use in enumerate(uses)
    ]
    if Use.UNIT not in uses:
        columns = _with_shared_unit(columns, caption_unit)
    return tuple(_with_shared_days(columns))


def _uses(grid: Grid) -> list[Use]:
    heads = [fold(" ".join(_heads(grid, column))) for column in range(grid.columns)]
    counts = [_counts(grid, column) for column in range(grid.columns)]
    uses: list[Use] = []
    for column, head in enumerate(heads):
        numbers, texts = counts[column]
        if head in head_words("period_heads") and numbers + texts:
            uses.append(Use.PERIOD)
        elif head in head_words("index_heads") or (column == 0 and _enumerates(grid, column)):
            uses.append(Use.INDEX)
        elif _is_unit_column(grid, column, head, named=Use.LABEL in uses):
            uses.append(Use.UNIT)
        elif (
            Use.LABEL not in uses and texts > 0 and texts >= numbers and head not in head_words("note_heads")
        ):
            uses.append(Use.LABEL)
        elif numbers and (head or not grid.head):
            uses.append(Use.VALUE)
        else:
            uses.append(Use.PROSE)
    return uses


def _heads(grid: Grid, column: int) -> list[str]:
    """The texts of a column's head cells from the top, each once; a blank cell takes its left neighbour's."""
    path: list[str] = []
    for place, row in enumerate(grid.head):
        said = grid.at(row, column) or (_left_head(grid, row, column) if place + 1 < len(grid.head) else "")
        if said and said not in path:
            if path and said[:1] in "(" and grid.cells.get((row, column)):
                path[-1] = f"{path[-1]} {said}"
            else:
                path.append(said)
    return path


def _left_head(grid: Grid, row: int, column: int) -> str:
    """A head that stands over several columns without a merge, when the column has a head below it alone."""
    below = [r for r in grid.head if r > row and grid.at(r, column)]
    above = [r for r in grid.head if r < row and grid.at(r, column)]
    if not below or above:
        return ""
    return next((said for left in range(column - 1, 0, -1) if (said := grid.at(row, left))), "")


def _counts(grid: Grid, column: int) -> tuple[int, int]:
    """How many cells of the body are numbers and how many hold words."""
    numbers = texts = 0
    for row in grid.body:
        said = grid.at(row, column)
        if grid.number(row, column):
            numbers += 1
        elif _WORD.search(said):
            texts += 1
    return numbers, texts


_WORD = regex.compile(r"\p{L}{2}")
_MARK = compile_pattern(r"(?:[ivxlc]{1,5}|\d{1,3}(?:\.\d{1,3})*|[a-zđ])[.)]?|[-+*]")


def _enumerates(grid: Grid, column: int) -> bool:
    """Whether a column holds only marks of an enumeration ("I", "1", "2", "a")."""
    said = [fold(cell) for row in grid.body if (cell := grid.at(row, column))]
    return len(said) > 1 and all(_MARK.fullmatch(cell) for cell in said)


_DITTO = ('"', "''", "”", "“", "nt", "-")


_OFFICES_OR_UNITS = ("đơn vị", "đv")


def _is_unit_column(grid: Grid, column: int, head: str, *, named: bool) -> bool:
    """Whether a column gives units; `named` says that a column before it names the rows.

    "Đơn vị" is also an office or a place: with nothing before it, it names the rows itself.
    """
    if head not in words("units", "unit_heads") and not head.startswith(("đơn vị tính", "đvt")):
        return False
    if head in _OFFICES_OR_UNITS and not named:
        return False
    said = [fold(cell) for row in grid.body if (cell := grid.at(row, column))]
    return all(cell in _DITTO or len(cell) <= 24 for cell in said)


def _value(grid: Grid, number: int, dates: Sequence[Date]) -> Column:
    heads = tuple(_heads(grid, number))
    folded = fold(" ".join(heads))
    compared = bool(_said("comparisons").search(folded) or _OVER.search(folded))
    share = bool(_FULFILS.search(folded)) or (bool(_said("shares").search(folded)) and not compared)
    ranked = bool(heads) and fold(heads[-1]) in head_words("ranks")
    unit = (
        None
        if ranked
        else head_unit(heads) or ("%" if "%" in folded or (compared and _rates(folded)) else None)
    )
    return Column(
        number,
        Use.VALUE,
        heads,
        unit,
        _days(grid, number, dates),
        status_of(folded),
        compared=compared,
        share=share,
        ranked=ranked,
    )


# "TH/DT (%)", "Ước 2002/2001": one column over another.
_OVER = regex.compile(r"[\p{L}\d]\ ?/\ ?[\p{L}\d][^/]*$")


# "TH/DT (%)", "% so với kế hoạch": the figure beside it restated.
_FULFILS = regex.compile(
    r"(?:/|so\ (?:với\ )?)\ ?(?:dự\ toán|kế\ hoạch|dt|kh|mục\ tiêu|nghị\ quyết)(?!\p{L})(?!\ ?/)"
)


def _rates(folded: str) -> bool:
    return "tốc độ" in folded or "tỷ lệ" in folded


@cache
def _said(table: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}}){alternation(head_words(table))}(?!\p{{L}})")


def status_of(folded: str) -> Status | None:
    """What a head says of its figures: the first of its words that says so ("KH 2003/ ước 2002" is a plan).

    >>> status_of("thực hiện năm 2001"), status_of("ước th năm 2002"), status_of("kh 2003/ ước 2002")
    ('actual', 'estimate', 'plan')
    """
    statuses: tuple[Status, ...] = ("actual", "estimate", "plan")
    found = [
        (match.start(), -len(match[0]), status)
        for status in statuses
        if (match := _said(status).search(folded))
    ]
    return min(found)[2] if found else None


def _days(grid: Grid, column: int, dates: Sequence[Date]) -> Days:
    """The period that the lowest dated head gives; "6 tháng" under "Năm 2023" is of that year."""
    part = ""
    for row in reversed(grid.head):
        cell = grid.cells.get((row, column))
        if cell is None:
            continue
        days = dated(grid.text, (cell.start, cell.end), dates)
        if days[1] and part:
            narrower = part_of_year(part, int(days[1][:4]), counts=True)
            return narrower if narrower != NO_DAYS else days
        if days != NO_DAYS:
            return days
        named = _PART.search(fold(grid.at(row, column)))
        part = named[0] if named else part
    return _of_table_year(grid, part) or _bare_year(grid, column)


_PART = regex.compile(
    r"(?:\d{1,2}\ tháng(?:\ (?:đầu|cuối)\ năm)?|quý\ (?:iv|iii|ii|i)|tháng\ \d{1,2}|cả\ năm)(?!\p{L})"
)


def _of_table_year(grid: Grid, part: str) -> Days | None:
    """ "Thực hiện 6 tháng", "Ước cả năm" beside "Dự toán năm 2012": the one year that the heads name."""
    if not part:
        return None
    said = " ".join(grid.at(row, column) for row in grid.head for column in range(grid.columns))
    years = set(YEAR.findall(said))
    if len(years) != 1:
        return None
    year = years.pop()
    if part == "cả năm":
        return whole_year(year)
    days = part_of_year(part, int(year), counts=True)
    return days if days != NO_DAYS else None


def _bare_year(grid: Grid, column: int) -> Days:
    """ "Ước 2002/ 2001": the first year of a head that names no period in words."""
    for row in reversed(grid.head):
        said = grid.at(row, column)
        year = YEAR.search(said)
        if year and not _COMPARED_WITH.search(fold(said[: year.start()])):
            return whole_year(year[0])
    return NO_DAYS


# "So với năm 2017 (%)": the base of a comparison is not the period of the figures.
_COMPARED_WITH = regex.compile(
    r"(?<!\p{L})so\ (?:với\ )?[^/]{0,20}$|/\ ?(?:(?:ước|th|ước\ th|thực\ hiện|cùng\ kỳ|kh)\ )?(?:năm\ )?$"
)


def dated(text: str, span: Span, dates: Sequence[Date]) -> Days:
    """The days of the first date in a stretch that has any and is no base of comparison."""
    for date in dates:
        dates_it = span[0] <= date.start < span[1] and (date.from_date or date.resolved_from)
        if dates_it and not _COMPARED_WITH.search(fold(text[span[0] : date.start])):
            return (date.from_date or date.resolved_from, date.to_date or date.resolved_to)
    return NO_DAYS


_ENCLOSED = regex.compile(r"\((?P<unit>[^()]{1,40})\)")


def enclosed_unit(label: str) -> str | None:
    """The unit in the last parentheses of a row's label.

    >>> enclosed_unit("Thu nhập bình quân (triệu đồng/người)"), enclosed_unit("Đảng viên (chính thức)")
    ('triệu đồng/người', None)
    """
    said = _ENCLOSED.findall(label)
    return unit_text(said[-1]) if said else None


_COUNTED = compile_pattern(r"(?:tổng\ )?(?:số(?:\ lượng)?|lượng)\ (?P<unit>\p{L}.*)")


def head_unit(heads: Sequence[str]) -> str | None:
    """The unit that a head gives: in parentheses, or the noun that it counts.

    >>> head_unit(["Hộ nghèo", "Số hộ"]), head_unit(["Kế hoạch (triệu đồng)"]), head_unit(["Tỷ lệ (%)"])
    ('hộ', 'triệu đồng', '%')
    """
    if heads and fold(heads[-1]) in _measures():
        return heads[-1].lower()
    for head in reversed(heads):
        for match in _ENCLOSED.finditer(head):
            if said := unit_text(match["unit"]):
                return said
    for head in reversed(heads):
        counted = _COUNTED.match(fold(head))
        if counted:
            start = counted.start("unit")
            unit = read_unit(f" {fold(head[start:])}", 0, len(head) - start + 1)
            if unit and unit.kind is not UnitKind.NONE:
                return " ".join(head[start : start + unit.end - 1].split())
    return None


@cache
def _measures() -> frozenset[str]:
    """Heads that are a unit and nothing else ("Điểm", "%", "Hộ")."""
    named = (words("units", table) for table in ("percentages", "money", "physical"))
    return frozenset({word for listed in named for word in listed} | {"hộ", "người", "con", "lượt", "em"})


_PREFIX = compile_pattern(r"(?:đơn\ vị\ tính|đơn\ vị|đvt|đv)\ ?:?\ ?")


def unit_text(said: str) -> str | None:
    """A text that is a unit and nothing else ("tỷ đồng", "ĐVT: triệu USD"), or None."""
    folded = fold(said)
    prefix = _PREFIX.match(folded)
    start = prefix.end() if prefix else 0
    rest = folded[start:].rstrip(" .;:)")
    unit = read_unit(f" {rest}", 0, len(rest) + 1)
    if unit is None or unit.end != len(rest) + 1 or not (unit.known or prefix):
        return None
    return " ".join(said[start : start + len(rest)].split())


_CAPTION = regex.compile(r"(?:đơn\ vị\ tính|đơn\ vị|đvt)\ ?:\ ?(?P<unit>[^\n();]{1,40})")


def caption_unit(text: str, folded: str, span: Span) -> str | None:
    """The unit that a stretch before a table gives ("Đơn vị tính: đồng/học sinh/tháng")."""
    match = _CAPTION.search(folded, *span)
    return unit_text(text[match.start("unit") : match.end("unit")]) if match else None


def _with_shared_unit(columns: list[Column], caption: str | None) -> list[Column]:
    """Columns without a unit of their own take that of the caption, else of the first column that counts."""
    named = [c.unit for c in columns if c.use is Use.VALUE and c.unit and c.unit not in SHARE_UNITS]
    shared = caption or (named[0] if named else None)
    return [
        replace(column, unit=shared)
        if column.use is Use.VALUE and column.unit is None and not (column.compared or column.ranked)
        else column
        for column in columns
    ]


def _with_shared_days(columns: list[Column]) -> list[Column]:
    """Columns whose heads name no period: of a percentage that of the column left of it, of a total all of theirs."""
    dated: list[Column] = []
    for column in columns:
        values = [c for c in dated if c.use is Use.VALUE and c.days != NO_DAYS]
        if column.use is not Use.VALUE or column.days != NO_DAYS or not values:
            dated.append(column)
        elif column.unit in SHARE_UNITS:
            dated.append(replace(column, days=values[-1].days))
        elif len(values) > 1 and fold(column.heads[-1] if column.heads else "") in head_words("totals"):
            days = [day for c in values for day in c.days if day]
            dated.append(replace(column, days=(min(days), max(days))))
        else:
            dated.append(column)
    return dated
