"""A report and its mentions → all rows that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.checks.finding import Finding
from extractor.report import Report
from extractor.store import finding_rows, mention_rows, report_rows
from extractor.store.errors import StoreError
from extractor.store.frame import frame_of, own_ids
from extractor.store.rows import ChildRow, DocumentRow
from extractor.store.stamp import Stamp
from patterns.mentions import Mentions


def document_row(report: Report, serial: int, path: str, stamp: Stamp) -> DocumentRow:
    """The row of `documents`."""
    facts = report.facts
    return DocumentRow(
        report.id,
        serial,
        path,
        report.format,
        facts.title,
        facts.type,
        facts.number,
        facts.issuer,
        facts.province,
        facts.place,
        facts.date,
        facts.period_from,
        facts.period_to,
        facts.signer,
        facts.signer_title,
        report.pages,
        report.language,
        report.encoding,
        report.parser,
        stamp.version,
        stamp.configuration,
        report.text,
    )


def child_rows(
    report: Report, mentions: Mentions, findings: Sequence[Finding], serial: int
) -> dict[str, Sequence[ChildRow]]:
    """All rows below the document, by table.

    Raises StoreError("too_large") when one kind has more rows than ids.
    """
    frame = frame_of(report, serial)
    rows: dict[str, Sequence[ChildRow]] = {
        "blocks": report_rows.block_rows(frame),
        "origins": report_rows.origin_rows(frame),
        "cells": report_rows.cell_rows(frame),
        "footnotes": report_rows.footnote_rows(frame),
        "facts": report_rows.fact_rows(frame),
        "recipients": report_rows.recipient_rows(frame),
        "citations": mention_rows.citation_rows(frame, mentions),
        "citation_relations": mention_rows.relation_rows(frame, mentions),
        "dates": mention_rows.date_rows(frame, mentions),
        "indicators": mention_rows.indicator_rows(frame, mentions),
        "problems": report_rows.problem_rows(frame),
        "findings": finding_rows.finding_rows(frame, findings),
        "finding_places": finding_rows.place_rows(frame, findings),
    }
    for table, filled in rows.items():
        first, last = own_ids(serial, table)
        if len(filled) > last - first:
            raise StoreError(
                "too_large",
                f"{report.path} has {len(filled):,} {table}; a document can have {last - first:,}",
                "Split the file and read its parts.",
            )
    return rows
