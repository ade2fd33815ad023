"""Markdown as OCR services give it: headings of any level, notes in mid-sentence, a flattened letterhead."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.source import (
    Ending,
    Heading,
    Item,
    Letterhead,
    Line,
    Note,
    Paragraph,
    Run,
    Source,
    Table,
    Title,
)
from corpus.writers.html import table_rows


def write(source: Source) -> bytes:
    """Write a source as an OCR service would have read its pages."""
    return ("\n\n".join(Pages(source).blocks()) + "\n").encode()


class Pages:
    """The pages as they come: notes whose marks have been read wait for the foot of their page."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.notes = {block.label: block for block in source.blocks if isinstance(block, Note)}
        self.waiting: list[str] = []
        self.page = 1
        self.headings = 0

    def blocks(self) -> Iterator[str]:
        """The blocks of the file; a blank line goes between them."""
        held = ""
        for block, following in zip(self.source.blocks, [*self.source.blocks[1:], None], strict=True):
            if isinstance(block, Heading):
                heading = self.heading(block, bool(held))
                if isinstance(following, Heading) and following.glued:
                    held += heading
                else:
                    yield held + heading
                    held = ""
            elif not isinstance(block, Note):
                yield from self.block(block)

    def block(self, block: Letterhead | Title | Paragraph | Item | Table | Ending) -> Iterator[str]:
        """The Markdown of one block; a paragraph may be cut by the end of its page."""
        match block:
            case Letterhead():
                yield from letterhead(block, self.source.options.get("letterhead", "lines"))
            case Title():
                yield from (f"**{line.text}**" for line in block.lines)
            case Paragraph():
                yield from self.flow(block.line)
            case Item():
                yield from self.flow(block.line, f"{block.bullet} ")
            case Table():
                yield table(block)
            case Ending():
                yield from self.foot()
                yield ending(block)

    def heading(self, block: Heading, glued: bool) -> str:
        """A heading in one of the shapes that such services mix; a glued one is always bold."""
        self.headings += 1
        words = "".join(mark(run) for run in block.line.runs())
        self.waiting += [label for _, label in block.line.notes]
        if glued or self.headings % 5 == 3:
            return f"**{words}**"
        return f"{'#' * (1 + (block.level + self.headings) % 4)} {words}"

    def flow(self, line: Line, before: str = "") -> Iterator[str]:
        """A paragraph; where a page ends in it, the page's notes come in between."""
        text = before
        for run in line.runs():
            if run.page:
                if text.strip():
                    yield text.rstrip()
                yield from self.foot()
                text = ""
            else:
                text += mark(run).lstrip() if not text else mark(run)
            if run.note:
                self.waiting.append(run.note)
        if text.strip():
            yield text

    def foot(self) -> Iterator[str]:
        """The notes of the page that ends, and its number."""
        for label in self.waiting:
            yield f"<sup>{label})</sup> " + "".join(mark(run) for run in self.notes[label].line.runs())
        self.waiting.clear()
        self.page += 1
        if self.source.options.get("page_numbers") == "yes":
            yield str(self.page)


def mark(run: Run) -> str:
    """A run with its asterisks, or a note's raised mark."""
    if run.note:
        return f"<sup>({run.note})</sup>"
    stars = "**" * run.bold + "*" * run.italic
    body = run.text.strip()
    if not stars or not body:
        return run.text
    lead, trail = run.text[: run.text.index(body)], run.text[run.text.index(body) + len(body) :]
    return f"{lead}{stars}{body}{stars[::-1]}{trail}"


def letterhead(block: Letterhead, shape: str) -> Iterator[str]:
    """The letterhead: column after column, row by row on one line, or as a pipe table."""
    left, right = ([line.text for line in column] for column in (block.left, block.right))
    height = max(len(left), len(right))
    rows = list(zip(left + [""] * (height - len(left)), right + [""] * (height - len(right)), strict=True))
    if shape == "table":
        yield "\n".join(["|  |  |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])
    elif shape == "rows":
        yield "  \n".join(f"**{a}** {b}".strip() if a else b for a, b in rows)
    else:
        yield "  \n".join(f"**{line}**" for line in left[:-1])
        yield left[-1]
        yield "  \n".join(f"**{line}**" for line in right[:-1])
        yield f"*{right[-1]}*"


def table(block: Table) -> str:
    """A pipe table, or HTML where cells are merged, which pipes cannot say."""
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in block.cells):
        return "\n".join(["<table>", *table_rows(block), "</table>"])
    rows: list[list[str]] = [[] for _ in range(block.head_rows + len(block.rows))]
    for cell in block.cells:
        rows[cell.row].append(cell.line.text)
    rule = "|" + "---|" * len(block.columns)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], rule, *lines[1:]])


def ending(block: Ending) -> str:
    """Recipients and signature one below the other."""
    lines = [f"***{block.lead.text}***", *(line.text for line in block.recipients)] if block.lead.text else []
    return "\n\n".join(["  \n".join(lines), *(f"**{line.text}**" for line in block.signature)]).strip()
