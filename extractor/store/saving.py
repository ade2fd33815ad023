"""One document, one transaction: what was there goes, what is there now comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from extractor.checks.finding import Finding
from extractor.report import Report
from extractor.store import comparing, ledger, search_index
from extractor.store.filling import child_rows, document_row
from extractor.store.frame import own_ids
from extractor.store.mention_rows import cited_id
from extractor.store.rows import TABLES, ChildRow, DocumentRow
from extractor.store.stamp import Stamp
from extractor.store.table_rows import delete_rows, has_rows, put_rows
from patterns.mentions import Citation, Mentions

_ALL_TABLES = tuple(table for table, _ in TABLES)


_NOT_COMPARED = {"origins", "cells", "footnotes", "recipients", "problems", "findings", "finding_places"}


def save(
    database: Database,
    report: Report,
    mentions: Mentions,
    findings: Sequence[Finding],
    *,
    paths: Sequence[str],
    stamp: Stamp,
) -> None:
    """Store a report, its mentions and findings in place of whatever was known of the same content or paths.

    Rows that would be the same again are left alone: when the rules change, most blocks and cells do not.
    To be called inside a transaction.
    """
    serial = ledger.give_serial(database, report.id)
    rows = child_rows(report, mentions, findings, serial)
    _put_document(database, document_row(report, serial, min(paths), stamp))
    database.execute(
        "delete from series_documents where document_id = ?", [report.id]
    )  # observed again later
    changed = _changed_tables(database, serial, rows)
    _clear(database, serial, changed)
    if "citations" in changed:
        _put_cited(database, mentions.citations)
    for table in changed:
        put_rows(database, rows[table])
    if "blocks" in changed:
        search_index.want(database, serial)
    if set(changed) - _NOT_COMPARED:
        comparing.want(database)
    for path in paths:
        point(database, path, report.id)


def point(database: Database, path: str, document_id: str) -> None:
    """Say that `path` holds this document; a document that no path holds any longer is removed.

    To be called inside a transaction.
    """
    former = ledger.document_at(database, path)
    ledger.put_file(database, path, document_id)
    if former is not None and former != document_id:
        remove_orphan(database, former)


def forget(database: Database, path: str) -> None:
    """Remove a path, its failure, and its document unless another path holds it; inside a transaction."""
    former = ledger.document_at(database, path)
    database.execute("delete from files where path = ?", [path])
    database.execute("delete from failures where path = ?", [path])
    if former is not None:
        remove_orphan(database, former)


def remove_orphan(database: Database, document_id: str) -> None:
    """Remove a document unless some path still holds it."""
    if ledger.refresh_path(database, document_id):
        return
    serial = ledger.give_serial(database, document_id)
    comparing.want(database)
    _clear(database, serial, _ALL_TABLES)
    database.execute("delete from documents where id = ?", [document_id])


def _changed_tables(database: Database, serial: int, rows: dict[str, Sequence[ChildRow]]) -> tuple[str, ...]:
    """Tables whose rows for this document are to be written, with those whose rows go with them."""
    changed = {
        table for table, row in TABLES if not has_rows(database, row, own_ids(serial, table), rows[table])
    }
    if "blocks" in changed:
        return _ALL_TABLES
    if "findings" in changed:
        changed.add("finding_places")
    return tuple(table for table in _ALL_TABLES if table in changed)


def _clear(database: Database, serial: int, tables: Sequence[str]) -> None:
    """Remove a document's rows; the cited documents it pointed to are settled after the batch."""
    if "citations" in tables:
        database.execute(
            "insert or ignore into pending select distinct 'settle', cited_document_id from citations "
            "where id >= ? and id < ? and cited_document_id is not null",
            own_ids(serial, "citations"),
        )
    if "blocks" in tables:
        search_index.remove(database, serial)
    for table in reversed(tables):
        delete_rows(database, table, own_ids(serial, table))


def _put_document(database: Database, row: DocumentRow) -> None:
    columns = DocumentRow._fields
    names = ", ".join(columns)
    values = ", ".join("?" * len(columns))
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in ("id", "serial"))
    database.execute(
        f"insert into documents ({names}) values ({values}) on conflict (id) do update set {updates}", row
    )


def _put_cited(database: Database, citations: Iterable[Citation]) -> None:
    """Make a row for each cited document; what it says of itself is settled from all its citations later."""
    keyed = {found.key: found for found in reversed(tuple(citations)) if found.key is not None}
    database.conn.executemany(
        "insert into cited_documents (id, key, type, number, year, symbol, code) "
        "values (?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing",
        [(cited_id(key), key, c.type, c.number, c.year, c.symbol, c.code) for key, c in keyed.items()],
    )
    database.conn.executemany(
        "insert or ignore into pending values ('settle', ?)", [(cited_id(key),) for key in keyed]
    )
