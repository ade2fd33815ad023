"""The rows of the tables, one class a table; field names are the columns in the schema's order.

They are named tuples, for SQLite takes tuples as they are.
"""

from __future__ import annotations

from typing import NamedTuple


class DocumentRow(NamedTuple):
    """A row of `documents`."""

    id: str
    serial: int
    path: str
    format: str
    title: str | None
    type: str | None
    number: str | None
    issuer: str | None
    province: str | None
    place: str | None
    date: str | None
    period_from: str | None
    period_to: str | None
    signer: str | None
    signer_title: str | None
    pages: int | None
    language: str | None
    encoding: str | None
    parser: str
    version: str
    configuration: str
    text: str


class BlockRow(NamedTuple):
    """A row of `blocks`."""

    id: int
    document_id: str
    kind: str
    level: int | None
    label: str | None
    section: str | None
    section_id: int | None
    lead_id: int | None
    page: int | None
    sheet: str | None
    start: int
    end: int
    text: str
    encoding: str | None
    certainty: float | None


class OriginRow(NamedTuple):
    """A row of `origins`."""

    id: int
    document_id: str
    block_id: int
    start: int
    end: int
    page: int | None
    line: int | None
    offset: int | None
    x0: float | None
    top: float | None
    x1: float | None
    bottom: float | None
    part: str | None
    confidence: float | None


class CellRow(NamedTuple):
    """A row of `cells`."""

    id: int
    document_id: str
    block_id: int
    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int
    text: str
    value: float | None
    hidden: int


class FootnoteRow(NamedTuple):
    """A row of `footnotes`."""

    id: int
    document_id: str
    block_id: int | None
    body_id: int | None
    label: str
    marker_start: int | None
    marker_end: int | None
    section: str | None
    page: int | None


class FactRow(NamedTuple):
    """A row of `facts`."""

    id: int
    document_id: str
    block_id: int | None
    name: str
    value: str
    start: int | None
    end: int | None
    page: int | None


class RecipientRow(NamedTuple):
    """A row of `recipients`."""

    id: int
    document_id: str
    name: str


class CitationRow(NamedTuple):
    """A row of `citations`."""

    id: int
    document_id: str
    block_id: int | None
    cited_document_id: int | None
    start: int
    end: int
    page: int | None
    raw: str
    type: str | None
    number: str | None
    year: int | None
    symbol: str | None
    code: str | None
    form: str
    date: str | None
    issuer: str | None
    subject: str | None
    date_start: int | None
    date_end: int | None
    issuer_start: int | None
    issuer_end: int | None
    subject_start: int | None
    subject_end: int | None
    confidence: float | None


class CitationRelationRow(NamedTuple):
    """A row of `citation_relations`."""

    id: int
    document_id: str
    source_id: int | None
    target_id: int
    kind: str
    start: int
    end: int
    raw: str


class DateRow(NamedTuple):
    """A row of `dates`."""

    id: int
    document_id: str
    block_id: int | None
    start: int
    end: int
    page: int | None
    raw: str
    kind: str
    from_date: str | None
    to_date: str | None
    resolved_from: str | None
    resolved_to: str | None
    confidence: float | None


class IndicatorRow(NamedTuple):
    """A row of `indicators`."""

    id: int
    document_id: str
    block_id: int | None
    start: int
    end: int
    page: int | None
    raw: str
    value: float | None
    value_to: float | None
    denominator: float | None
    unit: str | None
    label: str | None
    scope: str | None
    period_from: str | None
    period_to: str | None
    approx: str | None
    part_of: int | None
    status: str | None
    place: str | None
    column_label: str | None
    sheet: str | None
    table_row: int | None
    table_column: str | None
    confidence: float | None
    amount: float | None
    amount_to: float | None
    canonical_unit: str | None
    measure: str | None
    base: str | None


class ProblemRow(NamedTuple):
    """A row of `problems`."""

    id: int
    document_id: str
    block_id: int | None
    kind: str
    message: str
    advice: str
    page: int | None
    line: int | None
    start: int | None
    end: int | None


class FindingRow(NamedTuple):
    """A row of `findings`."""

    id: int
    document_id: str
    block_id: int | None
    rule: str
    severity: str
    basis: str
    start: int
    end: int
    page: int | None
    message: str
    template: str
    arguments: str
    expected: str | None
    found: str | None
    fix_start: int | None
    fix_end: int | None
    fix: str | None


class FindingPlaceRow(NamedTuple):
    """A row of `finding_places`."""

    id: int
    finding_id: int
    document_id: str
    start: int
    end: int
    page: int | None
    note: str | None
    template: str | None
    arguments: str | None


ChildRow = (
    BlockRow
    | OriginRow
    | CellRow
    | FootnoteRow
    | FactRow
    | RecipientRow
    | CitationRow
    | CitationRelationRow
    | DateRow
    | IndicatorRow
    | ProblemRow
    | FindingRow
    | FindingPlaceRow
)

# Every table below `documents`, each after those that it points to.
TABLES: tuple[tuple[str, type[ChildRow]], ...] = (
    ("blocks", BlockRow),
    ("origins", OriginRow),
    ("cells", CellRow),
    ("footnotes", FootnoteRow),
    ("facts", FactRow),
    ("recipients", RecipientRow),
    ("citations", CitationRow),
    ("citation_relations", CitationRelationRow),
    ("dates", DateRow),
    ("indicators", IndicatorRow),
    ("problems", ProblemRow),
    ("findings", FindingRow),
    ("finding_places", FindingPlaceRow),
)
