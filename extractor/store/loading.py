"""Rows → the report and the mentions that they were made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from extractor.elements import Box, Origin
from extractor.problems import Problem
from extractor.report import Block, BlockKind, Fact, Facts, Footnote, Report
from extractor.store.frame import own_ids, place_of
from extractor.store.loading_mentions import load_mentions
from extractor.store.rows import (
    BlockRow,
    CellRow,
    DocumentRow,
    FactRow,
    FootnoteRow,
    OriginRow,
    ProblemRow,
    RecipientRow,
)
from extractor.store.table_rows import read_rows
from patterns.mentions import Mentions
from patterns.passages import Cell


def load(database: Database, document_id: str) -> tuple[Report, Mentions]:
    """A stored report and its mentions.

    They are equal to what was saved, but for what no column holds: a problem is told with the page that its
    place stands on, numbers that are not finite are lost, and `path` is the first of the known ones.

    Raises LookupError when there is no such document.
    """
    columns = ", ".join(DocumentRow._fields)
    found = database.execute(f"select {columns} from documents where id = ?", [document_id]).fetchone()
    if found is None:
        raise LookupError(f"no document {document_id}")
    row = DocumentRow(*found)
    blocks = _blocks(database, row.serial)
    report = Report(
        id=row.id,
        path=row.path,
        format=row.format,
        text=row.text,
        blocks=blocks,
        footnotes=_footnotes(database, row.serial, blocks),
        facts=_facts(database, row),
        problems=_problems(database, row.serial),
        parser=row.parser,
        pages=row.pages,
        encoding=row.encoding,
        language=row.language,
    )
    return report, load_mentions(database, row.serial)


def _blocks(database: Database, serial: int) -> tuple[Block, ...]:
    rows = read_rows(database, BlockRow, own_ids(serial, "blocks"))
    origins: defaultdict[int, list[Origin]] = defaultdict(list)
    for origin in read_rows(database, OriginRow, own_ids(serial, "origins")):
        origins[origin.block_id].append(_origin(origin))
    cells: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in read_rows(database, CellRow, own_ids(serial, "cells")):
        cells[cell.block_id].append(_cell(cell))
    heading_above = {row.id: row.section_id for row in rows}
    return tuple(
        Block(
            index=place_of(row.id),
            kind=BlockKind(row.kind),
            start=row.start,
            end=row.end,
            level=row.level,
            label=row.label,
            section=_section(row.section_id, heading_above),
            page=row.page,
            lead=None if row.lead_id is None else place_of(row.lead_id),
            cells=tuple(cells[row.id]),
            sheet=row.sheet,
            origins=tuple(origins[row.id]),
            encoding=row.encoding,
            certainty=row.certainty,
        )
        for row in rows
    )


def _section(innermost: int | None, heading_above: Mapping[int, int | None]) -> tuple[int, ...]:
    """The headings that a block stands under, outermost first, by following each to the one above it."""
    section: list[int] = []
    while innermost is not None:
        section.append(place_of(innermost))
        innermost = heading_above[innermost]
    return tuple(reversed(section))


def _origin(row: OriginRow) -> Origin:
    box: Box | None = None
    if row.x0 is not None and row.top is not None and row.x1 is not None and row.bottom is not None:
        box = (row.x0, row.top, row.x1, row.bottom)
    return Origin(row.start, row.end, row.page, row.line, row.offset, box, row.part, row.confidence)


def _cell(row: CellRow) -> Cell:
    return Cell(
        row.row, row.column, row.start, row.end, row.row_span, row.column_span, row.value, bool(row.hidden)
    )


def _footnotes(database: Database, serial: int, blocks: Sequence[Block]) -> tuple[Footnote, ...]:
    footnotes = []
    for row in read_rows(database, FootnoteRow, own_ids(serial, "footnotes")):
        body = None if row.body_id is None else place_of(row.body_id)
        stands = body if row.block_id is None else place_of(row.block_id)
        section = () if stands is None else _section_within(blocks[stands])
        footnotes.append(Footnote(row.label, row.marker_start, row.marker_end, body, section))
    return tuple(footnotes)


def _section_within(block: Block) -> tuple[int, ...]:
    """A mark in a heading stands in the section that the heading opens."""
    return (*block.section, block.index) if block.kind is BlockKind.HEADING else block.section


def _facts(database: Database, row: DocumentRow) -> Facts:
    facts = read_rows(database, FactRow, own_ids(row.serial, "facts"))
    recipients = read_rows(database, RecipientRow, own_ids(row.serial, "recipients"))
    return Facts(
        type=row.type,
        number=row.number,
        issuer=row.issuer,
        province=row.province,
        place=row.place,
        date=row.date,
        title=row.title,
        period_from=row.period_from,
        period_to=row.period_to,
        signer=row.signer,
        signer_title=row.signer_title,
        recipients=tuple(recipient.name for recipient in recipients),
        evidence=tuple(Fact(fact.name, fact.value, fact.start, fact.end) for fact in facts),
    )


def _problems(database: Database, serial: int) -> tuple[Problem, ...]:
    return tuple(
        Problem(row.kind, row.message, row.advice, row.page, row.line, row.start, row.end)
        for row in read_rows(database, ProblemRow, own_ids(serial, "problems"))
    )
