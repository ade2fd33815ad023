"""Filling the full-text index after the batch: twice as fast as in each document's transaction."""

from __future__ import annotations

from sqlite_utils import Database

from extractor.store.folding import with_marks, without_marks
from extractor.store.frame import child_id

# Running heads repeat on every page and are no finds.
_TEXTS = "select id, text from blocks where id >= ? and id < ? and kind <> 'furniture'"


def want(database: Database, serial: int) -> None:
    """Note that a document's blocks are to be indexed."""
    database.execute("insert or ignore into pending values ('index', ?)", [serial])


def wanted(database: Database, *, limit: int) -> list[int]:
    """Serials of documents whose blocks are not indexed yet."""
    rows = database.execute("select id from pending where task = 'index' order by id limit ?", [limit])
    return [int(row[0]) for row in rows]


def add(database: Database, serial: int) -> None:
    """Index the blocks of one document; to be called inside a transaction."""
    database.conn.executemany(
        "insert into blocks_search (rowid, body, body_fold) values (?, ?, ?)", _entries(database, serial)
    )
    database.execute("delete from pending where task = 'index' and id = ?", [serial])


def remove(database: Database, serial: int) -> None:
    """Take the blocks of a document out of the index, before they are deleted or replaced.

    The index keeps no text, so the words that were put in are worked out again from the blocks.
    """
    waiting = database.execute("delete from pending where task = 'index' and id = ?", [serial]).rowcount
    if not waiting:
        database.conn.executemany(
            "insert into blocks_search (blocks_search, rowid, body, body_fold) values ('delete', ?, ?, ?)",
            _entries(database, serial),
        )


def _entries(database: Database, serial: int) -> list[tuple[int, str, str]]:
    span = [child_id(serial, 0), child_id(serial + 1, 0)]
    rows = database.execute(_TEXTS, span).fetchall()
    return [(row, with_marks(text), without_marks(text)) for row, text in rows]
