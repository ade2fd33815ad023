"""Tables that list documents (danh mục văn bản): number, day, body and title stand in columns of one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from patterns.citations.issuers import begins_with_body, read_issuer
from patterns.citations.source import Bound, Head, Source
from patterns.citations.symbols import NumberSymbol, read_number_symbol
from patterns.citations.vocabulary import readings, type_names
from patterns.folding import compile_phrase, fold
from patterns.gazetteers import read_data
from patterns.mentions import Date, Span
from patterns.passages import Cell

_ROWS_OF_HEAD = 4
_ABOUT = compile_phrase(r"[ ]*(?:(?:về[ ]việc|về|v/v)[ :]+)?")

_Row = Mapping[str, Cell]


def read_rows(
    source: Source, cells: Sequence[Cell], bounds: Sequence[Bound], dates: Sequence[Date]
) -> list[Bound]:
    """The citations of a table, with what the other columns of their rows say of them.

    A number in its column needs neither a type's name nor the word "số" ("715/SNV-CCHC"); its type is that
    of the column for it, or the one that its symbol says. A table that lists no documents stays as it is.
    """
    columns = _columns(source, cells)
    if "number" not in columns.values() or len(set(columns.values())) < 2:
        return list(bounds)
    found = {bound.head.start: bound for bound in bounds}
    for row in _rows(cells, columns):
        number = row.get("number")
        if number is None or _named(source, number):
            continue
        within = [bound for bound in found.values() if number.start <= bound.head.start < number.end]
        bound = within[0] if len(within) == 1 else None if within else _number(source, number, row)
        if bound is not None:
            found[bound.head.start] = _completed(source, bound, row, dates)
    return [found[start] for start in sorted(found)]


def _columns(source: Source, cells: Sequence[Cell]) -> dict[int, str]:
    """What each column of a list of documents holds, by the words at its head."""
    columns: dict[int, str] = {}
    for cell in cells:
        name = _named(source, cell) if cell.row < _ROWS_OF_HEAD and cell.column_span == 1 else None
        if name is not None and name not in columns.values():
            columns.setdefault(cell.column, name)
    return columns


def _named(source: Source, cell: Cell) -> str | None:
    return _headings().get(_said(source, cell).strip(" .:"))


def _said(source: Source, cell: Cell) -> str:
    """A cell's words, folded, with single blanks."""
    return " ".join(source.folded[cell.start : cell.end].split())


@cache
def _headings() -> dict[str, str]:
    columns: dict[str, list[str]] = read_data("document_tables")["columns"]
    return {fold(heading): name for name, headings in columns.items() for heading in headings}


def _rows(cells: Sequence[Cell], columns: Mapping[int, str]) -> list[dict[str, Cell]]:
    """The cells of each row by what their columns hold; a merged cell stands in all its rows."""
    rows: dict[int, dict[str, Cell]] = defaultdict(dict)
    for cell in cells:
        if cell.column in columns and cell.start < cell.end:
            for row in range(cell.row, cell.row + cell.row_span):
                rows[row][columns[cell.column]] = cell
    return [rows[row] for row in sorted(rows)]


def _number(source: Source, cell: Cell, row: _Row) -> Bound | None:
    """The citation of a cell that holds a number-symbol and no more, or a day behind it."""
    mark = read_number_symbol(source.unified, cell.start, cell.end)
    if mark is None or mark.symbol is None or source.text[mark.end : cell.end][:1].strip(" ,;\n)"):
        return None
    name = _type(source, row) or _type_of(mark)
    head = Head(cell.start, mark.end, name, mark, typed=False, code=mark.code) if name else None
    return Bound(head, head.end) if head else None


def _type_of(mark: NumberSymbol) -> str | None:
    known = readings(mark.abbreviation, mark.system) if mark.abbreviation else ()
    return known[0].type if known else "Công văn" if begins_with_body(mark) else None


def _type(source: Source, row: _Row) -> str | None:
    cell = row.get("type")
    return type_names().get(_said(source, cell)) if cell else None


def _completed(source: Source, bound: Bound, row: _Row, dates: Sequence[Date]) -> Bound:
    name = None if bound.head.typed else _type(source, row)
    return replace(
        bound,
        head=replace(bound.head, type=name) if name else bound.head,
        date=bound.date or _date(row, dates),
        issuer=bound.issuer or _issuer(source, row),
        subject=bound.subject or _subject(source, row),
    )


def _date(row: _Row, dates: Sequence[Date]) -> Date | None:
    """The one day of the row's cell for it, or behind the number in one cell with it."""
    for name in ("date", "number"):
        cell = row.get(name)
        days = [date for date in dates if cell and date.kind == "day" and cell.start <= date.start < cell.end]
        if days:
            return days[0] if len(days) == 1 else None
    return None


def _issuer(source: Source, row: _Row) -> Span | None:
    cell = row.get("issuer")
    return read_issuer(source.unified, source.folded, cell.start, cell.end) if cell else None


def _subject(source: Source, row: _Row) -> Span | None:
    """The title in its column, without "về việc", without the stop at its end."""
    cell = row.get("subject")
    if cell is None:
        return None
    about = _ABOUT.match(source.folded, cell.start, cell.end)
    begin, end = (about.end() if about else cell.start), cell.end
    while end > begin and source.unified[end - 1] in " ,;./-":
        end -= 1
    return (begin, end) if end > begin else None
