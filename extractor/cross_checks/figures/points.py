"""The values of one series over the periods that reports cover, one a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from extractor.checks.finding import Related
from extractor.checks.messages import say
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.figures.grouping import FIELDS, Figure, need_figures
from extractor.cross_checks.figures.periods import written_period

_OWN = f"""
select {FIELDS} from figures f
where f.is_own = 1 and f.series in (select series from figures where is_own = 1
    group by series having count(distinct period_from) >= ? and ({{having}}))
order by f.series, round((julianday(f.period_to) - julianday(f.period_from)) / 30.4), f.period_from, f.period_to,
    f.day, f.edition, f.document_id, f.start
"""


class Point(NamedTuple):
    """The value of one period; `figures` are the places where the editions of its report state it, one each."""

    figures: tuple[Figure, ...]

    @property
    def figure(self) -> Figure:
        """The first of the places."""
        return self.figures[0]

    @property
    def amount(self) -> float:
        """The value in the canonical unit."""
        return self.figure.amount

    @property
    def period(self) -> str:
        """Its period, as messages write it."""
        return written_period(self.figure.period_from, self.figure.period_to)

    def place(self) -> Related:
        """The point as a place that a finding of another report speaks of."""
        note = say("{value} for {period}", value=self.figure.raw, period=self.period)
        return Related(self.figure.start, self.figure.end, note, self.figure.document_id)


def read_points(archive: Archive, *, fewest: int, having: str) -> Iterator[list[Point]]:
    """The points of each series that has so many, oldest period first.

    `having` is what SQL can tell of a series, so that the others need not be read: a condition on aggregates
    of `figures`.

    A report's own period alone counts; of a period that several reports cover, the first report. A report
    that states several values of one series and period has no point there. Half years and years are series
    of their own.
    """
    need_figures(archive)
    rows = map(Figure._make, archive.rows(_OWN.format(having=having), fewest))
    for _, group in groupby(rows, key=lambda figure: (figure.series, _months(figure))):
        points = list(_one_a_period(group))
        if len(points) >= fewest:
            yield points


def _one_a_period(figures: Iterator[Figure]) -> Iterator[Point]:
    for _, group in groupby(figures, key=lambda figure: (figure.period_from, figure.period_to)):
        stated = list(group)
        first = [figure for figure in stated if figure.edition == stated[0].edition]
        if all(figure.agrees_with(first[0]) for figure in first):
            yield Point(tuple({figure.document_id: figure for figure in reversed(first)}.values())[::-1])


def _months(figure: Figure) -> int:
    """How many months a period has, a day as none."""
    days = (date.fromisoformat(figure.period_to) - date.fromisoformat(figure.period_from)).days
    return round(days / 30.4)
