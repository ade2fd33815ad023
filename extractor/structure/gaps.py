"""Text that was lost: a sentence that stops and never goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.problems import Problem
from extractor.report import BlockKind
from extractor.structure.joining import FINISHED, ending
from extractor.structure.layout import Layout
from extractor.structure.parts import Part
from extractor.structure.vocabulary import ends_with
from patterns.folding import fold

_PREAMBLE = regex.compile(r"(?:căn cứ|theo đề nghị|xét|sau khi)\b")
_PROSE = 60  # characters: anything shorter may be a label
_SHOWN = 60
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)


def find_lost_text(parts: Sequence[Part], layout: Layout) -> Iterator[Problem]:
    """Problems for the paragraphs that end where no sentence can: after "gắn với", a comma, an open hyphen.

    A full stop alone that is missing is no proof.
    """
    for part, block in zip(parts, layout.blocks, strict=True):
        if part.kind not in _RUNNING or block.end - block.start < _PROSE:
            continue
        end = ending(part.lines[-1])
        listed = part.kind is BlockKind.LIST_ITEM or _PREAMBLE.match(fold(part.lines[0].text))
        if FINISHED.search(end) or not _stops_short(end, listed=bool(listed)):
            continue
        shown = layout.text[max(block.start, block.end - _SHOWN) : block.end]
        yield Problem(
            "lost_text",
            f'a sentence stops at "…{shown}" and does not go on',
            "compare with the page: the rest of the sentence is missing from the file",
            page=part.lines[-1].page,
            line=part.lines[-1].origins[-1].line if part.lines[-1].origins else None,
            start=block.start,
            end=block.end,
        )


def _stops_short(end: str, *, listed: bool) -> bool:
    """Whether no sentence can end so; items of a list and "Theo đề nghị của …," may end with a comma."""
    folded = fold(end)
    open_word = ends_with("open_words", folded) and not ends_with("safe_ends", folded)
    return open_word or (end.endswith(",") and not listed) or end.endswith(("-", "("))
