"""Trouble with the database, told so that a person knows what to do next."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class StoreError(Exception):
    """The database cannot be opened, read or written.

    `kind` is a short stable word: "no_database", "no_folder", "not_sqlite", "foreign", "newer", "older",
    "locked", "disk_full", "read_only", "damaged", "failed"; or, of one report alone, "rejected", "too_large".
    """

    def __init__(self, kind: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.advice = advice


# What SQLite says, in the order in which it is looked for: (words of its message, kind, message, advice).
_CAUSES: tuple[tuple[str, str, str, str], ...] = (
    (
        "not a database",
        "not_sqlite",
        "{path} is not a SQLite database",
        "Name another file with --db; nothing in this one was changed.",
    ),
    (
        "locked",
        "locked",
        "{path} is in use by another program, which is writing to it",
        "Wait until that program (another `baocao run`, an editor) is done, or close it, and try again.",
    ),
    (
        "disk is full",
        "disk_full",
        "the disk that holds {path} is full",
        "Free some space and run the same command again: it goes on where it stopped.",
    ),
    (
        "disk i/o error",
        "disk_full",
        "{path} could not be written: disk input/output error",
        "Check free space, quota and the disk, then run the same command again: it goes on where it stopped.",
    ),
    (
        "readonly",
        "read_only",
        "{path} may only be read",
        "Give yourself write permission to the file and its folder, or name another file with --db.",
    ),
    (
        "malformed",
        "damaged",
        "{path} is damaged",
        "Put it aside and build it again with `baocao run`; `sqlite3 FILE .recover` may save the old rows.",
    ),
    (
        "unable to open",
        "no_folder",
        "{path} cannot be opened or created",
        "Check that its folder exists and that you may write there.",
    ),
)


def explain(error: sqlite3.Error, path: Path | str) -> StoreError:
    """Translate what SQLite raised.

    >>> explain(sqlite3.OperationalError("database is locked"), "archive.db").kind
    'locked'
    """
    said = str(error).lower()
    for words, kind, message, advice in _CAUSES:
        if words in said:
            return StoreError(kind, message.format(path=path), advice)
    return StoreError(
        "failed",
        f"{path}: SQLite says: {error}",
        "Check the file with `sqlite3 FILE 'pragma integrity_check'`; if it is sound, please report this.",
    )
