"""Which documents are editions of one report: the Word file, its PDF and its scan say the same thing once."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from patterns.folding import fold

EDITIONS = "document_id text primary key, edition integer not null, day text"


def read_editions(database: Database) -> Iterator[tuple[str, int, str | None]]:
    """Each document with the serial of the first edition of its report, and the report's day.

    Two documents are editions of one report when they bear the same number, date and issuer, or the same
    title, date and province. The day is that of issue, else the last one of the period covered.
    """
    first: dict[tuple[object, ...], int] = {}
    rows = database.execute(
        "select id, serial, date, number, issuer, title, province, period_to from documents order by serial"
    )
    for document, serial, date, number, issuer, title, province, period_to in rows.fetchall():
        names: list[tuple[object, ...]] = []
        if date and number:
            names.append(("number", date, fold(number), fold(issuer or "")))
        if date and title:
            names.append(("title", date, fold(title), province))
        edition = min([first[name] for name in names if name in first], default=serial)
        first |= dict.fromkeys(names, edition)
        yield document, edition, date or period_to
