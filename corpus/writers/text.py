"""Plain text with hard line ends, the letterhead in two columns, notes at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from corpus.source import Ending, Heading, Item, Letterhead, Line, Note, Paragraph, Source, Table, Title
from extractor.encodings.tables import tables

WIDTH = 78
PLAIN_SIGNS = str.maketrans("–—“”‘’", "--\"\"''")


def write(source: Source) -> bytes:
    """Write a source as a text file of 78 columns."""
    lines: list[str] = []
    for block in source.blocks:
        match block:
            case Letterhead():
                lines += letterhead(block)
            case Title():
                lines += ["", *(part for line in block.lines for part in centred(flat(line))), ""]
            case Heading() | Paragraph():
                lines += wrapped(flat(block.line), "     ")
            case Item():
                lines += wrapped(f"{block.bullet} {flat(block.line)}", "     ")
            case Table():
                lines += ["", *table(block), ""]
            case Ending():
                lines += ["", *ending(block)]
            case Note():
                pass
    notes = [block for block in source.blocks if isinstance(block, Note)]
    if notes:
        lines += ["", "_" * 20]
        for note in notes:
            lines += wrapped(f"({note.label}) {flat(note.line)}", "")
    return ("\n".join(line.rstrip() for line in lines) + "\n").encode()


def write_viscii(source: Source) -> bytes:
    """Write the same in VISCII (RFC 1456), which has no dashes or quotation marks but those of ASCII."""
    letters = tables()["viscii"].encode(write(source).decode().translate(PLAIN_SIGNS))
    return letters.encode("latin-1")


def flat(line: Line) -> str:
    """A line without styles, its note marks in parentheses."""
    return "".join(f" ({run.note})" if run.note else run.text for run in line.runs())


def wrapped(text: str, indent: str) -> list[str]:
    """Break a paragraph into lines, the first one indented."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def centred(text: str) -> list[str]:
    """Break a title into centred lines."""
    return [part.center(WIDTH) for part in textwrap.wrap(text, WIDTH - 16)]


def letterhead(block: Letterhead) -> Iterator[str]:
    """Both columns side by side, each line centred in its own."""
    for left, right in zip_longest(block.left, block.right):
        yield (left.text if left else "").center(34) + (right.text if right else "").center(44)


def table(block: Table) -> Iterator[str]:
    """Columns padded with blanks, rules of hyphens."""
    widths = [
        max(len(cell.line.text) for cell in block.cells if cell.column == n and cell.column_span == 1)
        for n in range(len(block.columns))
    ]
    rule = "-" * (sum(widths) + 3 * len(widths))
    yield rule
    for row in range(block.head_rows + len(block.rows)):
        texts = {cell.column: cell.line.text for cell in block.cells if cell.row == row}
        cells = (
            texts.get(n, "").rjust(width)
            if block.columns[n].kind == "value"
            else texts.get(n, "").ljust(width)
            for n, width in enumerate(widths)
        )
        yield "   ".join(cells)
        if row == block.head_rows - 1:
            yield rule
    yield rule


def ending(block: Ending) -> Iterator[str]:
    """Signature on the right, then the recipients on the left."""
    yield from (line.text.center(44).rjust(WIDTH) for line in block.signature)
    if block.lead.text:
        yield from ("", block.lead.text, *(line.text for line in block.recipients))
