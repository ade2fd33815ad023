"""Bringing the tables of series up to date: new reports are observed, new concepts linked, groups worked out again.

The same reports and decisions always give the same rows; a second run writes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex
from sqlite_utils import Database

from extractor.series.decisions import Decision, decisions_path, read_decisions
from extractor.series.grouping import groups, link_new, words_of
from extractor.series.observing import Observation, observe
from extractor.series.rows import ConceptRow, ObservationRow, SeriesRow, series_of
from extractor.store import MEMORY, Store, present_stamp
from extractor.store.connection import explained, transaction
from extractor.store.folding import with_marks, without_marks
from patterns.concepts import entry
from patterns.folding import fold

_DOCUMENTS_A_TRANSACTION = 100
_FEW = 500  # concepts that are asked for one by one
_COLUMN = " › "  # between row and column in a label
_MEASURED = regex.compile(
    r"(?:tốc\sđộ\stăng(?:\strưởng)?|tăng\strưởng|tăng|giảm|gấp|mức\sđạt|(?:tỷ|tỉ)\s(?:lệ|trọng)|xếp\s(?:thứ|hạng))\s+"
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What was done: reports observed, concepts that are new, series whose group changed."""

    reports: int = 0
    concepts: int = 0
    moved: int = 0


def settle(store: Store, decisions: Path | None = None) -> Settled:
    """Observe the reports that were stored since, and file all series as words and decisions have it.

    Args:
        decisions: the file of decisions, by default the one beside the database.

    Does nothing to a database that may only be read. Raises DecisionError, StoreError.
    """
    if store.read_only:
        return Settled()
    decided = read_decisions(decisions or decisions_path(store.path)) if _has_file(store, decisions) else ()
    with explained(store.path):
        observed = observe_new(store.database)
        if not observed and _is_filed(store.database, decided):
            return Settled()
        return file_all(store.database, observed, decided)


def observe_new(database: Database) -> list[str]:
    """Observe the reports that were stored since; returns their ids."""
    waiting = _waiting(database)
    for first in range(0, len(waiting), _DOCUMENTS_A_TRANSACTION):
        with transaction(database):
            for document_id in waiting[first : first + _DOCUMENTS_A_TRANSACTION]:
                _put_document(database, document_id)
    return waiting


def file_all(database: Database, observed: Sequence[str], decided: Sequence[Decision]) -> Settled:
    """Link the concepts that are new, and file all series as links and decisions have it."""
    with transaction(database):
        _sweep(database)
        new = [row[0] for row in database.execute("select id from concepts where name = '' order by id")]
        link_new(database, new)
        _name(database, observed, new)
        moved = _regroup(database, decided)
        _sweep(database)
        database.execute("insert or replace into series_filing values (1, ?, ?)", _filing(database, decided))
    return Settled(len(observed), len(new), moved)


def _is_filed(database: Database, decided: Sequence[Decision]) -> bool:
    """Whether neither decisions nor the number of reports have changed since all was filed."""
    known = database.execute("select decisions, documents from series_filing").fetchone()
    return known is not None and list(known) == _filing(database, decided)


def _filing(database: Database, decided: Sequence[Decision]) -> list[object]:
    told = sorted((one.verdict, *sorted(one.keys)) for one in decided)
    digest = hashlib.sha256(repr(told).encode()).hexdigest()
    return [digest, database.execute("select count(*) from series_documents").fetchone()[0]]


def _has_file(store: Store, decisions: Path | None) -> bool:
    return decisions is not None or str(store.path) != MEMORY


def _waiting(database: Database) -> list[str]:
    rows = database.execute(
        "select d.id from documents d left join series_documents s on s.document_id = d.id and s.rules = ? "
        "where s.document_id is null order by d.serial",
        [present_stamp().configuration],
    )
    return [str(row[0]) for row in rows]


def _put_document(database: Database, document_id: str) -> None:
    """Replace the observations of one report."""
    found = list(observe(database, document_id))
    database.execute("delete from observations where document_id = ?", [document_id])
    _put_concepts(database, found)
    _insert(database, "series", SeriesRow, {one.series for one in found})
    _insert(database, "observations", ObservationRow, [one.row for one in found])
    database.execute(
        "insert or replace into series_documents values (?, ?)", [document_id, present_stamp().configuration]
    )


def _put_concepts(database: Database, found: Iterable[Observation]) -> None:
    rows = {
        one.series.concept_id: ConceptRow(
            one.series.concept_id, one.reading.key, "", one.reading.concept, "", "", one.series.concept_id
        )
        for one in found
    }
    _insert(database, "concepts", ConceptRow, rows.values())


def _insert(
    database: Database, table: str, row: type[tuple[object, ...]], rows: Iterable[Sequence[object]]
) -> None:
    fields: tuple[str, ...] = row._fields  # type: ignore[attr-defined]  # all of them are named tuples
    names = ", ".join(f'"{name}"' for name in fields)
    values = ", ".join("?" * len(fields))
    database.conn.executemany(f"insert or ignore into {table} ({names}) values ({values})", list(rows))


def _sweep(database: Database) -> None:
    """Remove series and concepts that no figure is left of."""
    database.execute(
        "delete from series where not exists (select 1 from observations o where o.series_id = series.id)"
    )
    database.execute(
        "delete from concepts where not exists (select 1 from observations o where o.concept_id = concepts.id) "
        "and not exists (select 1 from series s where s.concept_id = concepts.id)"
    )


def _name(database: Database, documents: Sequence[str], new: Sequence[int]) -> None:
    """Name the concepts that reports have changed: as the catalogue does, else by the commonest of their labels."""
    touched = set(new)
    for document_id in documents:
        rows = database.execute(
            "select distinct concept_id from observations where document_id = ?", [document_id]
        )
        touched.update(row[0] for row in rows)
    keys: dict[int, str] = dict(database.execute("select id, key from concepts").fetchall())
    commonest = _commonest(database, touched)
    updates = []
    for number in sorted(touched & keys.keys()):
        key = keys[number]
        name = _catalogued(key) or commonest[number]
        spoken = " ".join((name, *sorted(words_of(key))))
        updates.append((name, f" {with_marks(spoken)}", f" {without_marks(spoken)}", number, name))
    database.conn.executemany(
        "update concepts set name = ?, words = ?, words_fold = ? where id = ? and name <> ?", updates
    )


def _catalogued(key: str) -> str | None:
    indicator, _, words = key.partition("|")
    row = entry(indicator) if indicator and not words else None
    return row.name if row else None


def _commonest(database: Database, concepts: set[int]) -> dict[int, str]:
    """The label that most figures of each concept have, of prose where there is one, without words of measuring."""
    few = len(concepts) <= _FEW
    asked = sorted(concepts) if few else []
    where = f"where concept_id in ({', '.join('?' * len(asked))})" if few else ""
    rows = database.execute(
        f"select concept_id, label, count(*) from observations {where} group by 1, 2", asked
    )
    best: dict[int, tuple[tuple[bool, int, int, str], str]] = {}
    for number, label, count in rows:
        rank = (_COLUMN in label, -count, len(label), label)
        if number in concepts and (number not in best or rank < best[number][0]):
            best[number] = rank, label
    return {number: _without_measure(label) for number, (_, label) in best.items()}


def _without_measure(label: str) -> str:
    found = _MEASURED.match(fold(label))
    return label[found.end() :] if found and found.end() < len(label) else label


def _regroup(database: Database, decided: Sequence[Decision]) -> int:
    """File each concept under the first of its group, and its observations under the series there."""
    keys: dict[int, str] = dict(database.execute("select id, key from concepts").fetchall())
    numbers = {key: number for number, key in keys.items()}
    linked = database.execute("select one, other from concept_links where kind = 'same'").fetchall()
    accepted = [pair for one in decided if one.verdict == "accept" for pair in _pairs(numbers, one)]
    split = [
        frozenset(numbers[k] for k in one.keys if k in numbers) for one in decided if one.verdict == "split"
    ]
    wanted = groups(keys, [*linked, *accepted], split)
    known = dict(database.execute("select id, group_id from concepts").fetchall())
    changed = sorted(number for number, group in wanted.items() if known[number] != group)
    database.conn.executemany(
        "update concepts set group_id = ? where id = ?", [(wanted[number], number) for number in changed]
    )
    return sum(_refile(database, number, wanted[number]) for number in _misfiled(database))


def _pairs(numbers: dict[str, int], decision: Decision) -> list[tuple[int, int]]:
    known = sorted(numbers[key] for key in decision.keys if key in numbers)
    return [(known[0], other) for other in known[1:]]


def _misfiled(database: Database) -> list[int]:
    """Concepts with observations in a series of another concept than that of their group."""
    rows = database.execute(
        "select distinct o.concept_id from observations o join series s on s.id = o.series_id "
        "join concepts c on c.id = o.concept_id where s.concept_id <> c.group_id order by o.concept_id"
    )
    return [int(row[0]) for row in rows]


def _refile(database: Database, concept_id: int, group_id: int) -> int:
    rows = database.execute(
        "select distinct s.id, s.concept_id, s.place, s.place_kind, s.within, s.scope, s.unit, s.measure, s.base "
        "from observations o join series s on s.id = o.series_id where o.concept_id = ?",
        [concept_id],
    ).fetchall()
    for row in map(SeriesRow._make, rows):
        filed = series_of(group_id, *row[2:])
        _insert(database, "series", SeriesRow, [filed])
        database.execute(
            "update observations set series_id = ? where concept_id = ? and series_id = ?",
            [filed.id, concept_id, row.id],
        )
    return len(rows)
