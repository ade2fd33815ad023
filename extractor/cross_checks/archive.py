"""A database as the rules across reports see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from extractor.checks.rule import Rule
from extractor.cross_checks.editions import EDITIONS, read_editions


@dataclass(frozen=True)
class Archive:
    """The reports of a database, with tables of the moment that rules share; nothing else is written.

    The first of those tables is `editions`: for each document the report that it is an edition of, and the
    day by which reports are put in order.
    """

    database: Database
    _tables: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.need("editions", EDITIONS, lambda: read_editions(self.database))

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one by one."""
        yield from self.database.execute(query, list(values))

    def need(
        self,
        table: str,
        columns: str,
        rows: Callable[[], Iterable[Sequence[object]]],
        indexes: Sequence[str] = (),
    ) -> None:
        """Make a table of the moment, unless it is there already.

        Args:
            columns: as in `create table`; indexes: the columns of each.
            rows: gives what it holds.
        """
        if table in self._tables:
            return
        self._tables.add(table)
        connection = self.database.conn
        connection.execute(f"drop table if exists temp.{table}")
        connection.execute(f"create temp table {table} ({columns})")
        marks = ", ".join("?" * len(connection.execute(f"select * from temp.{table}").description))
        connection.executemany(f"insert into temp.{table} values ({marks})", rows())
        for number, indexed in enumerate(indexes):
            connection.execute(f"create index temp.{table}_{number} on {table} ({indexed})")
        connection.commit()

    def close(self) -> None:
        """Drop the tables of the moment."""
        while self._tables:
            self.database.conn.execute(f"drop table if exists temp.{self._tables.pop()}")


ArchiveRule = Rule[Archive]
