"""Last year's values, repeated in a comparison with a digit wrong or two swapped.

"3.518 lượt công dân (năm 2020: 4.318 lượt)" bears no label of its own. That it stands for the "4.310 lượt công
dân" of the report of 2020 shows in the number: no other of its unit there is like it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from extractor.cross_checks.archive import Archive
from extractor.cross_checks.figures.grouping import FIELDS, Figure, need_figures
from extractor.cross_checks.wording import is_one_slip
from patterns.folding import fold

_FEWEST_DIGITS = 4  # shorter numbers are alike by chance

# Figures of running text about a former period, with those that the report of that period states of it.
_PAIRS = f"""
select {FIELDS}, {FIELDS.replace("f.", "g.")} from figures f
join figures g on g.area = f.area and g.period_from = f.period_from and g.period_to = f.period_to and g.is_own = 1
where f.is_own = 0 and f.in_table = 0 and g.in_table = 0 and length(f.digits) >= {_FEWEST_DIGITS}
    and length(g.digits) = length(f.digits) and g.edition <> f.edition and g.day < f.day
    and g.scale = f.scale and coalesce(g.status, '') <> 'estimate'
    and coalesce(g.place, '') = coalesce(f.place, '')
    and coalesce(g.scope, f.scope, '') = coalesce(f.scope, g.scope, '')
order by f.day, f.document_id, f.start, g.day, g.document_id, g.start
"""


def misprinted(archive: Archive) -> Iterator[tuple[Figure, Figure]]:
    """Each such figure with the one that it most likely repeats."""
    need_figures(archive)
    width = len(Figure._fields)
    pairs = ((Figure(*row[:width]), Figure(*row[width:])) for row in archive.rows(_PAIRS))
    for _, group in groupby(pairs, key=lambda pair: (pair[0].document_id, pair[0].start)):
        known = [pair for pair in group if _same_unit(*pair)]
        if any(later.digits == earlier.digits or later.series == earlier.series for later, earlier in known):
            continue
        near = [pair for pair in known if is_one_slip(pair[0].digits, pair[1].digits)]
        if len({earlier.digits for _, earlier in near}) == 1:
            yield near[0]


def _same_unit(one: Figure, other: Figure) -> bool:
    """Whether one unit is the other or its beginning: "lượt" for "lượt công dân"."""
    first, second = fold(one.unit or "").split(), fold(other.unit or "").split()
    shorter = min(len(first), len(second))
    return shorter > 0 and first[:shorter] == second[:shorter]
