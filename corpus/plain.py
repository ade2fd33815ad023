"""A source as plain text: the text that the gold's offsets count in."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.source import Ending, Heading, Item, Letterhead, Line, Note, Paragraph, Source, Table, Title


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the source and, for each of its characters and its end, the offset in the plain text."""

    line: Line
    offsets: tuple[int, ...]
    table: Table | None = None
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text and where each line of the source stands in it."""

    text: str
    placed: tuple[Placed, ...]


def render(source: Source) -> Plain:
    """Lay the blocks one below the other, table cells with tabs between; footnote marks are "(1)"."""
    text = ""
    placed: list[Placed] = []

    def put(line: Line, before: str, table: Table | None = None, row: int = 0, column: int = 0) -> None:
        nonlocal text
        text += before
        marks = dict(line.notes)
        offsets = []
        for at in range(len(line.text) + 1):
            offsets.append(len(text))
            if at in marks:
                text += f"({marks[at]})"
            text += line.text[at : at + 1]
        placed.append(Placed(line, tuple(offsets), table, row, column))

    for block in source.blocks:
        match block:
            case Letterhead():
                for line in (*block.left, *block.right):
                    put(line, "\n")
            case Title():
                for line in block.lines:
                    put(line, "\n")
            case Heading() | Paragraph():
                put(block.line, "\n")
            case Item():
                put(block.line, f"\n{block.bullet} ")
            case Note():
                put(block.line, f"\n({block.label}) ")
            case Table():
                row = -1
                for cell in block.cells:
                    put(cell.line, "\n" if cell.row > row else "\t", block, cell.row, cell.column)
                    row = cell.row
            case Ending():
                for line in (block.lead, *block.recipients, *block.signature):
                    put(line, "\n")
    return Plain(text, tuple(placed))
