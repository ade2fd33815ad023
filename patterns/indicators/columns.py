"""The columns of a table: which number, name or measure the rows, and what a value's head says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from patterns.folding import fold
from patterns.indicators import plans
from patterns.indicators.column_uses import Use, column_heads, column_uses
from patterns.indicators.grids import Grid, head_words
from patterns.indicators.head_periods import head_days
from patterns.indicators.head_units import ENCLOSED, head_unit
from patterns.indicators.units import SHARE_UNITS
from patterns.indicators.vocabulary import alternation
from patterns.indicators.year_parts import NO_DAYS, Days
from patterns.mentions import Date, Status


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
        return ENCLOSED.sub("", last).strip() in head_words("totals")

    @property
    def said(self) -> str:
        """What it gives, without its unit: the label of rows that only name a period."""
        return ENCLOSED.sub("", self.heads[-1]).strip() if self.heads else ""

    @property
    def label(self) -> str:
        """The heads joined by " / "."""
        return " / ".join(self.heads)


def read_columns(grid: Grid, dates: Sequence[Date], caption_unit: str | None) -> tuple[Column, ...]:
    """The columns of a grid; `caption_unit` is what stands over the table ("ĐVT: tỷ đồng")."""
    uses = column_uses(grid)
    columns = [
        _value(grid, number, dates) if use is Use.VALUE else Column(number, use)
        for number, use in enumerate(uses)
    ]
    if Use.UNIT not in uses:
        columns = _with_shared_unit(columns, caption_unit)
    return tuple(_with_shared_days(columns))


def _value(grid: Grid, number: int, dates: Sequence[Date]) -> Column:
    heads = tuple(column_heads(grid, number))
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
        head_days(grid, number, dates),
        status_of(folded),
        compared=compared,
        share=share,
        ranked=ranked,
    )


# "TH/DT (%)", "Ước 2002/2001": one column over another.
_OVER = regex.compile(r"[\p{L}\d]\ ?/\ ?[\p{L}\d][^/]*$")


# "TH/DT (%)", "% so với kế hoạch": the figure beside it restated.
_FULFILS = regex.compile(rf"(?:/|so\ (?:với\ )?)\ ?{plans.ALL}(?!\p{{L}})(?!\ ?/)")


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
        elif len(values) > 1 and column.is_total:
            days = [day for c in values for day in c.days if day]
            dated.append(replace(column, days=(min(days), max(days))))
        else:
            dated.append(column)
    return dated
