"""The markup in which the sources are written: a report's text with its mentions marked in place.

A source starts with its facts in TOML between two lines ``+++`` and goes on with blocks, one a line:

=========================  ==================================================================================
``@left`` / ``@right``     a line of the letterhead's left or right column
``@title``                 a line of the title
``# I. …`` ``## 1. …``     a heading of level 1, 2 …; ``{glued}`` at its end: run on from the last
``- …`` ``+ …``            a list item
``[^1]: …``                the body of footnote 1, after the paragraph that bears its mark
``@table``                 a table: rows of the head ``: a | b``, a line ``= …`` of columns, rows ``| a | b``
``@recipients`` / ``@to``  the words "Nơi nhận:" and its lines
``@sign``                  a line of the signature
``@basis``                 a paragraph of legal bases (set in italics)
anything else              a paragraph
=========================  ==================================================================================

Within a line ``**bold**``, ``*italic*``, ``[^1]`` (a footnote's mark), ``{page}`` (a page ends here in
formats that have been through OCR) and mentions, ``[words]{kind …}``, which may nest:

``{c}``        a citation; what its words do not settle is given: ``{c type="Công văn" code=14-CT/TU}``
``{by}``       the issuer of the citation before it; ``{by >}`` of the one after it, ``{by >2}`` of two
``{about}``    the subject of the citation before it
``{d}``        a date; ``{d c}``: issue date of the citation before it, ``{d c2}`` of the last but one,
               ``{d >}`` of the one after it;
               ``{d rel}`` a relative date; ``{d 2019-01..2019-06}`` where the words alone do not settle it
``{i "label"}``  an indicator; ``value= denominator= unit= to= scope= approx= period= of=`` (the whole) ``id=``

Any mention may carry ``plant=`` with the key of an entry ``[planted.<key>]`` of the facts.
In a table head ``<`` continues the cell on the left and ``^`` the one above. The line ``=`` gives each
column ``no``, ``label``, ``unit``, ``text`` or ``value`` with ``period= status= unit= share=`` (the column
that it is a share of). A row may end in ``{id= of= label= place= unit=}``;
``plant=<key>@<column>`` marks a cell.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

from corpus.source import (
    Block,
    Cell,
    Column,
    Ending,
    Heading,
    Item,
    Letterhead,
    Line,
    Note,
    Paragraph,
    Source,
    Span,
    Table,
    Title,
)


class MarkupError(ValueError):
    """A source that does not keep to the markup; the message names the line."""


TOKEN = re.compile(
    r"""
      \[\^(?P<note>\d+)\]            # [^1]
    | \\(?P<escaped>.)               # \*
    | (?P<bold>\*\*) | (?P<italic>\*)
    | (?P<page>\{page\})
    | (?P<open>\[)
    | \]\{(?P<close>(?:"[^"]*"|[^}"])*)\}   # ]{c type="Công văn"}
    """,
    re.VERBOSE,
)


def parse_fields(words: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """Split the inside of braces into bare words and named fields.

    >>> parse_fields('i "xã đạt chuẩn" of=total approx=gần')
    (('i', 'xã đạt chuẩn'), {'of': 'total', 'approx': 'gần'})
    """
    bare: list[str] = []
    named: dict[str, str] = {}
    for word in shlex.split(words):
        name, equals, value = word.partition("=")
        if equals and name.isidentifier():
            named[name] = value
        else:
            bare.append(word)
    return tuple(bare), named


def parse_line(source: str) -> Line:
    """Take the markup out of one line.

    >>> parse_line("theo [Chỉ thị số 30-CT/TW]{c}[^1]").spans
    (Span(start=5, end=24, kind='c', words=(), fields={}),)
    """
    text = ""
    spans: list[Span] = []
    styles: dict[str, list[tuple[int, int]]] = {"bold": [], "italic": []}
    opened: dict[str, int] = {}
    brackets: list[int] = []
    notes: list[tuple[int, str]] = []
    pages: list[int] = []
    at = 0
    for token in TOKEN.finditer(source):
        text += source[at : token.start()]
        at = token.end()
        match token.lastgroup:
            case "note":
                notes.append((len(text), token["note"]))
            case "escaped":
                text += token["escaped"]
            case "page":
                pages.append(len(text))
            case "open":
                brackets.append(len(text))
            case "bold" | "italic" as style:
                if style in opened:
                    styles[style].append((opened.pop(style), len(text)))
                else:
                    opened[style] = len(text)
            case _:
                (kind, *words), fields = parse_fields(token["close"])
                spans.append(Span(brackets.pop(), len(text), kind, tuple(words), fields))
    text += source[at:]
    if opened or brackets:
        raise MarkupError(f"a mark is opened and not closed: {source[:60]}")
    spans.sort(key=lambda span: (span.start, -span.end))
    return Line(
        text, tuple(spans), tuple(styles["bold"]), tuple(styles["italic"]), tuple(notes), tuple(pages)
    )


LABEL = re.compile(
    r"(?P<label>Phần thứ \w+|[IVX]+|[A-Z]|\d+(?:\.\d+)*|[a-zđ]|Điều \d+)(?:\s?\.-|[.)-])\s+(?P<words>.+)"
)


def parse_heading(source: str) -> Heading:
    """Read a heading line; its number is what `LABEL` finds at its start."""
    hashes, _, rest = source.partition(" ")
    glued = rest.endswith("{glued}")
    line = parse_line(rest.removesuffix("{glued}").rstrip())
    found = LABEL.fullmatch(line.text)
    return Heading(line, len(hashes), found and found["label"], found["words"] if found else line.text, glued)


ROW_END = re.compile(r"\s*\|?\s*\{(?P<fields>[^{}]*)\}$")


def split_row(source: str) -> tuple[list[str], dict[str, str]]:
    """Split a table row at its bars; the fields at its end are those after a blank."""
    end = ROW_END.search(source)
    if end and not source[: end.start()].endswith("]"):
        return [cell.strip() for cell in source[1 : end.start()].split("|")], parse_fields(end["fields"])[1]
    return [cell.strip() for cell in source[1:].split("|")], {}


def parse_table(lines: list[str]) -> Table:
    """Read the lines of a table: head rows, columns, body rows."""
    heads = [split_row(line)[0] for line in lines if line.startswith(":")]
    bodies = [split_row(line) for line in lines if line.startswith("|")]
    columns = tuple(
        Column(words[0], fields)
        for line in lines
        if line.startswith("=")
        for words, fields in map(parse_fields, line[1:].split("|"))
    )
    grid = [*heads, *(cells for cells, _ in bodies)]
    if any(len(row) != len(columns) for row in grid):
        wrong = next(row for row in grid if len(row) != len(columns))
        raise MarkupError(f"a row of {len(wrong)} cells in a table of {len(columns)} columns: {wrong}")
    cells = [
        Cell(parse_line(text), row, column, *_spans(grid, row, column))
        for row, texts in enumerate(grid)
        for column, text in enumerate(texts)
        if text not in ("<", "^")
    ]
    return Table(tuple(cells), columns, len(heads), tuple(fields for _, fields in bodies))


def _spans(grid: list[list[str]], row: int, column: int) -> tuple[int, int]:
    """How many rows and columns the cell at this place covers."""
    wide = 1
    while column + wide < len(grid[row]) and grid[row][column + wide] == "<":
        wide += 1
    tall = 1
    while row + tall < len(grid) and grid[row + tall][column] == "^":
        tall += 1
    return tall, wide


def parse_blocks(lines: list[str]) -> Iterator[Block]:
    """Read the blocks of a source in order."""
    columns: dict[str, list[Line]] = {
        "left": [],
        "right": [],
        "title": [],
        "to": [],
        "sign": [],
        "recipients": [],
    }
    at = 0
    while at < len(lines):
        source = lines[at]
        word, _, rest = source.partition(" ")
        at += 1
        if word == "@table":
            end = next((n for n in range(at, len(lines)) if lines[n][:1] not in ":=|"), len(lines))
            yield parse_table(lines[at:end])
            at = end
        elif word == "@basis":
            yield Paragraph(parse_line(rest), basis=True)
        elif word.startswith("@"):
            columns[word[1:]].append(parse_line(rest))
            following = lines[at].split(" ")[0] if at < len(lines) else ""
            if word in ("@left", "@right") and following not in ("@left", "@right"):
                yield Letterhead(tuple(columns["left"]), tuple(columns["right"]))
            elif word == "@title" and following != "@title":
                yield Title(tuple(columns["title"]))
        elif set(word) == {"#"}:
            yield parse_heading(source)
        elif word in ("-", "+"):
            yield Item(parse_line(rest), word)
        elif note := re.fullmatch(r"\[\^(\d+)\]:", word):
            yield Note(parse_line(rest), note[1])
        else:
            yield Paragraph(parse_line(source))
    if columns["recipients"] or columns["sign"]:
        lead = columns["recipients"][0] if columns["recipients"] else Line("")
        yield Ending(lead, tuple(columns["to"]), tuple(columns["sign"]))


def read_source(path: Path) -> Source:
    """Read one source file.

    Raises:
        MarkupError: a mark is not closed, or a table's rows are of unequal length.
    """
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    facts = tomllib.loads(head)
    lines = [line for line in body.splitlines() if line.strip()]
    return Source(
        name=path.stem,
        formats=tuple(facts.pop("formats")),
        options=facts.pop("options", {}),
        planted=facts.pop("planted", {}),
        facts=facts,
        blocks=tuple(parse_blocks(lines)),
    )
