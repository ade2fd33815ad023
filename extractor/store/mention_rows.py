"""Mentions → rows, each placed in its block and on its page."""

from __future__ import annotations

import hashlib

from extractor.store.frame import Frame, finite
from extractor.store.rows import CitationRelationRow, CitationRow, DateRow, IndicatorRow
from patterns.mentions import Mentions, Span


def cited_id(key: str) -> int:
    """Id of a cited document: 53 bits of its key's hash, an integer that JSON readers keep exact."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8")).digest()[:8], "big") >> 11


def citation_rows(frame: Frame, mentions: Mentions) -> list[CitationRow]:
    """One row a citation."""
    return [
        CitationRow(
            frame.id(place),
            frame.report.id,
            frame.block_id(found.start),
            None if found.key is None else cited_id(found.key),
            found.start,
            found.end,
            frame.page(found.start),
            found.raw,
            found.type,
            found.number,
            found.year,
            found.symbol,
            found.code,
            found.form,
            found.date,
            found.issuer,
            found.subject,
            *_ends(found.date_span),
            *_ends(found.issuer_span),
            *_ends(found.subject_span),
            frame.confidence(found.start, found.end),
        )
        for place, found in enumerate(mentions.citations)
    ]


def relation_rows(frame: Frame, mentions: Mentions) -> list[CitationRelationRow]:
    """One row for what one cited document, or the report itself, does to another."""
    return [
        CitationRelationRow(
            frame.id(place),
            frame.report.id,
            frame.id_or_none(found.source),
            frame.id(found.target),
            found.kind,
            found.start,
            found.end,
            found.raw,
        )
        for place, found in enumerate(mentions.relations)
    ]


def date_rows(frame: Frame, mentions: Mentions) -> list[DateRow]:
    """One row a date or period."""
    return [
        DateRow(
            frame.id(place),
            frame.report.id,
            frame.block_id(found.start),
            found.start,
            found.end,
            frame.page(found.start),
            found.raw,
            found.kind,
            found.from_date,
            found.to_date,
            found.resolved_from,
            found.resolved_to,
            frame.confidence(found.start, found.end),
        )
        for place, found in enumerate(mentions.dates)
    ]


def indicator_rows(frame: Frame, mentions: Mentions) -> list[IndicatorRow]:
    """One row a quantity."""
    return [
        IndicatorRow(
            frame.id(place),
            frame.report.id,
            frame.block_id(found.start),
            found.start,
            found.end,
            frame.page(found.start),
            found.raw,
            finite(found.value),
            finite(found.value_to),
            finite(found.denominator),
            found.unit,
            found.label,
            found.scope,
            found.period_from,
            found.period_to,
            found.approx,
            frame.id_or_none(found.part_of),
            found.status,
            found.place,
            found.column_label,
            found.sheet,
            found.table_row,
            found.table_column,
            frame.confidence(found.start, found.end),
            finite(found.amount),
            finite(found.amount_to),
            found.canonical_unit,
            found.measure,
            found.base,
        )
        for place, found in enumerate(mentions.indicators)
    ]


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else span
