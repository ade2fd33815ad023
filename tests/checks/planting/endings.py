"""Ends of paragraphs, where a sentence can be made to say one thing more."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.report import Block, BlockKind
from tests.checks.planting.clean import Clean
from tests.checks.planting.slip import Edit


def paragraphs(clean: Clean, least: int = 80) -> Iterator[Block]:
    """Paragraphs of some length that end with a full stop."""
    for block in clean.checked.report.blocks:
        text = clean.text[block.start : block.end]
        if block.kind is BlockKind.PARAGRAPH and len(text) >= least and text.endswith("."):
            yield block


def more(block: Block, words: str) -> Edit:
    """The last sentence of a paragraph with words added before its stop."""
    return Edit(block.end - 1, block.end, f"{words}.")


def after(block: Block, paragraph: str) -> Edit:
    """The same with a paragraph put behind it."""
    return Edit(block.end - 1, block.end, f".\n\n{paragraph}\n\n")
