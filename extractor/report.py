"""The one shape of every report, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractor.elements import Origin
from extractor.problems import Problem
from patterns.passages import Cell


class BlockKind(StrEnum):
    """What a block is for the reader of the report."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `report.text[start:end]`.

    Attributes:
        index: its place in `report.blocks`.
        level: of a heading, 1 for the outermost; label: number of a heading, list item or footnote as
            printed, bare ("II", "7.1", "a", "5").
        section: indexes of the heading blocks it stands under, outermost first.
        page: the first page it stands on; origins: where each run of it stands in the source.
        lead: for a list item, the index of the block that introduces the list.
        cells: of a table, with offsets into the report's text.
        encoding: that most of its letters were stored in ("tcvn3", "unicode"), None where that makes no
            difference; certainty: of the least certain piece, from 0 to 1.
    """

    index: int
    kind: BlockKind
    start: int
    end: int
    level: int | None = None
    label: str | None = None
    section: tuple[int, ...] = ()
    page: int | None = None
    lead: int | None = None
    cells: tuple[Cell, ...] = ()
    sheet: str | None = None
    origins: tuple[Origin, ...] = ()
    encoding: str | None = None
    certainty: float | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote body and its marker.

    `marker_start:marker_end` is the mark in the text ("(5)"), None when no marker was found; `body` is the
    index of the footnote's block, None when the marker has no body; `section` is that of the marker.
    """

    label: str
    marker_start: int | None
    marker_end: int | None
    body: int | None
    section: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What the report says of itself, and where: `report.text[start:end]` when it stands on the page."""

    name: str
    value: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Report-level facts; None when the page does not say.

    Attributes:
        type: "Báo cáo", "Nghị quyết"; number: the whole number-symbol ("169/QĐ-BLĐTBXH").
        issuer: issuing body in normal case; place: of issue ("Phan Thiết"); date: ISO day.
        period_from, period_to: ISO days of the period covered, only as far as the report states it.
        recipients: the lines under "Nơi nhận", bare.
        evidence: the same facts one by one with their spans.
    """

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    province: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    recipients: tuple[str, ...] = ()
    evidence: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: NFC text, ordered blocks that cover all of it, footnotes, facts and problems.

    `id` is the sha256 of the file, in hexadecimal. Offsets count code points of `text`. `missed` are engines that
    would have read the file better and were not installed.
    """

    id: str
    path: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    facts: Facts
    problems: tuple[Problem, ...]
    parser: str
    pages: int | None = None
    encoding: str | None = None
    language: str | None = None
    missed: tuple[str, ...] = ()
