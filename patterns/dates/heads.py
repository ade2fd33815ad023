"""Years that stand alone in the head of a table: "2019 | 2020" (đầu bảng)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from patterns.dates.atoms import Atom
from patterns.dates.chains import Period
from patterns.folding import compile_phrase
from patterns.passages import Cell, Passage, PassageKind

_YEAR = compile_phrase(r"[ ]*(?P<year>(?:19|20)\d\d)[ ]*")


def read_head_years(folded: str, passages: Sequence[Passage]) -> Iterator[Period]:
    """Years that are all of a cell in a table's first row, or several in its second; below they are figures."""
    for passage in passages:
        if passage.kind is not PassageKind.TABLE:
            continue
        years = [(cell, atom) for cell in passage.cells if cell.row <= 1 and (atom := _year(folded, cell))]
        counts = Counter(cell.row for cell, _ in years)
        yield from (
            Period(atom.start, atom.end, atom) for cell, atom in years if cell.row == 0 or counts[1] > 1
        )


def _year(folded: str, cell: Cell) -> Atom | None:
    found = _YEAR.fullmatch(folded, cell.start, cell.end)
    return Atom(*found.span("year"), "year", int(found["year"])) if found else None
