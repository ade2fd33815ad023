"""Full-text search over blocks, in Vietnamese with or without accents."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sqlite_utils import Database

from extractor.store.filters import ANY, Filters, sql_of
from extractor.store.folding import has_marks, with_marks, without_marks

_QUOTED_OR_WORD = re.compile(r'["“”]([^"“”]*)["“”]|([^\s"“”]+)')
# What the index's tokenizer (unicode61) takes as one word: letters, marks and digits, without "_".
_WORD = re.compile(r"[^\W_]+")
_CONTEXT = 90  # characters shown on either side of the first hit


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: in every block found, each phrase (a tuple of folded words) stands somewhere.

    `marks` says that accents count: "Đồng Tháp" does, "dong thap" finds the word under any accents.
    """

    phrases: tuple[tuple[str, ...], ...]
    marks: bool

    @property
    def match(self) -> str:
        """The same in FTS5's query language; words hold no quotes, so that nothing in them is an operator."""
        column = "body" if self.marks else "body_fold"
        phrases = " AND ".join('"' + " ".join(words) + '"' for words in self.phrases)
        return f"{column} : ({phrases})"


@dataclass(frozen=True, slots=True)
class Hit:
    """A block that holds all that was searched for.

    Attributes:
        start, end: the first hit in the report's text.
        snippet: the words around it on one line; marks: spans of the hits in the snippet.
        section: headings above it, outermost first, joined by " › ".
    """

    document_id: str
    block_id: int
    path: str
    title: str | None
    date: str | None
    section: str | None
    page: int | None
    start: int
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]


def parse_query(words: str) -> Query:
    """Read what a person typed: several words must all stand in the block, quoted ones side by side.

    Raises ValueError when there is no letter or digit in it.

    >>> parse_query('"hộ nghèo" xã').match
    'body : ("hộ nghèo" AND "xã")'
    >>> parse_query("42-CT/TU").match
    'body_fold : ("42 ct tu")'
    """
    text = unicodedata.normalize("NFC", words)
    marks = has_marks(text)
    fold = with_marks if marks else without_marks
    groups = (match.group(1) or match.group(2) or "" for match in _QUOTED_OR_WORD.finditer(text))
    phrases = tuple(tuple(_WORD.findall(fold(group))) for group in groups)
    phrases = tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
    if not phrases:
        raise ValueError(f"no word to search for in {words!r}")
    return Query(phrases, marks)


def find_blocks(database: Database, query: Query, *, limit: int, filters: Filters = ANY) -> list[Hit]:
    """The blocks that fit best (bm25), at most `limit`."""
    conditions, values = sql_of(database, filters)
    rows = database.execute(
        "select b.document_id, b.id, d.path, d.title, d.date, b.section, b.start, b.text "
        "from blocks_search s join blocks b on b.id = s.rowid join documents d on d.id = b.document_id "
        f"where blocks_search match ? {conditions} order by s.rank, b.id limit ?",
        [query.match, *values, limit],
    )
    return [_hit(database, query, *row) for row in rows.fetchall()]


def count_blocks(database: Database, query: Query, filters: Filters = ANY) -> int:
    """How many blocks fit."""
    conditions, values = sql_of(database, filters)
    joined = "join blocks b on b.id = s.rowid join documents d on d.id = b.document_id " if conditions else ""
    row = database.execute(
        f"select count(*) from blocks_search s {joined}where blocks_search match ? {conditions}",
        [query.match, *values],
    ).fetchone()
    return int(row[0])


def _hit(
    database: Database,
    query: Query,
    document_id: str,
    block_id: int,
    path: str,
    title: str | None,
    date: str | None,
    section: str | None,
    block_start: int,
    text: str,
) -> Hit:
    found = _hit_spans(query, text)
    first, end = found[0] if found else (0, 0)
    snippet, marks = _snippet(text, found, first)
    page = _page(database, block_id, block_start + first)
    return Hit(
        document_id,
        block_id,
        path,
        title,
        date,
        section,
        page,
        block_start + first,
        block_start + end,
        snippet,
        marks,
    )


def _page(database: Database, block_id: int, offset: int) -> int | None:
    """The page of the hit itself: a block may run over several."""
    row = database.execute(
        "select page from origins "
        'where block_id = :block and start <= :at and "end" > :at and page is not null '
        "union all select page from blocks where id = :block",
        {"block": block_id, "at": offset},
    ).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def _hit_spans(query: Query, text: str) -> list[tuple[int, int]]:
    """Where the phrases stand in a block; folding keeps the length, so offsets are those of the text."""
    folded = with_marks(text) if query.marks else without_marks(text)
    words = [(match.group(), *match.span()) for match in _WORD.finditer(folded)]
    spans = set()
    for phrase in query.phrases:
        size = len(phrase)
        for at in range(len(words) - size + 1):
            if all(words[at + step][0] == phrase[step] for step in range(size)):
                spans.add((words[at][1], words[at + size - 1][2]))
    return sorted(spans)


def _snippet(text: str, found: list[tuple[int, int]], first: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words around the first hit, cut between words, with the hits in it."""
    begin = max(0, first - _CONTEXT)
    if begin:
        space = text.find(" ", begin, first)
        begin = space + 1 if space >= 0 else begin
    end = min(len(text), first + 2 * _CONTEXT)
    if end < len(text):
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    before, after = ("… " if begin else ""), (" …" if end < len(text) else "")
    line = before + re.sub(r"\s", " ", text[begin:end]) + after
    shift = len(before) - begin
    return line, tuple(
        (start + shift, stop + shift) for start, stop in found if begin <= start and stop <= end
    )
