"""What `baocao series` lists: the series that there are, and the doubtful merges that a person may decide."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from extractor.series.asking import asked_concepts

_OVERVIEW = """
select s.id, c.name, c.indicator, s.place, s.within, s.scope, s.measure, s.base, s.unit,
    count(*), count(distinct o.year), min(o.year), max(o.year), count(distinct o.document_id)
from series s
join concepts c on c.id = s.concept_id
join observations o on o.series_id = s.id
where {where}
group by s.id
order by count(distinct o.year) desc, count(*) desc, c.name, s.id
limit ?
"""
# Two concepts are worth a question when both have a series of one measure and unit.
_PROPOSED = """
select a.id, b.id, a.name, b.name, a.key, b.key, l.likeness, l.reason
from concept_links l join concepts a on a.id = l.one join concepts b on b.id = l.other
where l.kind = 'maybe' and a.group_id <> b.group_id and ({where}) and exists (
    select 1 from series s join series t on t.measure = s.measure and t.unit is s.unit
    where s.concept_id = a.group_id and t.concept_id = b.group_id
)
order by l.likeness desc, a.key, b.key
limit ?
"""
# Figures of one place, period and status under both: those that agree speak for one concept, others against.
_EVIDENCE = """
select abs(p.value - o.value) <= max(p.step, o.step), count(*)
from observations o
join series s on s.id = o.series_id
join observations p on p.concept_id = ? and p.period_to = o.period_to and p.period_from is o.period_from
    and p.status is o.status
join series t on t.id = p.series_id and t.place is s.place and t.within is s.within and t.scope is s.scope
    and t.unit is s.unit and t.measure = s.measure and t.base is s.base
where o.concept_id = ?
group by 1
"""
_LOOKED_AT = 10  # as many proposals as are asked for, before those that figures bear out come first


@dataclass(frozen=True, slots=True)
class Listed:
    """A series and how far it reaches."""

    id: int
    name: str
    indicator: str | None
    place: str | None
    within: str | None
    scope: str | None
    measure: str
    base: str | None
    unit: str | None
    observations: int
    years: int
    first_year: int | None
    last_year: int | None
    reports: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two concepts that may be one: how alike their words are (0 to 1), and figures of one place and period that
    agree or differ."""

    one: str
    other: str
    one_key: str
    other_key: str
    likeness: float
    reason: str
    agreeing: int
    differing: int


def list_series(database: Database, words: str = "", *, limit: int = 50) -> list[Listed]:
    """Series of the concepts that words mean, all without words, those with most years first."""
    where, values = _of_concepts(database, words, "s.concept_id in ({marks})")
    return [Listed(*row) for row in database.execute(_OVERVIEW.format(where=where), [*values, limit])]


def list_proposals(database: Database, words: str = "", *, limit: int = 50) -> list[Proposal]:
    """Doubtful merges by likeness, those that figures bear out first."""
    where, values = _of_concepts(database, words, "a.group_id in ({marks}) or b.group_id in ({marks})")
    rows = database.execute(_PROPOSED.format(where=where), [*values, limit * _LOOKED_AT]).fetchall()
    found = []
    for one, other, name, twin, key, twin_key, score, reason in rows:
        evidence = _evidence(database, one, other)
        found.append(Proposal(name, twin, key, twin_key, score, reason, *evidence))
    return sorted(found, key=lambda one: one.differing >= one.agreeing)[:limit]


def _evidence(database: Database, one: int, other: int) -> tuple[int, int]:
    """How many figures of one place and period agree, and how many differ."""
    counts = dict(database.execute(_EVIDENCE, [other, one]).fetchall())
    return counts.get(1, 0), counts.get(0, 0)


def _of_concepts(database: Database, words: str, clause: str) -> tuple[str, list[int]]:
    if not words:
        return "1", []
    groups = asked_concepts(database, words).groups
    times = clause.count("{marks}")
    return clause.format(marks=", ".join("?" * len(groups))), list(groups) * times
