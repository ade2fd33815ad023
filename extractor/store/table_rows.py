"""Rows of a table by their ids: read, written, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from sqlite_utils import Database

from extractor.store.rows import TABLES, ChildRow

Row = TypeVar("Row", bound=NamedTuple)
Ids = tuple[int, int]  # from the first up to the second


def read_rows(database: Database, kind: type[Row], ids: Ids) -> list[Row]:
    """The rows with these ids, in their order."""
    return [kind(*row) for row in _select(database, kind, ids)]


def has_rows(database: Database, kind: type[NamedTuple], ids: Ids, rows: Sequence[ChildRow]) -> bool:
    """Whether exactly these rows have these ids, in their order."""
    return _select(database, kind, ids) == rows


def put_rows(database: Database, rows: Sequence[ChildRow]) -> None:
    """Insert rows of one kind."""
    if rows:
        kind = type(rows[0])
        values = ", ".join("?" * len(rows[0]))
        database.conn.executemany(f"insert into {table_of(kind)} ({_columns(kind)}) values ({values})", rows)


def delete_rows(database: Database, table: str, ids: Ids) -> None:
    """Delete the rows with these ids."""
    database.execute(f"delete from {table} where id >= ? and id < ?", ids)


def table_of(kind: type[NamedTuple]) -> str:
    """The table that a row belongs to."""
    return next(table for table, row in TABLES if row is kind)


def _select(database: Database, kind: type[NamedTuple], ids: Ids) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = database.execute(
        f"select {_columns(kind)} from {table_of(kind)} where id >= ? and id < ? order by id", ids
    ).fetchall()
    return found


def _columns(kind: type[NamedTuple]) -> str:
    return ", ".join(f'"{name}"' for name in kind._fields)
