"""What is known of files: which content each path holds, what failed, what each run did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from sqlite_utils import Database

from extractor.store.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read or stored, told so that a person can act.

    Attributes:
        kind: a short stable word ("empty", "encrypted", "timeout", "crashed", "out_of_memory").
        document_id: sha256 of the content, None when the file could not even be opened.
    """

    path: str
    kind: str
    message: str
    advice: str
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run did with the files it found: found = stored + unchanged + failed + skipped.

    `gone` are known files that are no longer in the folders given; `pages` are those of the stored files.
    """

    found: int = 0
    stored: int = 0
    unchanged: int = 0
    failed: int = 0
    skipped: int = 0
    gone: int = 0
    pages: int = 0


def give_serial(database: Database, document_id: str) -> int:
    """The serial number of a content, which it keeps for good; the next free one when it is new."""
    known = database.execute("select serial from serials where document_id = ?", [document_id]).fetchone()
    if known is not None:
        return int(known[0])
    last = database.execute("select coalesce(max(serial), 0) from serials").fetchone()[0]
    database.execute("insert into serials (document_id, serial) values (?, ?)", [document_id, last + 1])
    return int(last) + 1


def stamp_of(database: Database, document_id: str) -> Stamp | None:
    """The extractor that made the stored rows of a content, None when none are stored."""
    row = database.execute(
        "select version, configuration from documents where id = ?", [document_id]
    ).fetchone()
    return None if row is None else Stamp(*row)


def document_at(database: Database, path: str) -> str | None:
    """The content last stored for a path."""
    row = database.execute("select document_id from files where path = ?", [path]).fetchone()
    return None if row is None else str(row[0])


def is_known(database: Database, path: str, document_id: str) -> bool:
    """Whether a path is known to hold this content, is not gone and has no failure: nothing to write."""
    row = database.execute(
        "select 1 from files where path = ? and document_id = ? and gone_run_id is null "
        "and not exists (select 1 from failures where failures.path = files.path)",
        [path, document_id],
    ).fetchone()
    return row is not None


def put_file(database: Database, path: str, document_id: str) -> None:
    """Record that a path holds this content; whatever failed there or was gone is so no longer."""
    database.execute(
        "insert into files (path, document_id) values (?, ?) "
        "on conflict (path) do update set document_id = excluded.document_id, gone_run_id = null",
        [path, document_id],
    )
    database.execute("delete from failures where path = ?", [path])
    refresh_path(database, document_id)


def refresh_path(database: Database, document_id: str) -> bool:
    """Name a document by the first of its paths, gone ones last; False when it has none."""
    row = database.execute(
        "select path from files where document_id = ? order by gone_run_id is not null, path limit 1",
        [document_id],
    ).fetchone()
    if row is None:
        return False
    database.execute(
        "update documents set path = ? where id = ? and path <> ?", [row[0], document_id, row[0]]
    )
    return True


def put_failure(database: Database, failure: Failure, run_id: int | None) -> None:
    """Record a failure in place of an earlier one of the same path."""
    database.execute(
        "insert or replace into failures (path, kind, message, advice, document_id, run_id) "
        "values (?, ?, ?, ?, ?, ?)",
        [failure.path, failure.kind, failure.message, failure.advice, failure.document_id, run_id],
    )


def known_paths(database: Database) -> list[str]:
    """All paths whose content or failure is recorded."""
    rows = database.execute("select path from files union select path from failures order by path")
    return [str(row[0]) for row in rows]


def mark_gone(database: Database, paths: Iterable[str], run_id: int) -> None:
    """Note files that are no longer where they were; their rows stay, their failures go."""
    for path in paths:
        database.execute(
            "update files set gone_run_id = ? where path = ? and gone_run_id is null", [run_id, path]
        )
        database.execute("delete from failures where path = ?", [path])
        known = document_at(database, path)
        if known is not None:
            refresh_path(database, known)


def start_run(database: Database, *, started: str, stamp: Stamp, options: str) -> int:
    """Open the row of a run and return its id."""
    cursor = database.execute(
        "insert into runs (started, version, configuration, options) values (?, ?, ?, ?)",
        [started, stamp.version, stamp.configuration, options],
    )
    return int(cursor.lastrowid or 0)


def finish_run(database: Database, run_id: int, *, finished: str, state: str, counts: Counts) -> None:
    """Close the row of a run with its state ("finished", "interrupted", "failed") and counts."""
    names = [field.name for field in fields(Counts)]
    updates = ", ".join(f"{name} = ?" for name in names)
    values = [getattr(counts, name) for name in names]
    database.execute(
        f"update runs set finished = ?, state = ?, {updates} where id = ?", [finished, state, *values, run_id]
    )
