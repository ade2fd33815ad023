"""A paragraph whose role in the report is settled."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.report import BlockKind
from extractor.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph whose role is settled.

    Attributes:
        level: of a heading, from 1; label: of a heading or list item, bare.
        section: indexes of the parts that are its headings, outermost first.
        lead: of a list item, index of the part that introduces its list.
    """

    lines: tuple[Line, ...]
    kind: BlockKind
    level: int | None = None
    label: str | None = None
    section: tuple[int, ...] = ()
    lead: int | None = None
