"""What `show` lists of a document, one query a kind; columns bear the names of the tables'."""

from __future__ import annotations

from sqlite_utils import Database

from extractor.cli.output import Listing

_PLACE = 'm.page, b.section, m.start, m."end"'
_JOINED = "left join blocks b on b.id = m.block_id where m.document_id = ? order by m.start, m.id"

# kind: (query, columns for a terminal)
_QUERIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "citations": (
        "select m.raw, m.type, m.number, m.year, m.symbol, m.code, m.form, m.date, m.issuer, m.subject, m.confidence, "
        f"{_PLACE} from citations m {_JOINED}",
        ("page", "raw", "code", "date", "issuer", "subject", "confidence"),
    ),
    "dates": (
        "select m.raw, m.kind, m.from_date, m.to_date, m.resolved_from, m.resolved_to, m.confidence, "
        f"{_PLACE} from dates m {_JOINED}",
        ("page", "raw", "kind", "from_date", "to_date", "confidence"),
    ),
    "indicators": (
        "select m.raw, m.value, m.value_to, m.denominator, m.unit, m.label, m.scope, "
        "m.period_from, m.period_to, m.approx, w.raw as part_of, m.status, m.place, m.column_label, "
        "m.sheet, m.table_row, m.table_column, "
        "m.amount, m.amount_to, m.canonical_unit, m.measure, m.base, m.confidence, "
        f"{_PLACE} from indicators m left join indicators w on w.id = m.part_of {_JOINED}",
        (
            "page",
            "raw",
            "value",
            "unit",
            "amount",
            "measure",
            "label",
            "column_label",
            "period_from",
            "period_to",
            "part_of",
            "confidence",
        ),
    ),
    "blocks": (
        'select m.kind, m.level, m.label, m.section, m.page, m.start, m."end", m.text from blocks m '
        "where m.document_id = ? order by m.start, m.id",
        ("page", "kind", "label", "text"),
    ),
    "facts": (
        'select m.name, m.value, m.page, m.start, m."end" from facts m where m.document_id = ? order by m.id',
        ("name", "value", "page"),
    ),
    "findings": (
        "select m.rule, m.severity, m.message, m.expected, m.found, m.fix, m.basis, "
        'substr(d.text, m.start + 1, m."end" - m.start) as raw, '
        f"{_PLACE} from findings m join documents d on d.id = m.document_id {_JOINED}",
        ("page", "severity", "rule", "raw", "message", "expected"),
    ),
    "problems": (
        'select m.kind, m.message, m.advice, m.page, m.line, m.start, m."end" from problems m '
        "where m.document_id = ? order by m.id",
        ("page", "kind", "message", "advice"),
    ),
}
KINDS = tuple(_QUERIES)


def listing(database: Database, kind: str, document_id: str) -> Listing:
    """All rows of one kind in text order."""
    query, shown = _QUERIES[kind]
    cursor = database.execute(query, [document_id])
    columns = tuple(column[0] for column in cursor.description)
    return Listing(columns, tuple(cursor.fetchall()), shown)


def overview(database: Database, document_id: str) -> Listing:
    """One row: what the document is and how much was found in it."""
    cursor = database.execute("select * from documents_overview where id = ?", [document_id])
    columns = tuple(column[0] for column in cursor.description)
    return Listing(columns, tuple(cursor.fetchall()), columns)


def outline(database: Database, document_id: str) -> Listing:
    """The headings in order."""
    cursor = database.execute(
        "select level, heading, page from outline where document_id = ? order by start", [document_id]
    )
    return Listing(("level", "heading", "page"), tuple(cursor.fetchall()), ("level", "heading", "page"))


def cited(database: Database, document_id: str) -> Listing:
    """The documents that it cites most."""
    cursor = database.execute(
        "select coalesce(max(type), '') || ' ' || code as document, count(*) as citations, min(page) as page "
        "from citations where document_id = ? and code is not null group by code order by 2 desc, min(start)",
        [document_id],
    )
    columns = ("document", "citations", "page")
    return Listing(columns, tuple(cursor.fetchall()), columns)
