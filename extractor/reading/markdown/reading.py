"""Markdown → elements: the reader's table of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from itertools import groupby

from extractor.elements import Element, Reading, Role
from extractor.problems import Problem
from extractor.reading.decoding import with_encodings
from extractor.reading.markdown import pages
from extractor.reading.markdown.blocks import Leaf, LeafKind, leaves
from extractor.reading.markdown.composing import compose
from extractor.reading.markdown.inline import Atom, AtomKind, scan
from extractor.reading.markdown.pages import PageMark
from extractor.reading.markdown.source import Source, open_source
from extractor.reading.markdown.tables import html_cells, pipe_cells

Piece = Element | PageMark | Problem

_NOT_A_BODY = ".,;:!?)]}…”"  # what follows a mark in the middle of a sentence


def read_elements(data: bytes, name: str) -> Reading:
    """Read a Markdown file.

    The origins of an element give the line and the offset, in the decoded source without its byte order mark,
    of every run without markup. A paragraph that begins with a raised number is the body of a footnote.

    Raises:
        ReadError: when the bytes are text in no known encoding, or hold no text.
    """
    source = open_source(data, name)
    pieces = list(_read(source))
    elements, count = pages.number_pages([p for p in pieces if not isinstance(p, Problem)])
    return Reading(
        tuple(with_encodings(elements, source.decoded)),
        format="markdown",
        parser=_parser(),
        pages=count,
        encoding=source.decoded.encoding,
        problems=(*source.decoded.problems, *(p for p in pieces if isinstance(p, Problem))),
    )


@cache
def _parser() -> str:
    return f"markdown-it-py {version('markdown-it-py')}"


def _read(source: Source) -> Iterator[Piece]:
    in_definition = False  # "[^1]: …" goes on in the paragraphs that are indented under it
    for leaf in leaves(source.text):
        match leaf.kind:
            case LeafKind.COMMENT:
                yield from _comment(
                    source.text[slice(*leaf.lines[0])].strip().removeprefix("<!--").removesuffix("-->")
                )
            case LeafKind.HTML_TABLE | LeafKind.PIPE_TABLE:
                yield from _table(source, leaf)
            case LeafKind.RULE:
                yield replace(_plain(source, leaf), role=Role.FURNITURE)
            case LeafKind.CODE:
                yield _plain(source, leaf)
            case LeafKind.PARAGRAPH:
                continues_note = in_definition and leaf.indented
                in_definition = continues_note or source.text.startswith("[^", leaf.lines[0][0])
                yield from _paragraph(source, leaf, continues_note=continues_note)


def _comment(words: str) -> Iterator[Piece]:
    mark = pages.from_comment(words)
    if mark is not None:
        yield mark
    elif (head := pages.running_head(words)) is not None:
        yield Element(Role.FURNITURE, head)


def _plain(source: Source, leaf: Leaf) -> Element:
    """Lines as they stand, whose breaks are set (a fenced block, a rule)."""
    atoms: list[Atom] = []
    for start, end in leaf.lines:
        atoms += [Atom(AtomKind.TEXT, start, source.text[start:end]), Atom(AtomKind.HARD, end)]
    composed = compose(atoms, source)
    return Element(Role.TEXT, composed.text, origins=composed.origins)


def _table(source: Source, leaf: Leaf) -> Iterator[Piece]:
    read = (
        html_cells(source, *leaf.lines[0])
        if leaf.kind is LeafKind.HTML_TABLE
        else pipe_cells(source, leaf.lines)
    )
    cells = list(read)
    for _, atoms in cells:
        yield from _images(source, atoms)
    yield Element(Role.TABLE, cells=tuple(cell for cell, _ in cells))


def _images(source: Source, atoms: Sequence[Atom]) -> Iterator[Problem]:
    for atom in atoms:
        if atom.kind is AtomKind.IMAGE:
            said = f' ("{atom.text.strip()}")' if atom.text.strip() else ""
            yield Problem(
                "image",
                f"an image{said} stands in place of content",
                "Look at the page: what the image shows is not in the text.",
                line=source.line(atom.offset),
            )


def _paragraph(source: Source, leaf: Leaf, *, continues_note: bool) -> Iterator[Piece]:
    atoms = list(scan(source.text, leaf.lines))
    yield from _images(source, atoms)
    current: list[Atom] = []
    role = Role.FOOTNOTE if continues_note else Role.TEXT
    for line in _lines(atoms):
        if _opens_note(line):
            yield from _element(source, leaf, role, current)
            role, current = Role.FOOTNOTE, []
        elif (page := pages.from_line(_words(line))) is not None:
            yield from _element(source, leaf, role, current)
            yield PageMark(page, next(_element(source, leaf, Role.FURNITURE, line), None))
            current = []
            continue
        for atom in line:
            if atom.kind is AtomKind.COMMENT:
                yield from (mark for mark in [pages.from_comment(atom.text)] if mark)
        current += line
    yield from _element(source, leaf, role, current)


def _lines(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Atoms by line; each break stands at the end of its line."""
    count = 0

    def number(atom: Atom) -> int:
        nonlocal count
        count += atom.kind in (AtomKind.HARD, AtomKind.SOFT)
        return count - (atom.kind in (AtomKind.HARD, AtomKind.SOFT))

    for _, line in groupby(atoms, key=number):
        yield list(line)


def _words(line: Sequence[Atom]) -> str:
    return "".join(atom.text for atom in line if atom.kind in (AtomKind.TEXT, AtomKind.MARK))


def _opens_note(line: Sequence[Atom]) -> bool:
    """A mark at the head of a line with words after it ("¹⁾ Tốc độ …"), not with a stop ("(3); …")."""
    filled = [a for a in line if a.kind is AtomKind.MARK or (a.kind is AtomKind.TEXT and a.text.strip())]
    if len(filled) < 2 or filled[0].kind is not AtomKind.MARK or filled[1].kind is AtomKind.MARK:
        return False
    after = filled[1].text.lstrip()
    return after[0] not in _NOT_A_BODY or (filled[0].text.startswith("[^") and after[0] == ":")


def _element(source: Source, leaf: Leaf, role: Role, atoms: Sequence[Atom]) -> Iterator[Element]:
    label = None
    if (
        role is Role.FOOTNOTE
        and (first := next((a for a in atoms if a.kind is AtomKind.MARK), None)) is not None
    ):
        before = atoms[: list(atoms).index(first)]
        if not _words(before).strip():
            label, atoms = first.label, _without_colon(atoms[len(before) + 1 :], first)
    composed = compose(atoms, source)
    if composed.text:
        style = replace(composed.style, heading=leaf.heading if role is Role.TEXT else None)
        item = leaf.item and role is Role.TEXT
        yield Element(
            role,
            composed.text,
            style=style,
            markers=composed.markers,
            origins=composed.origins,
            label=label,
            item=item,
        )


def _without_colon(atoms: Sequence[Atom], mark: Atom) -> Sequence[Atom]:
    """The body of "[^1]: …" starts after the colon."""
    if not (mark.text.startswith("[^") and atoms and atoms[0].text.startswith(":")):
        return atoms
    first = atoms[0]
    return [replace(first, text=first.text[1:], offset=first.offset + 1), *atoms[1:]]
