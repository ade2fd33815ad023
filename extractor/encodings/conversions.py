"""What a reader keeps of its conversions: the document's main encoding, and the passages to be told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from extractor.encodings.readings import UNICODE
from extractor.encodings.runs import Decoded
from extractor.problems import Problem

_TOLD_SINGLY: Final = 10
_SHOWN: Final = 60
_ADVICE: Final = "compare the passage with the original in its own fonts, and correct it where it is wrong"


def of_most(pieces: Iterable[tuple[str | None, float | None, int]]) -> tuple[str | None, float | None]:
    """Sum up pieces of text by encoding, certainty and length: the encoding of most, the least certainty.

    >>> of_most([("tcvn3", 1.0, 40), ("unicode", 0.8, 5), (None, None, 9)])
    ('tcvn3', 0.8)
    """
    sizes: Counter[str] = Counter()
    least: float | None = None
    for encoding, certainty, length in pieces:
        if encoding is not None:
            sizes[encoding] += length
        if certainty is not None and (least is None or certainty < least):
            least = certainty
    return max(sizes, key=sizes.__getitem__, default=None), least


@dataclass(slots=True)
class Conversions:
    """The paragraphs of one document, as they were decoded."""

    _sizes: Counter[str] = field(default_factory=Counter)
    _doubts: list[Problem] = field(default_factory=list)
    _untold: int = 0

    def add(self, decoded: Decoded, *, page: int | None = None, line: int | None = None) -> None:
        """Take note of a paragraph and of where it stands."""
        if decoded.encoding is None:
            return
        text = " ".join("".join(decoded.texts).split())
        self._sizes[decoded.encoding] += len(text)
        if not decoded.doubtful:
            return
        if len(self._doubts) >= _TOLD_SINGLY:
            self._untold += 1
            return
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        named = "Unicode" if decoded.encoding == UNICODE else decoded.encoding
        message = f"a passage was read as {named}, which is doubtful ({decoded.certainty:.0%}): “{shown}”"
        self._doubts.append(Problem("doubtful_encoding", message, _ADVICE, page=page, line=line))

    @property
    def encoding(self) -> str | None:
        """The encoding of most of the text, None when all of it is plain ASCII."""
        return max(self._sizes, key=self._sizes.__getitem__, default=None)

    def problems(self) -> tuple[Problem, ...]:
        """Tell of the doubtful passages, the first of them one by one."""
        if not self._untold:
            return tuple(self._doubts)
        more = f"{self._untold} more passages were read in doubtful encodings"
        return (*self._doubts, Problem("doubtful_encoding", more, _ADVICE))
