"""What goes into a conversion and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

DOUBTFUL: Final = 0.9
"""Certainty below which a reader tells the user of a conversion."""


@dataclass(frozen=True, slots=True)
class FontRun:
    """Letters that share a font.

    Attributes:
        font: its name as the file gives it, resolved through styles and themes; None where there is none.
        charset: the Windows charset that the file states for it (0, 2, 163 …), None where it states none.
    """

    text: str
    font: str | None = None
    charset: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentHints:
    """What the fonts of a document hold: by font name, how many telling words were surely read in which way.

    `families` has the same for all fonts of one maker together.
    """

    fonts: Mapping[str | None, Mapping[str, int]] = field(default_factory=dict)
    families: Mapping[int | None, Mapping[str, int]] = field(default_factory=dict)


NO_HINTS: Final = DocumentHints()


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of each run in Unicode, composed.

    Attributes:
        encoding: of most of its telling words ("tcvn3", "unicode"), None when it holds none.
        certainty: of the least certain run with telling words, from 0 to 1; None when there is none.
        encodings: that of each run, None where any would give the same.
    """

    texts: tuple[str, ...]
    encoding: str | None = None
    certainty: float | None = None
    encodings: tuple[str | None, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether the conversion should be told of."""
        return self.certainty is not None and self.certainty < DOUBTFUL
