"""A database as the rules across reports see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from extractor.checks.rule import Rule


@dataclass(frozen=True)
class Archive:
    """The reports of a database; rules read it and write nothing but temporary tables."""

    database: Database

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one by one."""
        yield from self.database.execute(query, list(values))


ArchiveRule = Rule[Archive]
