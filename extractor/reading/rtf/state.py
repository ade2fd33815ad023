"""What holds in a group of an RTF file, and falls back to what held before when the group ends."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from extractor.reading.docx.properties import ParagraphFormat, RunFormat


class Destination(Enum):
    """What becomes of the text in a group."""

    TEXT = "text"
    SKIPPED = "skipped"
    FONTS = "fonts"
    STYLES = "styles"


@dataclass(slots=True)
class Letters:
    """How letters are set; None where nothing was said since \\pard or \\plain."""

    font: int | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    deleted: bool = False

    def over(self, base: Letters) -> Letters:
        """Lay this over the letters of a style."""
        return Letters(
            self.font if self.font is not None else base.font,
            self.size if self.size is not None else base.size,
            self.bold if self.bold is not None else base.bold,
            self.italic if self.italic is not None else base.italic,
            self.capitals if self.capitals is not None else base.capitals,
            self.hidden if self.hidden is not None else base.hidden,
            self.raised if self.raised is not None else base.raised,
            self.deleted,
        )

    def format(self, font: str | None) -> RunFormat:
        """Return the format of a run in the font of that name."""
        return RunFormat(
            self.bold, self.italic, self.capitals, self.hidden, self.raised, self.size, font or None
        )


@dataclass(slots=True)
class Lines:
    """How a paragraph is set; indents in points."""

    align: str | None = None
    left: float | None = None
    first_line: float | None = None
    outline: int | None = None
    style: int | None = None
    in_table: bool = False
    in_list: bool = False

    def format(self, heading: int | None) -> ParagraphFormat:
        """Return the format of a paragraph whose style is a heading of that level, if it is one."""
        return ParagraphFormat(
            self.align, self.left, self.first_line, self.outline if self.outline is not None else heading
        )


@dataclass(slots=True)
class State:
    """All that a group inherits."""

    destination: Destination = Destination.TEXT
    letters: Letters = field(default_factory=Letters)
    lines: Lines = field(default_factory=Lines)
    unicode_skip: int = 1
    story: bool = False  # the group opened a story of its own, which ends with it
    starred: bool = False
    named: bool = False  # a control word has said what the group is
    waiting: Destination | None = None  # for the second of two forms of a text, the one in Unicode

    def inherited(self) -> State:
        """Return the state of a group that opens inside."""
        inherited = State(self.destination, copy(self.letters), copy(self.lines), self.unicode_skip)
        inherited.waiting = self.waiting
        return inherited


_POINTS: Final = 20


def points(twips: int | None) -> float:
    """A length in points."""
    return (twips or 0) / _POINTS
