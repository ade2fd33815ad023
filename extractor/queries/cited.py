"""Which documents the reports cite: the most cited, one of them by its code, those that only one report cites."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from extractor.store.folding import without_marks

# A law cited by its name alone ("Luật Đất đai năm 2013") is called as its citations write it.
_NAMED = (
    "case when k.code is null then (select min(c.raw) from citations c where c.cited_document_id = k.id) end"
)
_COLUMNS = f"k.id, k.code, k.type, {_NAMED}, k.date, k.issuer, k.subject, k.reports, k.mentions"
_PLACES = (
    "select c.document_id, d.path, d.title, d.province, d.date, b.section, c.page, c.start, c.raw, c.form, c.date "
    "from citations c join documents d on d.id = c.document_id left join blocks b on b.id = c.block_id"
)
_OLDEST_FIRST = "order by d.date is null, d.date, d.path, c.start"
_DIGITS = re.compile(r"\d+")
_NO_SIGN = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that reports cite, with what most of its citations state of it.

    `named` is what a law without a code is called; `reports` counts those that cite it, `mentions` how often.
    """

    id: int
    code: str | None
    type: str | None
    named: str | None
    date: str | None
    issuer: str | None
    subject: str | None
    reports: int
    mentions: int

    @property
    def name(self) -> str:
        """Type and code, or the name of a law without a code."""
        return self.named or " ".join(part for part in (self.type, self.code) if part)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document is cited, in the form it has there; `start` is an offset in the report's text."""

    document_id: str
    path: str
    title: str | None
    province: str | None
    report_date: str | None
    section: str | None
    page: int | None
    start: int
    raw: str
    form: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Relative:
    """What one document does to another in the words of a report.

    `outgoing` says that the document asked about is the one that does it; `other` names the other one, None for
    the report itself or a thing without a number.
    """

    kind: str
    outgoing: bool
    other: str | None
    other_id: int | None
    words: str
    path: str
    page: int | None


def most_cited(database: Database, *, limit: int) -> list[CitedDocument]:
    """The documents that most reports cite."""
    rows = database.execute(
        f"select {_COLUMNS} from cited_documents k order by k.reports desc, k.mentions desc, k.key limit ?",
        [limit],
    )
    return [CitedDocument(*row) for row in rows]


def every_cited(database: Database) -> Iterator[CitedDocument]:
    """All of them, in the order of their ids."""
    for row in database.execute(f"select {_COLUMNS} from cited_documents k order by k.id"):
        yield CitedDocument(*row)


def find_cited(database: Database, words: str) -> list[CitedDocument]:
    """The documents with this code, however it is spaced, dashed, accented and padded ("59/2015/nd-cp").

    Without digits the words are looked for in names and subjects: "luật đất đai". The most cited come first.
    """
    wanted = _wanted(words)
    if wanted is None:
        return _by_words(database, words)
    rows = _with_code(database, f"select {_COLUMNS} from cited_documents k where k.code", wanted)
    found = [CitedDocument(*row) for row in rows]
    fitting = [one for one in found if _begins(_plain(one.code or ""), wanted)]
    exact = [one for one in fitting if _plain(one.code or "") == wanted]
    return sorted(exact or fitting, key=lambda one: (-one.reports, -one.mentions, one.name))


def mentions_of(database: Database, cited_id: int) -> list[Mention]:
    """Where a document is cited, the oldest report first."""
    rows = database.execute(f"{_PLACES} where c.cited_document_id = ? {_OLDEST_FIRST}", [cited_id])
    return [Mention(*row) for row in rows]


def unsettled_mentions(database: Database, words: str) -> list[Mention]:
    """Where this code is cited without saying of which year or term it is, so that it may be one of several."""
    wanted = _wanted(words)
    if wanted is None:
        return []
    where = "where c.cited_document_id is null and c.code"
    rows = _with_code(database, f"select c.id, c.code from citations c {where}", wanted)
    ids = [row_id for row_id, code in rows if _begins(_plain(code), wanted)]
    found = database.execute(
        f"{_PLACES} where c.id in (select value from json_each(?)) {_OLDEST_FIRST}", [json.dumps(ids)]
    )
    return [Mention(*row) for row in found]


def relatives_of(database: Database, cited_id: int) -> list[Relative]:
    """What a document does to others and others to it, as far as the reports say so."""
    rows = database.execute(
        "select kind, 1, target, target_document_id, words, path, page, start from citation_relations_with_documents "
        "where source_document_id = :id "
        "union all "
        "select kind, 0, source, source_document_id, words, path, page, start from citation_relations_with_documents "
        "where target_document_id = :id order by path, start",
        {"id": cited_id},
    )
    return [Relative(row[0], bool(row[1]), *row[2:7]) for row in rows]


def only_in(database: Database, document_id: str) -> list[CitedDocument]:
    """The documents that this report cites and no other does, in the order of their first mention."""
    rows = database.execute(
        f"select {_COLUMNS} from cited_documents k join citations c on c.cited_document_id = k.id "
        "where c.document_id = ? and k.reports = 1 group by k.id order by min(c.start)",
        [document_id],
    )
    return [CitedDocument(*row) for row in rows]


def _wanted(words: str) -> str | None:
    """The code in what a person typed; None when there is no number."""
    number = _DIGITS.search(words)
    return None if number is None else _plain(words[number.start() :])


def _with_code(database: Database, query: str, wanted: str) -> list[tuple[Any, ...]]:
    """Rows whose code begins with the number of the wanted one, padded or not; the query ends with the column."""
    number = wanted.split()[0]
    rows: list[tuple[Any, ...]] = []
    for spelling in dict.fromkeys((number, number.zfill(2), number.zfill(3))):
        # ":" comes after the digits, so that all that begins with the number lies in between
        rows += database.execute(
            f"{query} >= ? and {query.rsplit(' ', 1)[1]} < ?", [spelling, f"{spelling}:"]
        )
    return rows


def _by_words(database: Database, words: str) -> list[CitedDocument]:
    wanted = without_marks(" ".join(words.split()))
    if not wanted:
        return []
    rows = database.execute(
        f"select {_COLUMNS} from cited_documents k order by k.reports desc, k.mentions desc, k.key"
    )
    found = (CitedDocument(*row) for row in rows)
    return [one for one in found if wanted in without_marks(f"{one.name} {one.subject or ''}")]


def _begins(code: str, wanted: str) -> bool:
    """Whether what was typed is the code or its beginning, cut between its parts."""
    return code == wanted or code.startswith(f"{wanted} ")


def _plain(code: str) -> str:
    """A code as its parts alone: letters without marks and numbers without leading zeros.

    >>> _plain("05/2015/NĐ-CP") == _plain("5 / 2015 / nd–cp")
    True
    """
    parts = _NO_SIGN.sub(" ", without_marks(code)).split()
    return " ".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)
