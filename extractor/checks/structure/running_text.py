"""The blocks that hold running text, as the rules on brackets, quotes, sentences and words read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.checked import CheckedReport
from extractor.report import Block, BlockKind

PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)
_TEXT = (*PROSE, BlockKind.HEADING, BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block's text with blanks in place of footnote marks, so that offsets hold: `report.text[start + i]`."""

    block: Block
    text: str

    @property
    def start(self) -> int:
        """Where the block begins in the report's text."""
        return self.block.start


def stretches(checked: CheckedReport) -> tuple[Stretch, ...]:
    """Headings and prose in text order."""
    return checked.once(_stretches)


def _stretches(checked: CheckedReport) -> tuple[Stretch, ...]:
    return tuple(_read(checked))


def _read(checked: CheckedReport) -> Iterator[Stretch]:
    marks = sorted(
        (note.marker_start, note.marker_end)
        for note in checked.report.footnotes
        if note.marker_start is not None and note.marker_end is not None
    )
    at = 0
    for block in checked.report.blocks:
        text = checked.text[block.start : block.end]
        while at < len(marks) and marks[at][0] < block.end:
            first, last = marks[at][0] - block.start, marks[at][1] - block.start
            if 0 <= first <= last <= len(text):
                text = text[:first] + " " * (last - first) + text[last:]
            at += 1
        if block.kind in _TEXT and text.strip():
            yield Stretch(block, text)


def is_scanned(block: Block) -> bool:
    """Whether an OCR engine read the block: what is amiss there may be the engine's."""
    return any(origin.confidence is not None for origin in block.origins)
