"""The text that citations are read in, and the heads that are found there."""

from __future__ import annotations

from dataclasses import dataclass

from patterns.citations.symbols import NumberSymbol
from patterns.mentions import Date, Span


@dataclass(frozen=True, slots=True)
class Source:
    """One text in its three spellings, of equal length (`patterns.folding`).

    `defined` holds the short forms that it defines ("gọi tắt là Kế hoạch 45") as type and number.
    """

    text: str
    unified: str
    folded: str
    defined: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Head:
    """`text[start:end]` names a document; its date, issuer and subject are not yet bound to it.

    Attributes:
        mark: its number-symbol, None for a law named by its year; code: that of the mark, or the one that a
            bare number shares with the last of its series ("số 18" in "số 18 và 19-NQ/TW").
        typed: whether the type stands in the words themselves, not inherited from an enumeration.
        year: of a named law; issuer: a body named between type and number.
    """

    start: int
    end: int
    type: str
    mark: NumberSymbol | None
    typed: bool
    code: str | None = None
    year: int | None = None
    issuer: Span | None = None

    @property
    def shares_symbol(self) -> bool:
        """Whether the code is partly that of another number of the series."""
        return self.mark is not None and self.code != self.mark.code


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text that is read in one go, with the heads found in it; `cell`: it is a table's cell."""

    source: Source
    start: int
    end: int
    heads: tuple[Head, ...]
    cell: bool = False

    @property
    def unified(self) -> str:
        """The whole text as `Source.unified`."""
        return self.source.unified

    @property
    def folded(self) -> str:
        """The whole text as `Source.folded`."""
        return self.source.folded


@dataclass(frozen=True, slots=True)
class Bound:
    """A head with what its sentence says of it; `end` is where the last of it stands."""

    head: Head
    end: int
    date: Date | None = None
    issuer: Span | None = None
    subject: Span | None = None


def begins_with(folded: str, at: int, letters: str) -> bool:
    """Whether the first sign behind `folded[at]` that is no blank is one of `letters`: quicker than a pattern."""
    while folded.startswith(" ", at):
        at += 1
    return folded[at : at + 1] in letters
