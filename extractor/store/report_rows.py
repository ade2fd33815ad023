"""A report → the rows that say how it is made: blocks, origins, cells, footnotes, facts, problems."""

from __future__ import annotations

from extractor.elements import Box
from extractor.store.frame import Frame, finite
from extractor.store.rows import (
    BlockRow,
    CellRow,
    FactRow,
    FootnoteRow,
    OriginRow,
    ProblemRow,
    RecipientRow,
)


def block_rows(frame: Frame) -> list[BlockRow]:
    """One row a block."""
    return [
        BlockRow(
            frame.id(block.index),
            frame.report.id,
            block.kind.value,
            block.level,
            block.label,
            frame.section(block.section),
            frame.id(block.section[-1]) if block.section else None,
            frame.id_or_none(block.lead),
            block.page,
            block.sheet,
            block.start,
            block.end,
            frame.slice(block.start, block.end),
            block.encoding,
            block.certainty,
        )
        for block in frame.report.blocks
    ]


def origin_rows(frame: Frame) -> list[OriginRow]:
    """One row a run of a block."""
    runs = ((block, origin) for block in frame.report.blocks for origin in block.origins)
    return [
        OriginRow(
            frame.id(place),
            frame.report.id,
            frame.id(block.index),
            origin.start,
            origin.end,
            origin.page,
            origin.line,
            origin.offset,
            *_corners(origin.box),
            origin.part,
            origin.confidence,
        )
        for place, (block, origin) in enumerate(runs)
    ]


def cell_rows(frame: Frame) -> list[CellRow]:
    """One row a cell of a table."""
    cells = ((block, cell) for block in frame.report.blocks for cell in block.cells)
    return [
        CellRow(
            frame.id(place),
            frame.report.id,
            frame.id(block.index),
            cell.row,
            cell.column,
            cell.row_span,
            cell.column_span,
            cell.start,
            cell.end,
            frame.slice(cell.start, cell.end),
            finite(cell.value),
            int(cell.hidden),
        )
        for place, (block, cell) in enumerate(cells)
    ]


def footnote_rows(frame: Frame) -> list[FootnoteRow]:
    """One row a footnote."""
    return [
        FootnoteRow(
            frame.id(place),
            frame.report.id,
            frame.block_id(footnote.marker_start),
            frame.id_or_none(footnote.body),
            footnote.label,
            footnote.marker_start,
            footnote.marker_end,
            frame.section(footnote.section),
            frame.page(footnote.marker_start),
        )
        for place, footnote in enumerate(frame.report.footnotes)
    ]


def fact_rows(frame: Frame) -> list[FactRow]:
    """One row a fact that the report states of itself."""
    return [
        FactRow(
            frame.id(place),
            frame.report.id,
            frame.block_id(fact.start),
            fact.name,
            fact.value,
            fact.start,
            fact.end,
            frame.page(fact.start),
        )
        for place, fact in enumerate(frame.report.facts.evidence)
    ]


def recipient_rows(frame: Frame) -> list[RecipientRow]:
    """One row a line under "Nơi nhận"."""
    names = enumerate(frame.report.facts.recipients)
    return [RecipientRow(frame.id(place), frame.report.id, name) for place, name in names]


def problem_rows(frame: Frame) -> list[ProblemRow]:
    """One row a problem met while reading."""
    return [
        ProblemRow(
            frame.id(place),
            frame.report.id,
            frame.block_id(problem.start),
            problem.kind,
            problem.message,
            problem.advice,
            problem.page if problem.page is not None else frame.page(problem.start),
            problem.line,
            problem.start,
            problem.end,
        )
        for place, problem in enumerate(frame.report.problems)
    ]


def _corners(box: Box | None) -> tuple[float | None, float | None, float | None, float | None]:
    return (None, None, None, None) if box is None else box
