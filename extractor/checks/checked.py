"""A report as the rules see it: its mentions, and quick answers to where a place of the text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from extractor.checks.registry import Authority, builtin_authority
from extractor.report import Block, Report
from patterns.mentions import Citation, Date, Indicator, Mentions

Found = TypeVar("Found")


@dataclass(frozen=True)
class CheckedReport:
    """One report with what was found in it; `registry`: a list of documents in place of the built-in one."""

    report: Report
    mentions: Mentions
    registry: Authority | None = None

    @cached_property
    def authority(self) -> Authority:
        """The list of known documents that citations are compared with: the one given, or the built-in one."""
        return builtin_authority() if self.registry is None else self.registry

    @property
    def text(self) -> str:
        """The report's text, which all spans point into."""
        return self.report.text

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations in text order."""
        return self.mentions.citations

    @property
    def dates(self) -> tuple[Date, ...]:
        """The dates in text order."""
        return self.mentions.dates

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The figures in text order."""
        return self.mentions.indicators

    @cached_property
    def same_document(self) -> Mapping[str, tuple[Citation, ...]]:
        """The citations of each document that they settle, by its key, in text order."""
        groups: defaultdict[str, list[Citation]] = defaultdict(list)
        for citation in self.citations:
            if citation.key is not None:
                groups[citation.key].append(citation)
        return {key: tuple(group) for key, group in groups.items()}

    def block_at(self, offset: int) -> Block:
        """The block in which a place of the text stands (the one before it, where it stands between two)."""
        return self.report.blocks[max(0, bisect_right(self._starts, offset) - 1)]

    def once(self, find: Callable[[CheckedReport], Found]) -> Found:
        """What a search that several rules share finds; it is made once for a report."""
        if find not in self._found:
            self._found[find] = find(self)
        found: Found = self._found[find]
        return found

    @cached_property
    def _found(self) -> dict[Callable[[CheckedReport], Any], Any]:
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.report.blocks]
