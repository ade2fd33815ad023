"""What the tables and views of an archive hold: told by the comments of its schema, and by tables.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sqlite_utils import Database

_COMMENT = re.compile(r"--[ ]*(.*)")
_COLUMN = re.compile(r'^\s*"?(?P<name>\w+)"?\s[^-\n]*--[ ]*(?P<about>.*)$', re.M)
_OWN_WORK = re.compile(r"sqlite_|_sqlite_|blocks_search_")  # of SQLite, of migrations, inside the index


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `about` is None where its name says all."""

    name: str
    type: str
    about: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view ("table", "view"), what a row of it is, and its columns in order."""

    name: str
    kind: str
    about: str
    columns: tuple[Column, ...]


def describe(database: Database) -> list[Table]:
    """The views, which answer questions as they are, then the tables, each in the order of their names."""
    rows = database.execute(
        "select name, type, sql from sqlite_master where type in ('table', 'view') order by type desc, name"
    ).fetchall()
    return [_table(database, *row) for row in rows if not _OWN_WORK.match(row[0])]


def _table(database: Database, name: str, kind: str, sql: str) -> Table:
    told = _told().get(name, {})
    about = {match["name"]: match["about"] for match in _COLUMN.finditer(sql)} if kind == "table" else {}
    about |= told.get("columns", {})
    columns = database.execute("select name, type from pragma_table_info(?)", [name]).fetchall()
    return Table(
        name,
        kind,
        told.get("about") or _first_comment(sql),
        tuple(Column(column, declared.lower(), about.get(column)) for column, declared in columns),
    )


def _first_comment(sql: str) -> str:
    """The comment at the head of a view, its lines joined."""
    lines = []
    for line in sql.splitlines()[1:]:
        comment = _COMMENT.match(line)
        if comment is None:
            break
        lines.append(comment[1])
    return " ".join(lines)


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / "tables.toml").read_text("utf-8"))
