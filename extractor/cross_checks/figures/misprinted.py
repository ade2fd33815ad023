"""Last year's values, repeated in a comparison with a digit wrong or two swapped.

"3.518 lượt công dân (năm 2020: 4.318 lượt)" bears no label of its own. That it stands for the "4.310 lượt công
dân" of the report of 2020 shows in the number: no other of its unit there is like it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from extractor.cross_checks.archive import Archive
from extractor.cross_checks.figures.grouping import FIELDS, Figure, need_figures
from extractor.cross_checks.wording import is_one_slip
from patterns.folding import fold

_FEWEST_DIGITS = 4  # shorter numbers are alike by chance

# Figures of running text about a former period, for which that period's own reports have no such series …
_REPEATED = f"""
select {FIELDS} from figures f
where f.is_own = 0 and f.in_table = 0 and length(f.digits) >= {_FEWEST_DIGITS} and not exists (
    select 1 from figures g where g.series = f.series and g.period_from = f.period_from
        and g.period_to = f.period_to and g.is_own = 1)
order by f.area, f.period_from, f.period_to, f.day, f.document_id, f.start
"""
# … and what those reports state.
_OWN = f"""
select {FIELDS} from figures f
where f.area = ? and f.period_from = ? and f.period_to = ? and f.is_own = 1 and f.in_table = 0
    and length(f.digits) >= {_FEWEST_DIGITS} and coalesce(f.status, '') <> 'estimate'
order by f.day, f.document_id, f.start
"""


def misprinted(archive: Archive) -> Iterator[tuple[Figure, Figure]]:
    """Each such figure with the one that it most likely repeats."""
    need_figures(archive)
    rows = map(Figure._make, archive.rows(_REPEATED))
    for period, group in groupby(
        rows, key=lambda figure: (figure.area, figure.period_from, figure.period_to)
    ):
        own = map(Figure._make, archive.rows(_OWN, *period))
        yield from _pairs(group, own)


def _pairs(later: Iterable[Figure], own: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    known: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in own:
        known[_kind(figure)].append(figure)
    for figure in later:
        alike = [one for one in known.get(_kind(figure), ()) if _may_repeat(figure, one)]
        if any(one.digits == figure.digits for one in alike):
            continue
        near = [one for one in alike if is_one_slip(one.digits, figure.digits)]
        if len({one.digits for one in near}) == 1:
            yield figure, near[0]


def _kind(figure: Figure) -> tuple[object, ...]:
    """What a number must share with the one it repeats: a dropped digit would change the size."""
    words = fold(figure.unit or "").split()
    return len(figure.digits), figure.scale, figure.place or "", words[0] if words else ""


def _may_repeat(later: Figure, earlier: Figure) -> bool:
    return (
        later.edition != earlier.edition
        and earlier.day < later.day
        and (later.scope is None or earlier.scope is None or later.scope == earlier.scope)
        and _same_unit(later, earlier)
    )


def _same_unit(one: Figure, other: Figure) -> bool:
    """Whether one unit is the other or its beginning: "lượt" for "lượt công dân"."""
    first, second = fold(one.unit or "").split(), fold(other.unit or "").split()
    shorter = min(len(first), len(second))
    return shorter > 0 and first[:shorter] == second[:shorter]
