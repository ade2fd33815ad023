"""The blocks of a Markdown file by markdown-it's grammar, each line led back to its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

from extractor.reading.markdown.inline import Span
from extractor.reading.markdown.source import line_starts


class LeafKind(StrEnum):
    """What a stretch of lines is."""

    PARAGRAPH = "paragraph"
    CODE = "code"
    RULE = "rule"
    PIPE_TABLE = "pipe_table"
    HTML_TABLE = "html_table"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A paragraph, heading, table or rule; `lines` are the spans of its lines in the source.

    Indents and marks of quotation are left out; the first line of a list item begins with its mark ("- ").
    """

    kind: LeafKind
    lines: tuple[Span, ...]
    heading: int | None = None
    item: bool = False
    indented: bool = False


_TABLE_OPEN = regex.compile(r"<table\b", regex.IGNORECASE)
_FROM_LINE_START = regex.compile(r"(?:\A|[\r\n])[ \t]*\Z")
_TO_LINE_END = regex.compile(r"[ \t]*(?:[\r\n]|\Z)")
_ROW_END = regex.compile(r"</t[rd]\s*>", regex.IGNORECASE)
_TABLE_EDGE = regex.compile(r"<(?P<closing>/?)table\b[^<>]{0,5000}>", regex.IGNORECASE)
_CONTAINER = regex.compile(r"[ \t]{0,12}(?:>[ \t]?){0,20}[ \t]*")
_FENCE = regex.compile(r"[ \t]*(?:```|~~~)")
_DELIMITER = regex.compile(r"^[\s|:>-]*-[\s|:>-]*$")
_PIPED = regex.compile(r"^\s*\|.*\|\s*$")


def leaves(text: str) -> Iterator[Leaf]:
    """The blocks of a file in order; every line that is not blank or mere markup stands in exactly one."""
    for kind, start, end in _segments(text):
        if kind is LeafKind.PARAGRAPH:
            yield from _Segment(text, start, end).leaves()
        else:
            yield Leaf(kind, ((start, end),))


def _segments(text: str) -> Iterator[tuple[LeafKind, int, int]]:
    """Cut out HTML tables and comments: neither follows the grammar of the Markdown around it."""
    cuts = [(LeafKind.HTML_TABLE, *span) for span in _html_tables(text)]
    cuts += [(LeafKind.COMMENT, *span) for span in _comments(text)]
    position = 0
    for kind, start, end in sorted(cuts, key=lambda cut: cut[1]):
        if start < position:
            continue
        yield LeafKind.PARAGRAPH, position, start
        yield kind, start, end
        position = end
    yield LeafKind.PARAGRAPH, position, len(text)


def _comments(text: str) -> Iterator[Span]:
    """Comments on lines of their own, the only ones that part paragraphs."""
    start = text.find("<!--")
    while start >= 0 and (close := text.find("-->", start)) >= 0:
        end = close + len("-->")
        if _FROM_LINE_START.search(text, max(0, start - 80), start) and _TO_LINE_END.match(text, end):
            yield start, end
        start = text.find("<!--", end)


def _html_tables(text: str) -> Iterator[Span]:
    """Outermost tables; one that is never closed ends with the file's last row, or is no table."""
    if _TABLE_OPEN.search(text) is None:
        return
    depth, start = 0, 0
    for edge in _TABLE_EDGE.finditer(text):
        if edge["closing"]:
            if depth == 1:
                yield start, edge.end()
            depth = max(0, depth - 1)
        else:
            if depth == 0:
                start = edge.start()
            depth += 1
    if depth:
        ends = [row.end() for row in _ROW_END.finditer(text, start)]
        if ends:
            yield start, ends[-1]


@cache
def _grammar() -> MarkdownIt:
    """Blocks, save setext headings ("Ban chỉ đạo" over a page rule "---"), indented code and HTML."""
    grammar = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable("table")
    grammar.disable(["lheading", "code", "html_block", "reference"])
    grammar.core.ruler.enableOnly(["normalize", "block"])
    return grammar


@dataclass(slots=True)
class _Segment:
    """A stretch of Markdown between tables and comments."""

    text: str
    start: int
    end: int
    spans: list[Span] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)

    def leaves(self) -> Iterator[Leaf]:
        content = self.text[self.start : self.end]
        if not content.strip():
            return
        starts = line_starts(content, self.start)
        ends = [*starts[1:], self.end]
        self.spans = [(a, a + len(self.text[a:b].rstrip("\r\n"))) for a, b in zip(starts, ends, strict=True)]
        found = list(self._read(_grammar().parse(content)))
        yield from sorted(found + list(self._missed()), key=lambda leaf: leaf.lines[0])

    def _read(self, tokens: list[Token]) -> Iterator[Leaf]:
        item_line, heading, in_table = -1, None, False
        for token in tokens:
            first, last = token.map or (0, 0)
            match token.type:
                case "list_item_open":
                    item_line = first
                case "heading_open":
                    heading = len(token.markup)
                case "paragraph_open":
                    heading = None
                case "hr":
                    yield self._leaf(LeafKind.RULE, first, last)
                case "fence":
                    yield from self._code(first, last)
                case "table_open":
                    in_table = True
                    yield self._leaf(LeafKind.PIPE_TABLE, first, last)
                case "table_close":
                    in_table = False
                case "inline" if not in_table:
                    yield self._paragraph(token, heading, item=first == item_line)
                    item_line = -1

    def _leaf(self, kind: LeafKind, first: int, last: int) -> Leaf:
        self.covered.update(range(first, last))
        return Leaf(kind, tuple(self._content(number) for number in range(first, last)))

    def _content(self, number: int) -> Span:
        start, end = self.spans[number]
        container = _CONTAINER.match(self.text, start, end)
        return (container.end() if container else start), end

    def _code(self, first: int, last: int) -> Iterator[Leaf]:
        self.covered.update(range(first, last))
        inner = [n for n in range(first, last) if not _FENCE.match(self.text, *self.spans[n])]
        filled = tuple(self.spans[n] for n in inner if self.text[slice(*self.spans[n])].strip())
        if filled:
            yield Leaf(LeafKind.CODE, filled)

    def _paragraph(self, token: Token, heading: int | None, *, item: bool) -> Leaf:
        first, last = token.map or (0, 0)
        self.covered.update(range(first, last))
        contents = token.content.split("\n")
        lines = [self._place(first + n, content, heading) for n, content in enumerate(contents)]
        indented = (
            self.text[lines[0][0] - 2 : lines[0][0]].isspace() and lines[0][0] - self.spans[first][0] >= 2
        )
        if item:
            lines[0] = (self._content(first)[0], lines[0][1])
        piped = len(lines) > 1 and all(
            _PIPED.match(self.text[slice(*self.spans[first + i])]) for i in range(len(lines))
        )
        kind = LeafKind.PIPE_TABLE if piped and heading is None else LeafKind.PARAGRAPH
        return Leaf(kind, tuple(lines), heading, item, indented)

    def _place(self, number: int, content: str, heading: int | None) -> Span:
        """Where a line of a token stands: it is the end of its source line, a heading's closing #s apart."""
        start, end = self.spans[number]
        words = content.strip()
        at = self.text.find(words, start, end) if words else -1
        if at < 0:  # a tab was widened on the way
            return self._content(number)
        return at, end if heading is None else at + len(words)

    def _missed(self) -> Iterator[Leaf]:
        """Lines that the grammar passes over: a lone list mark, what is nested too deep."""
        for number, (start, end) in enumerate(self.spans):
            line = self.text[start:end]
            if number not in self.covered and line.strip() and not _DELIMITER.match(line):
                yield Leaf(LeafKind.PARAGRAPH, (self._content(number),))
