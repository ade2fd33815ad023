"""What the archive knows of each cited document, settled from all its citations after the batch.

The same citations always give the same rows, whatever the order in which the reports were read: each column
takes the value that most citations state, the first by code point among equals.
"""

from __future__ import annotations

from sqlite_utils import Database

_STATED = ("type", "number", "year", "symbol", "code", "date", "issuer", "subject")


def settle(database: Database) -> None:
    """Work out the cited documents whose citations have changed; to be called inside a transaction."""
    changed = "(select id from pending where task = 'settle')"
    updates = ", ".join(f"{column} = {_most_stated(column)}" for column in _STATED)
    citations = "from citations where cited_document_id = cited_documents.id"
    database.execute(
        f"update cited_documents set {updates}, mentions = (select count(*) {citations}), "
        f"reports = (select count(distinct document_id) {citations}) where id in {changed}"
    )
    database.execute(f"delete from cited_documents where mentions = 0 and id in {changed}")
    database.execute("delete from pending where task = 'settle'")


def is_pending(database: Database) -> bool:
    """Whether some cited document waits to be settled."""
    return database.execute("select 1 from pending where task = 'settle' limit 1").fetchone() is not None


def _most_stated(column: str) -> str:
    return (
        f"(select {column} from citations "
        f"where cited_document_id = cited_documents.id and {column} is not null "
        f"group by {column} order by count(*) desc, {column} limit 1)"
    )
