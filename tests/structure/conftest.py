"""Reports put together from texts and Markdown written in the test."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from extractor.reading import markdown, plain_text
from extractor.report import Report
from extractor.structure import assemble


class Composer:
    """Turns what a test writes into reports."""

    def text(self, source: str) -> Report:
        reading = plain_text.read_elements(dedent(source).encode(), "bao-cao.txt")
        return assemble(reading, id="0", path="bao-cao.txt")

    def markdown(self, source: str) -> Report:
        reading = markdown.read_elements(dedent(source).encode(), "bao-cao.md")
        return assemble(reading, id="0", path="bao-cao.md")

    @staticmethod
    def blocks(report: Report, *kinds: str) -> list[str]:
        """The texts of all blocks, or of those of some kinds."""
        return [report.text[b.start : b.end] for b in report.blocks if not kinds or b.kind in kinds]


@pytest.fixture
def compose() -> Composer:
    return Composer()


@pytest.fixture
def tree() -> Callable[[Report], list[tuple[int, str | None, str]]]:
    """The headings of a report: level, label, text."""

    def headings(report: Report) -> list[tuple[int, str | None, str]]:
        return [
            (b.level or 0, b.label, report.text[b.start : b.end])
            for b in report.blocks
            if b.kind == "heading"
        ]

    return headings
