"""Findings → rows, each placed in its block and on its page, and back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlite_utils import Database

from extractor.checks.finding import Basis, Finding, Fix, Related, Severity
from extractor.checks.messages import Message
from extractor.store.frame import Frame
from extractor.store.rows import FindingPlaceRow, FindingRow

_COLUMNS = ", ".join(f'f."{name}"' for name in FindingRow._fields)
_PLACE_COLUMNS = ", ".join(f'p."{name}"' for name in FindingPlaceRow._fields)


def finding_rows(frame: Frame, findings: Sequence[Finding]) -> list[FindingRow]:
    """One row a finding of one report."""
    return [
        finding_row(
            frame.id(place), found, block_id=frame.block_id(found.start), page=frame.page(found.start)
        )
        for place, found in enumerate(findings)
    ]


def place_rows(frame: Frame, findings: Sequence[Finding]) -> list[FindingPlaceRow]:
    """One row for each other place that a finding of one report speaks of."""
    related = ((number, other) for number, found in enumerate(findings) for other in found.related)
    return [
        place_row(frame.id(place), frame.id(number), other, frame.report.id, page=frame.page(other.start))
        for place, (number, other) in enumerate(related)
    ]


def finding_row(row_id: int, found: Finding, *, block_id: int | None, page: int | None) -> FindingRow:
    """A finding under its id, with the block and page of its start."""
    fix = found.fix
    return FindingRow(
        row_id,
        found.document,
        block_id,
        found.rule,
        found.severity.value,
        found.basis.value,
        found.start,
        found.end,
        page,
        found.message.text(),
        found.message.template,
        _written(found.message.arguments),
        found.expected,
        found.found,
        None if fix is None else fix.start,
        None if fix is None else fix.end,
        None if fix is None else fix.replacement,
    )


def place_row(
    row_id: int, finding_id: int, other: Related, document_id: str, *, page: int | None
) -> FindingPlaceRow:
    """A related place under its id; `document_id` is that of the finding, where the place names none."""
    note = other.note
    return FindingPlaceRow(
        row_id,
        finding_id,
        other.document or document_id,
        other.start,
        other.end,
        page,
        None if note is None else note.text(),
        None if note is None else note.template,
        None if note is None else _written(note.arguments),
    )


def read_findings(database: Database, document_id: str | None = None) -> Iterator[Finding]:
    """The findings of one document or of all, document by document, each in text order."""
    places = _read_places(database, document_id)
    where = "" if document_id is None else "where f.document_id = ? "
    rows = database.execute(
        f'select {_COLUMNS} from findings f {where}order by f.document_id, f.start, f."end", f.rule, f.id',
        [] if document_id is None else [document_id],
    )
    for values in rows:
        row = FindingRow(*values)
        yield _finding(row, tuple(places.get(row.id, ())))


def count_findings(database: Database, document_ids: Iterable[str]) -> Counter[Severity]:
    """How many findings of each severity these documents have."""
    rows = database.execute(
        "select severity, count(*) from findings where document_id in (select value from json_each(?)) "
        "group by severity",
        [json.dumps(list(document_ids))],
    )
    return Counter({Severity(severity): count for severity, count in rows})


def _read_places(database: Database, document_id: str | None) -> Mapping[int, list[Related]]:
    where = "" if document_id is None else "where f.document_id = ? "
    rows = database.execute(
        f"select f.document_id, {_PLACE_COLUMNS} from findings f "
        f"join finding_places p on p.finding_id = f.id {where}order by p.id",
        [] if document_id is None else [document_id],
    )
    places: dict[int, list[Related]] = {}
    for own, *values in rows:
        row = FindingPlaceRow(*values)
        note = None if row.template is None else Message(row.template, json.loads(row.arguments or "{}"))
        other = None if row.document_id == own else row.document_id
        places.setdefault(row.finding_id, []).append(Related(row.start, row.end, note, other))
    return places


def _finding(row: FindingRow, related: tuple[Related, ...]) -> Finding:
    fix = None
    if row.fix_start is not None and row.fix_end is not None and row.fix is not None:
        fix = Fix(row.fix_start, row.fix_end, row.fix)
    return Finding(
        rule=row.rule,
        severity=Severity(row.severity),
        basis=Basis(row.basis),
        document=row.document_id,
        start=row.start,
        end=row.end,
        message=Message(row.template, json.loads(row.arguments)),
        expected=row.expected,
        found=row.found,
        related=related,
        fix=fix,
    )


def _written(arguments: Mapping[str, str]) -> str:
    return json.dumps(dict(arguments), ensure_ascii=False)
