"""Report → mentions: `patterns` read the report's blocks, and the mentions point into its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from extractor.doubts import find_doubtful_citations
from extractor.places import places_of
from extractor.problems import Problem
from extractor.report import Block, BlockKind, Report
from patterns import find
from patterns.dates import is_impossible
from patterns.indicators import has_stray_blank
from patterns.mentions import Citation, Date, Indicator, Mentions, Relation
from patterns.passages import Context, Passage, PassageKind

_Mention = TypeVar("_Mention", Citation, Date, Indicator, Relation)


def extract(report: Report) -> Mentions:
    """Find the mentions of a report; for each `report.text[m.start:m.end] == m.raw`.

    Footnote marks are blanked for the reading, since "65%(3)" is no function; furniture is left out.
    """
    text = without_marks(report)
    found = find(text, _passages(report, text), _context(report))
    return Mentions(
        citations=tuple(_raws(found.citations, report.text)),
        dates=tuple(_raws(found.dates, report.text)),
        indicators=tuple(_raws(found.indicators, report.text)),
        relations=tuple(_raws(found.relations, report.text)),
    )


def find_problems(report: Report, mentions: Mentions) -> Iterator[Problem]:
    """What the mentions show: days that no calendar has, numbers that a blank parts, symbols read with doubt."""
    for date in mentions.dates:
        if is_impossible(date):
            yield Problem(
                "impossible_date",
                f'no calendar has "{date.raw}"; it is kept as written, without days',
                "compare it with the page: it is misprinted there or was misread",
                start=date.start,
                end=date.end,
            )

    for figure in mentions.indicators:
        if has_stray_blank(figure.raw):
            yield Problem(
                "split_number",
                f'the number of "{figure.raw}" has a blank inside; it is read as {figure.value:.15g}',
                "compare it with the page: it may be two numbers",
                start=figure.start,
                end=figure.end,
            )

    yield from find_doubtful_citations(mentions.citations, places_of(report))


def without_marks(report: Report) -> str:
    """The text with blanks in place of footnote marks, so that all offsets hold."""
    pieces: list[str] = []
    end = 0
    for note in sorted(report.footnotes, key=lambda note: note.marker_start or 0):
        if note.marker_start is None or note.marker_end is None or note.marker_start < end:
            continue
        pieces += (report.text[end : note.marker_start], " " * (note.marker_end - note.marker_start))
        end = note.marker_end
    return "".join([*pieces, report.text[end:]])


def _passages(report: Report, text: str) -> tuple[Passage, ...]:
    """The blocks as passages, furniture left out; `text` is the report's without footnote marks."""
    read = [block for block in report.blocks if block.kind is not BlockKind.FURNITURE]
    places = {block.index: place for place, block in enumerate(read)}
    anchors = {note.body: note.marker_start for note in report.footnotes if note.body is not None}
    titles = {b.index: text[b.start : b.end] for b in report.blocks if b.kind is BlockKind.HEADING}
    return tuple(_passage(block, places, anchors, titles) for block in read)


def _passage(
    block: Block, places: dict[int, int], anchors: dict[int, int | None], titles: dict[int, str]
) -> Passage:
    return Passage(
        block.start,
        block.end,
        kind=PassageKind(block.kind.value),
        headings=tuple(titles[index] for index in block.section),
        lead=places.get(block.lead) if block.lead is not None else None,
        anchor=anchors.get(block.index),
        cells=block.cells,
        sheet=block.sheet,
    )


def _context(report: Report) -> Context:
    facts = report.facts
    return Context(
        date=facts.date,
        period_from=facts.period_from,
        period_to=facts.period_to,
        number=facts.number,
        issuer=facts.issuer,
        place=facts.province,
    )


def _raws(mentions: Iterable[_Mention], text: str) -> Iterator[_Mention]:
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text), f"a mention outside the text: {mention}"
        raw = text[mention.start : mention.end]
        yield mention if raw == mention.raw else replace(mention, raw=raw)
