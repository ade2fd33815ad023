"""Findings that come of comparing reports: when they are to be looked for again, and storing them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from extractor.checks.finding import Finding
from extractor.store.finding_rows import finding_row, place_row
from extractor.store.frame import compared_ids
from extractor.store.rows import FindingPlaceRow, FindingRow
from extractor.store.table_rows import delete_rows, has_rows, put_rows

_BLOCK = 'select id, "end", page from blocks where document_id = ? and start <= ? order by start desc limit 1'
_RUN = (
    'select "end", page from origins where document_id = ? and start <= ? and page is not null '
    "order by start desc limit 1"
)


def want(database: Database) -> None:
    """Note that something has changed that reports are compared by."""
    database.execute("update comparing set wanted = 1 where wanted = 0")


def note(database: Database, configuration: str) -> None:
    """Note that the reports are compared as they are, by these rules."""
    database.execute("update comparing set wanted = 0, configuration = ?", [configuration])


def is_done(database: Database, configuration: str) -> bool:
    """Whether nothing has changed since the reports were compared by these rules."""
    wanted, known = database.execute("select wanted, configuration from comparing").fetchone()
    return not wanted and known == configuration


def replace(database: Database, findings: Iterable[Finding]) -> None:
    """Store these findings in place of the former ones, document by document; equal rows are left alone.

    The same findings get the same ids, in whatever order they come. To be called inside a transaction.
    """
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.document].append(finding)
    for document, serial in database.execute("select id, serial from documents order by serial").fetchall():
        _replace(database, serial, sorted(groups[document], key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    others = [(place.document or "", place.start, place.end) for place in finding.related]
    return finding.start, finding.end, finding.rule, finding.message.text(), others


def _replace(database: Database, serial: int, findings: Sequence[Finding]) -> None:
    ids = compared_ids(serial)
    rows = [_finding_row(database, ids[0] + place, finding) for place, finding in enumerate(findings)]
    places = list(_place_rows(database, ids[0], findings))
    if has_rows(database, FindingRow, ids, rows) and has_rows(database, FindingPlaceRow, ids, places):
        return
    delete_rows(database, "finding_places", ids)
    delete_rows(database, "findings", ids)
    put_rows(database, rows)
    put_rows(database, places)


def _finding_row(database: Database, row_id: int, finding: Finding) -> FindingRow:
    block_id, page = _stands(database, finding.document, finding.start)
    return finding_row(row_id, finding, block_id=block_id, page=page)


def _place_rows(database: Database, first: int, findings: Sequence[Finding]) -> Iterator[FindingPlaceRow]:
    place = first
    for number, finding in enumerate(findings):
        for other in finding.related:
            document = other.document or finding.document
            _, page = _stands(database, document, other.start)
            yield place_row(place, first + number, other, document, page=page)
            place += 1


def _stands(database: Database, document: str, start: int) -> tuple[int | None, int | None]:
    """Block and page of a place, as `Frame` tells them of a report that is being saved."""
    block = database.execute(_BLOCK, [document, start]).fetchone()
    if block is None or start >= block[1]:
        return None, None
    run = database.execute(_RUN, [document, start]).fetchone()
    return block[0], run[1] if run is not None and start < run[0] else block[2]
