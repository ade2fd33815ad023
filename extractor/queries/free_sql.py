"""SQL of one's own, which can read everything and change nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

Value = str | int | float | bytes | None

_STEPS = 100_000  # of SQLite's machine between two looks at the clock


class QueryError(Exception):
    """A query that cannot be run; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query; `cut` says that there are more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    cut: bool


def ask(path: Path, query: str, *, limit: int | None = None, seconds: float | None = None) -> Answer:
    """Run one statement on the database file, opened for reading only.

    Args:
        limit: rows at most; seconds: that it may take.

    Raises QueryError for what is no query, would write, names what is not there, or takes too long.
    """
    with closing(_open(path)) as connection, _bounded(connection, seconds):
        try:
            cursor = connection.execute(query)
            if cursor.description is None:
                raise QueryError("this statement gives no rows; only queries can be asked")
            columns = tuple(column[0] for column in cursor.description)
            rows = cursor.fetchall() if limit is None else cursor.fetchmany(limit + 1)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise QueryError(_explained(error, seconds)) from error
    return Answer(columns, tuple(rows[:limit]), limit is not None and len(rows) > limit)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.execute("pragma query_only = on")
    return connection


@contextmanager
def _bounded(connection: sqlite3.Connection, seconds: float | None) -> Iterator[None]:
    if seconds is not None:
        end = monotonic() + seconds
        connection.set_progress_handler(lambda: monotonic() > end, _STEPS)
    yield


def _explained(error: Exception, seconds: float | None) -> str:
    message = str(error)
    if "interrupted" in message:
        return f"stopped after {seconds:g} seconds"
    if "readonly" in message or "not authorized" in message:
        return "this would change the database, which is opened for reading only"
    return message
