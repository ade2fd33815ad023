"""Finding a document by what a person types: its path, the end of it, or the first letters of its id."""

from __future__ import annotations

import os
from dataclasses import dataclass

from sqlite_utils import Database

_LEAST_LETTERS = 4  # of an id; fewer are too likely to be a name


@dataclass(frozen=True, slots=True)
class Found:
    """A document that fits; `path` is the one that fits, where it was looked for by path."""

    id: str
    path: str


def find_documents(database: Database, name: str) -> list[Found]:
    """Documents that fit: the one at that very path, else those by id, else those by the end of a path."""
    return _at(database, name) or _by_id(database, name.lower()) or _by_end(database, name)


def _at(database: Database, name: str) -> list[Found]:
    path = os.path.abspath(name)  # noqa: PTH100 - paths are known without "..", with their links as they are
    rows = database.execute("select document_id, path from files where path = ?", [path])
    return [Found(*row) for row in rows.fetchall()]


def _by_id(database: Database, letters: str) -> list[Found]:
    if len(letters) < _LEAST_LETTERS or set(letters) - set("0123456789abcdef"):
        return []
    rows = database.execute(
        "select id, path from documents where id >= ? and id < ? order by id", [letters, letters + "g"]
    )
    return [Found(*row) for row in rows.fetchall()]


def _by_end(database: Database, name: str) -> list[Found]:
    end = "/" + name.removeprefix("./").lstrip("/")
    rows = database.execute(
        "select document_id, min(path) from files where substr(path, -length(:end)) = :end "
        "group by document_id order by 2",
        {"end": end},
    )
    return [Found(*row) for row in rows.fetchall()]
