"""The numbered steps that bring a database to the present schema, each recorded in `_sqlite_migrations`.

A later change of the schema is one more file in `migrations/`, named by the next number; files that have been
released are never edited.
"""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database, Migrations

from extractor.store.errors import StoreError

MIGRATIONS = "baocao"
_FOLDER = Path(__file__).parent / "migrations"


def steps() -> tuple[str, ...]:
    """Names of all migrations in order.

    >>> steps()[0]
    '0001_tables'
    """
    return tuple(sorted(path.stem for path in _FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql")))


def migrate(database: Database, *, stop_before: str | None = None) -> None:
    """Apply the steps that the database lacks, each in a transaction of its own.

    Raises StoreError("newer") when it has steps that this program does not know.
    """
    migrations = _migrations()
    refuse_newer(database)
    migrations.apply(database, stop_before=stop_before)


def is_current(database: Database) -> bool:
    """Whether the database has every step."""
    return not _migrations().pending(database)


def is_archive(database: Database) -> bool:
    """Whether the database was made by this program."""
    return bool(_migrations().applied(database))


def refuse_newer(database: Database) -> None:
    """Raise StoreError("newer") when a later version of this program has changed the database."""
    unknown = sorted({step.name for step in _migrations().applied(database)} - set(steps()))
    if unknown:
        raise StoreError(
            "newer",
            f"the database was written by a later version of baocao (its schema has {unknown[-1]}, "
            f"this version knows {steps()[-1]})",
            "Install that version (`pip install --upgrade baocao`) or name another file with --db.",
        )


def _migrations() -> Migrations:
    migrations = Migrations(MIGRATIONS)
    for step in steps():
        _add(migrations, step)
    return migrations


def _add(migrations: Migrations, step: str) -> None:
    script = (_FOLDER / f"{step}.sql").read_text(encoding="utf-8")

    def apply(database: Database, /) -> None:
        database.executescript(script)

    migrations(name=step)(apply)
