"""Figures of one period that a later report states otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.figures.grouping import FIELDS, Figure, need_figures
from extractor.cross_checks.figures.misprinted import misprinted
from extractor.cross_checks.figures.periods import written_period

_DIFFERING = f"""
select {FIELDS} from figures f
join (select series, period_from, period_to from figures group by 1, 2, 3
    having min(amount) <> max(amount) and min(edition) <> max(edition)) g
on g.series = f.series and g.period_from = f.period_from and g.period_to = f.period_to
order by f.series, f.period_from, f.period_to, f.day, f.edition, f.document_id, f.start
"""


@rule("NUM201", "figure-restated", Severity.WARNING, Basis.REPORTS)
def restated(archive: Archive) -> Iterator[Spot]:
    """The same figure of the same period has another value in a later report.

    Where one of the two is an estimate, the difference is told as info.
    """
    need_figures(archive)
    rows = map(Figure._make, archive.rows(_DIFFERING))
    for _, group in groupby(rows, key=lambda f: (f.series, f.period_from, f.period_to)):
        yield from _changes(list(_unambiguous(group)))
    for later, earlier in misprinted(archive):
        yield _spot(later, earlier)


def _unambiguous(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures of each report that states but one value; of several, nobody knows which one is meant."""
    editions: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        editions[figure.edition].append(figure)
    for stated in editions.values():
        if all(figure.agrees_with(stated[0]) for figure in stated):
            yield from stated


def _changes(figures: list[Figure]) -> Iterator[Spot]:
    """Each figure that is unlike the one of the report before it, oldest report first."""
    earlier: Figure | None = None
    for _, group in groupby(figures, key=lambda figure: figure.edition):
        stated = list(group)
        if earlier is not None and not stated[0].agrees_with(earlier):
            firsts = {figure.document_id: figure for figure in reversed(stated)}
            for figure in firsts.values():
                yield _spot(figure, earlier)
        earlier = stated[0]


def _spot(later: Figure, earlier: Figure) -> Spot:
    period = written_period(later.period_from, later.period_to)
    estimated = earlier.status == "estimate" or later.status == "estimate"
    told = {"label": earlier.label, "period": period, "found": later.raw, "other": earlier.raw}
    if estimated:
        message = say(
            '"{label}" of {period} is {found} here; an earlier report had {other}, one an estimate', **told
        )
    else:
        message = say(
            '"{label}" of {period} is {found} here and {other} in an earlier report: find out which one holds',
            **told,
        )
    note = say("{value} for {period}", value=earlier.raw, period=period)
    return Spot(
        later.start,
        later.end,
        message,
        found=later.raw,
        related=(Related(earlier.start, earlier.end, note, earlier.document_id),),
        severity=Severity.INFO if estimated else None,
        document=later.document_id,
    )
