"""`baocao sql` and `baocao schema`: questions of one's own, and what there is to ask about."""

from __future__ import annotations

import base64
from dataclasses import asdict
from pathlib import Path

from rich.text import Text

from extractor.cli.output import (
    Listing,
    Value,
    complain,
    console,
    guarded,
    is_plain,
    one_line,
    write_json,
    write_lines,
    write_listing,
)
from extractor.queries import free_sql
from extractor.queries.schema_help import Table, describe
from extractor.store import MEMORY, open_store

WRONG_QUERY = 2


def sql_command(query: str, db: Path, *, limit: int | None, seconds: float, as_json: bool) -> int:
    """Answer a query; returns the exit code."""
    return guarded(lambda: _sql(query, db, limit=limit, seconds=seconds, as_json=as_json))


def _sql(query: str, db: Path, *, limit: int | None, seconds: float, as_json: bool) -> int:
    with open_store(db, create=False) as store:
        store.settle()
    try:
        answer = free_sql.ask(db, query, limit=limit, seconds=seconds)
    except free_sql.QueryError as error:
        complain(str(error), "`baocao schema` tells what tables, views and columns there are.")
        return WRONG_QUERY
    rows = tuple(tuple(_shown(value) for value in row) for row in answer.rows)
    listing = Listing(answer.columns, rows, answer.columns)
    if as_json:
        write_json(listing.dictionaries())
    else:
        write_listing(listing)
    if answer.cut:
        complain(f"only the first {limit:,} rows are shown", "--limit shows more.")
    return 0


def _shown(value: free_sql.Value) -> Value:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def schema_command(name: str | None, db: Path | None, *, as_json: bool) -> int:
    """Tell what the tables and views hold; returns the exit code."""
    return guarded(lambda: _schema(name, db, as_json=as_json))


def _schema(name: str | None, db: Path | None, *, as_json: bool) -> int:
    with open_store(db or MEMORY, create=db is None) as store:
        tables = describe(store.database)
    chosen = [table for table in tables if name is None or table.name == name]
    if not chosen:
        complain(f"no table or view {name}", "`baocao schema` lists them.")
        return WRONG_QUERY
    if as_json:
        write_json([asdict(table) for table in chosen])
    elif name is not None:
        _print_columns(chosen[0])
    else:
        columns = ("name", "kind", "about")
        write_listing(Listing(columns, tuple((t.name, t.kind, t.about) for t in chosen), columns))
    return 0


def _print_columns(table: Table) -> None:
    if is_plain():
        write_lines([(column.name, column.type, column.about) for column in table.columns])
        return
    console().print(Text.assemble((table.name, "bold"), f"  {one_line(table.about)}\n"))
    columns = ("column", "type", "about")
    rows = tuple((column.name, column.type, column.about) for column in table.columns)
    write_listing(Listing(columns, rows, columns))
