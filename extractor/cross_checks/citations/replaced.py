"""Documents cited as in force after another report has told that they were replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.wording import written_day

# What ends a document, from the day on which the one that ends it was issued: told by a report, or by that document.
_ENDED = """
select t.cited_document_id as ended, t.code as ended_code, s.cited_document_id as by_id,
    case when s.id is null then coalesce(o.type || ' ', '') || o.number else coalesce(s.code, s.raw) end as by_code,
    case when s.id is null then o.date else k.date end as day,
    r.document_id as told_in, r.start, r."end"
from citation_relations r
join citations t on t.id = r.target_id
join documents o on o.id = r.document_id
left join citations s on s.id = r.source_id
left join cited_documents k on k.id = s.cited_document_id
where r.kind in ('replaces', 'repeals') and t.cited_document_id is not null
    and (s.id is null and o.number is not null or s.cited_document_id is not null)
"""

# Later reports that lean on it and know nothing of its end.
_LEANING = """
select x.ended_code, x.by_code, x.day, x.told_in, x.start, x."end", u.kind, c.document_id, c.start, c."end", c.raw
from ended x
join citations c on c.cited_document_id = x.ended
join editions e on e.document_id = c.document_id
join citation_relations u on u.target_id = c.id
where u.kind in ('based_on', 'implements', 'follows') and u.source_id is null and e.day > x.day
    and c.document_id <> x.told_in
    and not exists (
        select 1 from citations k where k.document_id = c.document_id and k.cited_document_id = x.by_id)
    and not exists (
        select 1 from citation_relations q join citations p on p.id = q.target_id
        where q.document_id = c.document_id and p.cited_document_id = x.ended and q.kind in ('replaces', 'repeals'))
order by c.document_id, c.start, x.day, x.told_in, x.start
"""


class _Leaning(NamedTuple):
    ended_code: str
    by_code: str
    day: str
    told_in: str
    told_start: int
    told_end: int
    kind: str
    document: str
    start: int
    end: int
    raw: str


@rule("REF206", "replaced-document", Severity.INFO, Basis.REPORTS)
def replaced(archive: Archive) -> Iterator[Spot]:
    """A report rests on a document that, as another report tells, was replaced or repealed before it.

    What is said to be carried out may well be a document of former years; a legal basis must be in force.
    """
    archive.need(
        "ended",
        "ended integer, ended_code text, by_id integer, by_code text, day text, told_in text, "
        'start integer, "end" integer',
        lambda: list(archive.rows(_ENDED)),
    )
    seen: set[tuple[str, int]] = set()
    for one in map(_Leaning._make, archive.rows(_LEANING)):
        if (one.document, one.start) in seen:
            continue
        seen.add((one.document, one.start))
        yield Spot(
            one.start,
            one.end,
            say(
                '"{document}" was ended by "{other}" of {date}, as another report tells: check what is in force',
                document=one.raw,
                other=one.by_code,
                date=written_day(one.day),
            ),
            found=one.ended_code,
            related=(Related(one.told_start, one.told_end, say("told there"), one.told_in),),
            severity=Severity.WARNING if one.kind == "based_on" else None,
            document=one.document,
        )
