"""Opening a database: new, old, someone else's, or one that may only be read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from extractor.store import schema
from extractor.store.errors import StoreError, explain

MEMORY = ":memory:"
# A row that breaks a constraint, a value that no column can hold.
_OF_THE_REPORT = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, sqlite3.ProgrammingError)
_SECONDS_TO_WAIT = 5  # for another program's lock


def connect(path: Path | str, *, create: bool) -> Database:
    """Open the database and bring its schema up to date.

    Raises StoreError when there is none (and `create` is False), when the file is no SQLite database or one
    of another program, when a later version wrote it, and when it can be neither written nor read as it is.
    """
    _refuse_missing(path, create=create)
    with explained(path):
        database = _open(path)
        try:
            _prepare(database, path)
        except BaseException:
            database.close()
            raise
    return database


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn what SQLite raises inside into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error


@contextmanager
def rejecting(path: str) -> Iterator[None]:
    """Turn what is wrong with one report, not with the database, into StoreError("rejected")."""
    try:
        yield
    except (*_OF_THE_REPORT, ValueError, LookupError, TypeError, OverflowError) as error:
        raise StoreError(
            "rejected",
            f"{path} was read, but its rows could not be stored: {type(error).__name__}: {error}",
            "Nothing of it was stored. Please report this with the file.",
        ) from error


@contextmanager
def transaction(database: Database) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that what it reads still holds when it writes."""
    connection = database.conn
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def is_read_only(database: Database) -> bool:
    """Whether nothing can be written through this connection."""
    return bool(database.execute("pragma query_only").fetchone()[0])


def _refuse_missing(path: Path | str, *, create: bool) -> None:
    if str(path) == MEMORY or Path(path).exists():
        return
    if not create:
        raise StoreError(
            "no_database", f"no database at {path}", f"Run `baocao run FOLDER --db {path}` first to make it."
        )
    folder = Path(path).absolute().parent
    if not folder.is_dir():
        raise StoreError(
            "no_folder", f"no folder {folder} to make {path} in", f"Run `mkdir -p {folder}` first."
        )


def _open(path: Path | str) -> Database:
    if str(path) == MEMORY:
        return Database(memory=True)
    if Path(path).exists() and not _writable(Path(path)):
        # Beside a database in WAL mode SQLite must write two files of its own, unless it is told that nobody
        # else writes to it.
        uri = f"{Path(path).absolute().as_uri()}?immutable=1"
        database = Database(sqlite3.connect(uri, uri=True))
        database.execute("pragma query_only = on")
        return database
    return Database(sqlite3.connect(path, timeout=_SECONDS_TO_WAIT))


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _prepare(database: Database, path: Path | str) -> None:
    tables = database.table_names()
    if tables and not schema.is_archive(database):
        raise StoreError(
            "foreign",
            f"{path} is a SQLite database of another program (its tables: {', '.join(sorted(tables)[:5])})",
            "Name another file with --db; nothing in this one was changed.",
        )
    schema.refuse_newer(database)
    database.execute("pragma foreign_keys = on")
    if is_read_only(database):
        if not schema.is_current(database):
            raise StoreError(
                "older",
                f"{path} was written by an earlier version of baocao and may only be read",
                "Copy it to a place where you may write and open the copy.",
            )
        return
    database.enable_wal()
    database.execute("pragma synchronous = normal")
    if not schema.is_current(database):
        schema.migrate(database)
