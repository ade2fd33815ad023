"""Rows → mentions."""

from __future__ import annotations

import math
from typing import cast

from sqlite_utils import Database

from extractor.store.frame import own_ids, place_of
from extractor.store.rows import CitationRelationRow, CitationRow, DateRow, IndicatorRow
from extractor.store.table_rows import read_rows
from patterns.mentions import (
    Citation,
    CitationForm,
    Date,
    DateKind,
    Indicator,
    Measure,
    Mentions,
    Relation,
    RelationKind,
    Span,
    Status,
)

_KEYS = (
    "select distinct k.id, k.key from citations c join cited_documents k on k.id = c.cited_document_id "
    "where c.id >= ? and c.id < ?"
)


def load_mentions(database: Database, serial: int) -> Mentions:
    """The mentions of a stored document, each kind in the order in which it was saved."""
    keys: dict[int | None, str] = dict(database.execute(_KEYS, own_ids(serial, "citations")).fetchall())
    return Mentions(
        citations=tuple(
            _citation(row, keys.get(row.cited_document_id))
            for row in read_rows(database, CitationRow, own_ids(serial, "citations"))
        ),
        dates=tuple(_date(row) for row in read_rows(database, DateRow, own_ids(serial, "dates"))),
        indicators=tuple(
            _indicator(row) for row in read_rows(database, IndicatorRow, own_ids(serial, "indicators"))
        ),
        relations=tuple(
            _relation(row)
            for row in read_rows(database, CitationRelationRow, own_ids(serial, "citation_relations"))
        ),
    )


def _citation(row: CitationRow, key: str | None) -> Citation:
    return Citation(
        start=row.start,
        end=row.end,
        raw=row.raw,
        type=row.type or "",
        number=row.number,
        year=row.year,
        symbol=row.symbol,
        code=row.code,
        form=cast(CitationForm, row.form),
        date=row.date,
        issuer=row.issuer,
        subject=row.subject,
        date_span=_span(row.date_start, row.date_end),
        issuer_span=_span(row.issuer_start, row.issuer_end),
        subject_span=_span(row.subject_start, row.subject_end),
        key=key,
    )


def _date(row: DateRow) -> Date:
    return Date(
        row.start,
        row.end,
        row.raw,
        cast(DateKind, row.kind),
        row.from_date,
        row.to_date,
        row.resolved_from,
        row.resolved_to,
    )


def _indicator(row: IndicatorRow) -> Indicator:
    return Indicator(
        start=row.start,
        end=row.end,
        raw=row.raw,
        value=math.nan if row.value is None else row.value,
        unit=row.unit,
        label=row.label,
        value_to=row.value_to,
        denominator=row.denominator,
        scope=row.scope,
        period_from=row.period_from,
        period_to=row.period_to,
        approx=row.approx,
        part_of=None if row.part_of is None else place_of(row.part_of),
        status=cast(Status | None, row.status),
        place=row.place,
        column_label=row.column_label,
        sheet=row.sheet,
        table_row=row.table_row,
        table_column=row.table_column,
        amount=row.amount,
        amount_to=row.amount_to,
        canonical_unit=row.canonical_unit,
        measure=cast(Measure | None, row.measure),
        base=row.base,
    )


def _relation(row: CitationRelationRow) -> Relation:
    source = None if row.source_id is None else place_of(row.source_id)
    return Relation(
        row.start, row.end, row.raw, cast(RelationKind, row.kind), source, place_of(row.target_id)
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)
