"""One wording that counts one thing in this report and another in others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.figures.grouping import FIELDS, Figure, need_figures
from patterns.folding import fold

_FEWEST = 3  # reports that show what a wording means

# Shares stand beside counts under one wording everywhere, so they are passed over.
_SEVERAL_UNITS = f"""
select {FIELDS} from figures f
join (select meaning from figures where is_own = 1 and canonical not like '%\\%%' escape '\\'
    group by meaning having min(canonical) <> max(canonical) and count(distinct edition) > {_FEWEST}) g
on g.meaning = f.meaning
where f.is_own = 1 and f.canonical not like '%\\%%' escape '\\'
order by f.meaning, f.day, f.edition, f.document_id, f.start
"""


@rule("NUM204", "wording-with-another-meaning", Severity.INFO, Basis.REPORTS)
def meanings(archive: Archive) -> Iterator[Spot]:
    """The same words measure in a unit that no other report uses for them: the values are not to be compared."""
    need_figures(archive)
    rows = map(Figure._make, archive.rows(_SEVERAL_UNITS))
    for _, group in groupby(rows, key=lambda figure: figure.meaning):
        yield from _odd_ones(list(group))


def _odd_ones(figures: list[Figure]) -> Iterator[Spot]:
    editions: defaultdict[str, set[int]] = defaultdict(set)
    for figure in figures:
        editions[figure.canonical].add(figure.edition)
    usual = max(sorted(editions), key=lambda unit: len(editions[unit]))
    if len(editions[usual]) < _FEWEST:
        return
    like = {figure.edition: figure for figure in figures if figure.canonical == usual}
    for figure in figures:
        alone = len(editions[figure.canonical]) == 1 and figure.edition not in editions[usual]
        if alone and not _is_same_thing(figure.canonical, usual):
            yield Spot(
                figure.start,
                figure.end,
                say(
                    '"{label}" is counted in {unit} here and in {usual} in {count} other reports: do not compare them',
                    label=figure.label,
                    unit=figure.canonical,
                    usual=usual,
                    count=len(like),
                ),
                found=figure.canonical,
                expected=None,
                related=tuple(
                    Related(
                        one.start,
                        one.end,
                        say("counted in {unit} there", unit=one.canonical),
                        one.document_id,
                    )
                    for one in list(like.values())[-2:]
                ),
                document=figure.document_id,
            )


def _is_same_thing(one: str, other: str) -> bool:
    """ "lượt" is short for "lượt người"."""
    first, second = fold(one).split(), fold(other).split()
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]
