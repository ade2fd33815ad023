"""The cited documents as the archive knows them, each with the parts of its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import regex

from extractor.checks.finding import Related
from extractor.checks.messages import Message
from extractor.cross_checks.archive import Archive

_NUMBER = regex.compile(r"(\d+)(\p{L}?)-(?:(\d{4})-)?(.+)")


class Document(NamedTuple):
    """A document that reports cite by number and symbol.

    `date`, `issuer` and `subject` are what most citations state. The code is in parts: `number`, `letter`
    ("30c"), `year` in it, `symbol`, folded; `place` is the province or body of a local document, `time` the
    year or term within which its number is given once. `reports` counts the reports that cite it.
    """

    id: int
    type: str
    code: str
    date: str | None
    issuer: str | None
    subject: str | None
    reports: int
    kind: str
    number: int
    letter: str
    year: str
    symbol: str
    place: str
    time: str


def read_documents(archive: Archive) -> Iterator[Document]:
    """All cited documents that have a number and a symbol, by id."""
    columns = ", ".join(Document._fields)
    archive.need("numbered", columns, lambda: _documents(archive))
    return map(Document._make, archive.rows(f"select {columns} from numbered order by id"))


def _documents(archive: Archive) -> Iterator[Document]:
    rows = archive.rows(
        "select k.id, k.type, k.code, k.date, k.issuer, k.subject, n.reports, k.key from cited_documents k "
        "join (select c.cited_document_id as id, count(distinct e.edition) as reports from citations c "
        "join editions e on e.document_id = c.document_id where c.cited_document_id is not null group by 1) n "
        "on n.id = k.id where k.code is not null"
    )
    for cited, type_name, code, date, issuer, subject, reports, key in rows:
        kind, plain, *rest = key.split("|")
        parts = _NUMBER.fullmatch(plain)
        if parts and len(rest) == 2:
            number, letter, year, symbol = parts.groups()
            place, time = rest
            parted = (kind, int(number), letter, year or "", symbol, place, time)
            yield Document(cited, type_name, code, date, issuer, subject, reports, *parted)


class Mention(NamedTuple):
    """A citation of a document, in the report that makes it."""

    document: str
    start: int
    end: int
    raw: str

    def place(self, note: Message | None = None) -> Related:
        """The citation as a place that a finding of another report speaks of."""
        return Related(self.start, self.end, note, self.document)


def mentions_of(archive: Archive, cited: int, *, limit: int = -1, dated: bool = False) -> list[Mention]:
    """The first citation in each report of a document, the oldest report first; `dated` passes over the others."""
    rows = archive.rows(
        'select c.document_id, c.start, c."end", c.raw from citations c '
        "join editions e on e.document_id = c.document_id where c.id in (select min(id) from citations "
        f"where cited_document_id = ? {'and date is not null' if dated else ''} group by document_id) "
        "order by e.day is null, e.day, e.edition, c.document_id limit ?",
        cited,
        limit,
    )
    return [Mention(*row) for row in rows]


def places_of(archive: Archive, cited: int, note: Callable[[Mention], Message]) -> tuple[Related, ...]:
    """The first few reports that cite a document."""
    return tuple(mention.place(note(mention)) for mention in mentions_of(archive, cited, limit=3))
