"""Lists of documents in files: CSV, or a table of an SQLite database → rows by the names of their columns."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

_SQLITE = b"SQLite format 3\x00"
REQUIRED = ("type", "code", "date")
# Columns of a table of mentions: what reports cite is no list of what there is.
_OF_MENTIONS = {"start", "raw"}

Row = Mapping[str, str]


class RegistryError(ValueError):
    """A file that holds no list of documents, with what was found there and what to do."""


def read_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """The rows of a list with their numbers in the file, counted from 1 with the head; cells are stripped text.

    Raises RegistryError when the file cannot be read or lacks one of the columns `type`, `code` and `date`.
    """
    try:
        with path.open("rb") as file:
            database = file.read(len(_SQLITE)) == _SQLITE
        yield from _of_database(path) if database else _of_csv(path)
    except (OSError, UnicodeDecodeError, csv.Error, sqlite3.Error) as error:
        raise RegistryError(f"{path}: cannot be read as a list of documents ({error})") from error


def _of_csv(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        delimiter = max((",", ";", "\t"), key=head.count)
        reader = csv.reader(file, delimiter=delimiter)
        names = next(reader, [])
        _require(path, "the first line", names)
        for cells in reader:
            yield reader.line_num, {name: cell.strip() for name, cell in zip(names, cells, strict=False)}


def _of_database(path: Path) -> Iterator[tuple[int, Row]]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        table = _table(path, database)
        rows = database.execute(f'select * from "{table}"')
        columns = [column[0] for column in rows.description]
        for number, row in enumerate(rows, start=1):
            yield number, {name: str(row[name]).strip() for name in columns if row[name] is not None}


def _table(path: Path, database: sqlite3.Connection) -> str:
    names = [str(row[0]) for row in database.execute("select name from sqlite_master where type = 'table'")]
    columns = {
        name: {row[1] for row in database.execute("select * from pragma_table_info(?)", [name])}
        for name in names
    }
    fitting = [
        name
        for name in names
        if columns[name].issuperset(REQUIRED) and not columns[name].issuperset(_OF_MENTIONS)
    ]
    if len(fitting) != 1:
        found = f"{len(fitting)} tables have" if fitting else "no table has"
        raise RegistryError(
            f"{path}: {found} the columns {', '.join(REQUIRED)}; keep the list in one table with these columns"
        )
    return fitting[0]


def _require(path: Path, place: str, present: Sequence[str]) -> None:
    missing = [name for name in REQUIRED if name not in present]
    if missing:
        raise RegistryError(
            f"{path}: {place} names no column {', '.join(missing)}; found: {', '.join(present) or 'nothing'}"
        )
