"""Where an offset of a report's text stands: its block, page, section; and its rows' ids."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass

from extractor.places import Places, places_of
from extractor.report import Block, Report

CHILD_BITS = 24  # sixteen million rows of a kind in one document
_COMPARED = 1 << (CHILD_BITS - 1)
_SHARED = ("findings", "finding_places")
SECTION_SEPARATOR = " › "


def child_id(serial: int, place: int) -> int:
    """Id of a document's row by its place among the rows of its kind, from 0.

    >>> child_id(1, 0), child_id(2, 5) - child_id(2, 0)
    (16777216, 5)
    """
    return serial << CHILD_BITS | place


def place_of(row_id: int) -> int:
    """The place of a row among the rows of its kind in its document, from 0.

    >>> place_of(child_id(7, 5))
    5
    """
    return row_id & (1 << CHILD_BITS) - 1


def own_ids(serial: int, table: str) -> tuple[int, int]:
    """The ids that the rows of one document can have, from the first up to the second.

    Of findings and their places those that come of comparing reports are left out: see `compared_ids`.
    """
    first = child_id(serial, 0)
    return first, first + _COMPARED if table in _SHARED else child_id(serial + 1, 0)


def compared_ids(serial: int) -> tuple[int, int]:
    """The ids of findings, and of their places, that come of comparing a document with others."""
    return child_id(serial, _COMPARED), child_id(serial + 1, 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """A report about to be stored under `serial`, with its blocks by start and the places of its text."""

    report: Report
    serial: int
    blocks: tuple[Block, ...]
    block_starts: tuple[int, ...]
    places: Places

    def id(self, place: int) -> int:
        """Id of the row at `place`."""
        return child_id(self.serial, place)

    def id_or_none(self, place: int | None) -> int | None:
        """Id of the row at `place`, where there is one."""
        return None if place is None else self.id(place)

    def slice(self, start: int, end: int) -> str:
        """The text of a span."""
        return self.report.text[start:end]

    def block(self, offset: int | None) -> Block | None:
        """The block that holds the character at `offset`, if any."""
        if offset is None:
            return None
        found = bisect_right(self.block_starts, offset) - 1
        if found < 0 or offset >= self.blocks[found].end:
            return None
        return self.blocks[found]

    def block_id(self, offset: int | None) -> int | None:
        """Id of the block that holds the character at `offset`."""
        block = self.block(offset)
        return None if block is None else self.id(block.index)

    def page(self, offset: int | None) -> int | None:
        """The page of the character at `offset`: a block that runs over two pages has origins on both."""
        if offset is None:
            return None
        run = self.places.run(offset)
        if run is not None:
            return run.page
        block = self.block(offset)
        return None if block is None else block.page

    def confidence(self, start: int, end: int) -> float | None:
        """How sure the OCR engine was of the least sure word of a span, None where it was not read from a picture."""
        return self.places.confidence(start, end)

    def section(self, section: tuple[int, ...]) -> str | None:
        """Headings of a section on one line, outermost first: "II- KẾT QUẢ › 1. Công tác tuyên truyền"."""
        headings = (self.report.blocks[index] for index in section)
        lines = (" ".join(self.slice(heading.start, heading.end).split()) for heading in headings)
        return SECTION_SEPARATOR.join(lines) or None


def frame_of(report: Report, serial: int) -> Frame:
    """Prepare the look-up for one report."""
    blocks = tuple(sorted(report.blocks, key=lambda block: block.start))
    return Frame(report, serial, blocks, tuple(block.start for block in blocks), places_of(report))


def finite(value: float | None) -> float | None:
    """A spreadsheet may hold infinity and "not a number"; neither is a value that one can query."""
    return value if value is not None and math.isfinite(value) else None
