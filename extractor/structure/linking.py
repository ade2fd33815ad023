"""Footnote marks and bodies are brought together."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.elements import Marker
from extractor.problems import Problem
from extractor.report import Block, BlockKind, Footnote
from extractor.structure.layout import Layout


def link_notes(layout: Layout) -> tuple[tuple[Footnote, ...], tuple[Block, ...], tuple[Problem, ...]]:
    """Link each mark to its body, by label and order; a body takes the section of its mark.

    Where the count begins anew on every page, a body belongs to the last mark of its label before it. A mark
    without body, a body without mark and a second mark for one body are problems.
    """
    pairs = list(_pairs(layout))
    footnotes = tuple(_footnote(layout, marker, block, body) for marker, block, body in pairs)
    sections = {note.body: note.section for note in footnotes if note.body is not None and note.marker_start}
    blocks = tuple(
        replace(block, section=sections[block.index]) if block.index in sections else block
        for block in layout.blocks
    )
    return footnotes, blocks, tuple(_problems(layout, footnotes))


_Pair = tuple[Marker | None, int | None, int | None]  # mark, its block, the body's block


def _pairs(layout: Layout) -> Iterator[_Pair]:
    bodies: dict[str, deque[Block]] = defaultdict(deque)
    for block in layout.blocks:
        if block.kind is BlockKind.FOOTNOTE:
            bodies[block.label or ""].append(block)
    found: list[_Pair] = []
    marks: dict[str, list[tuple[Marker, int]]] = defaultdict(list)
    for marker, block_index in layout.marks:
        marks[marker.label].append((marker, block_index))
    for label, marked in marks.items():
        found += _match(marked, bodies.pop(label, deque()))
    found += [(None, None, body.index) for rest in bodies.values() for body in rest]
    yield from sorted(found, key=lambda pair: pair[0].start if pair[0] else layout.blocks[pair[2] or 0].start)


def _match(marked: Sequence[tuple[Marker, int]], bodies: deque[Block]) -> Iterator[_Pair]:
    """Marks and bodies of one label: each body goes to the last mark before it that has none."""
    taken: dict[int, int] = {}
    waiting: list[int] = []
    position = 0
    for body in bodies:
        while position < len(marked) and marked[position][0].start < body.start:
            waiting.append(position)
            position += 1
        if waiting:
            taken[waiting.pop()] = body.index
        elif position < len(marked):
            taken[position] = body.index
            position += 1
        else:
            yield None, None, body.index
    for number, (marker, block) in enumerate(marked):
        again = taken[next(iter(taken))] if len(taken) == 1 and number not in taken else None
        yield marker, block, taken.get(number, again)


def _footnote(layout: Layout, marker: Marker | None, block: int | None, body: int | None) -> Footnote:
    if marker is None:
        label = layout.blocks[body].label or "" if body is not None else ""
        return Footnote(label, None, None, body, layout.blocks[body].section if body is not None else ())
    section = layout.blocks[block].section if block is not None else ()
    if block is not None and layout.blocks[block].kind is BlockKind.HEADING:
        section = (*section, block)
    return Footnote(marker.label, marker.start, marker.end, body, section)


def _problems(layout: Layout, footnotes: Sequence[Footnote]) -> Iterator[Problem]:
    seen: set[int] = set()
    for note in footnotes:
        block = layout.blocks[note.body] if note.body is not None else None
        if note.marker_start is None and block is not None:
            yield Problem(
                "footnote_without_marker",
                f"footnote {note.label or '?'} has a body, but no mark in the text",
                "look at the page above it: the mark was lost or read as something else",
                page=block.page,
                start=block.start,
                end=block.end,
            )
        elif block is None:
            yield Problem(
                "footnote_without_body",
                f"mark {note.label} has no footnote",
                "look at the foot of its page: the footnote was lost or read as text",
                start=note.marker_start,
                end=note.marker_end,
            )
        elif block.index in seen:
            yield Problem(
                "footnote_marked_twice",
                f"footnote {note.label} has more than one mark",
                "check whether one of the marks is a figure of the text",
                start=note.marker_start,
                end=note.marker_end,
            )
        if note.body is not None:
            seen.add(note.body)
