"""What the patterns read: a text and the passages that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """The part a passage plays in its report; page furniture is never a passage."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `start` and `end` are offsets in the text, rows and columns count from 0.

    Of a spreadsheet's cell, `value` is the stored number, of which the text is what is shown, rounded or as a
    share; `hidden` says that it lies in a hidden row or column.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    value: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch `text[start:end]` that is read as one unit.

    Attributes:
        headings: titles of the enclosing sections, outermost first, as printed ("II- KẾT QUẢ THỰC HIỆN").
        lead: for a list item, the index of the passage that introduces the list ("… đã đạt kết quả sau:").
        anchor: for a footnote, the offset in the text where its marker stands.
        cells: for a table, its cells in row-major order; a cell covered by a merge is not listed.
        sheet: for a spreadsheet's table, the name of the sheet.
    """

    start: int
    end: int
    kind: PassageKind = PassageKind.PARAGRAPH
    headings: tuple[str, ...] = ()
    lead: int | None = None
    anchor: int | None = None
    cells: tuple[Cell, ...] = ()
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the report says of itself, each None when the page does not say.

    Dates are ISO days ("2021-06-30"); `place` is the province ("Bình Thuận").
    """

    date: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    number: str | None = None
    issuer: str | None = None
    place: str | None = None


def stretches(passages: Iterable[Passage]) -> Iterator[tuple[int, int, PassageKind]]:
    """Start, end and kind of each stretch that is read in one go: a passage, or each cell of a table.

    >>> list(stretches([Passage(0, 9, PassageKind.TABLE, cells=(Cell(0, 0, 0, 4), Cell(0, 1, 5, 9)))]))
    [(0, 4, <PassageKind.TABLE: 'table'>), (5, 9, <PassageKind.TABLE: 'table'>)]
    """
    for passage in passages:
        for part in passage.cells or (passage,):
            yield part.start, part.end, passage.kind


def split_passages(text: str) -> tuple[Passage, ...]:
    """Take each line that holds more than white space as a paragraph.

    >>> [text[p.start : p.end] for text in ["Một.\\n\\nHai."] for p in split_passages(text)]
    ['Một.', 'Hai.']
    """
    passages = []
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped)
            passages.append(Passage(begin, begin + len(stripped)))
        start += len(line)
    return tuple(passages)
