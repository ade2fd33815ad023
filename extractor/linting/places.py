"""Offsets in a stored report → path, page and line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from sqlite_utils import Database

from extractor.linting.linted import Place


class Run(NamedTuple):
    """A run of the report's text that stands in the file in one piece."""

    start: int
    end: int
    page: int | None
    line: int | None
    offset: int | None


@dataclass(frozen=True)
class Placed:
    """A stored report, ready to tell where a stretch of its text stands; `headings` are offsets and sections."""

    id: str
    path: str
    text: str
    runs: tuple[Run, ...]
    headings: tuple[tuple[int, str | None], ...]

    def place(self, start: int, end: int) -> Place:
        """Where `text[start:end]` begins."""
        raw, section = self.text[start:end], self._section(start)
        at = bisect_right(self.runs, start, key=lambda run: run.start) - 1
        if at < 0:
            return Place(self.path, None, None, raw, section=section)
        run = self.runs[at]
        offset = None if run.offset is None or end > run.end else run.offset + start - run.start
        return Place(self.path, run.page, run.line, raw, offset, section)

    def _section(self, start: int) -> str | None:
        at = bisect_right(self.headings, start, key=lambda heading: heading[0]) - 1
        return self.headings[at][1] if at >= 0 else None


def load_placed(database: Database, document_id: str) -> Placed:
    """What is needed of a stored report to point into it; raises LookupError when it is not there."""
    row = database.execute("select path, text from documents where id = ?", [document_id]).fetchone()
    if row is None:
        raise LookupError(document_id)
    path, text = row
    runs = database.execute(
        'select start, "end", page, line, "offset" from origins where document_id = ? order by start',
        [document_id],
    )
    headings = database.execute(
        "select b.start, h.text from blocks b left join blocks h on h.id = b.section_id "
        "where b.document_id = ? order by b.start",
        [document_id],
    )
    return Placed(document_id, path, text, tuple(Run(*values) for values in runs), tuple(headings.fetchall()))
