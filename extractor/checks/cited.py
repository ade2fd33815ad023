"""A citation as its number-symbol stands on the page: where it begins, its parts, and the system they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.checks.bodies import document_data, is_front, is_of_party, is_of_state
from extractor.checks.checked import CheckedReport
from patterns.citations.symbols import NumberSymbol, read_number_symbol
from patterns.citations.vocabulary import System
from patterns.folding import fold, unify
from patterns.mentions import Citation

_FIRST = regex.compile(r"[\dOlI]")
_UNTYPED = regex.compile(r"(?:s[ốôo])?[ :.]*[\dol]")
_NEW_SINCE = "1997"
_SIGNS = regex.compile(r"[-/.]")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with a number.

    Attributes:
        mark: its number-symbol; start, end: where that stands in the report's text.
        typed: whether the words before the number name the type.
        parts: the codes behind the abbreviation of the type, all of them when there is none ("UBND", "SNV").
        system: that its bodies belong to, or else the one that its separators are of.
    """

    citation: Citation
    mark: NumberSymbol
    start: int
    end: int
    typed: bool
    parts: tuple[str, ...]
    system: System

    @property
    def body(self) -> str | None:
        """The code of the first body, without the number of a term ("QH" of "QH14")."""
        return self.parts[0].rstrip("0123456789") if self.parts else None

    @property
    def written(self) -> str:
        """The number-symbol as it stands in the citation's words."""
        return self.citation.raw[self.start - self.citation.start :]


def cited_documents(checked: CheckedReport) -> Iterator[Cited]:
    """The citations that have a number, in text order."""
    for citation in checked.citations:
        found = _read(citation.raw) if citation.number is not None else None
        if found is not None:
            at, mark, parts, system = found
            start = citation.start + at
            yield Cited(citation, mark, start, citation.end, _is_typed(citation.raw), parts, system)


def is_old(cited: Cited) -> bool:
    """Whether a symbol may be one of before 1997, when letters and numbers followed other rules."""
    date = cited.citation.date
    if date is not None or cited.mark.year is not None:
        return f"{date or cited.mark.year}" < _NEW_SINCE
    old = document_data()["old"]
    alone = not cited.parts and cited.mark.abbreviation in old["alone"]
    return alone or cited.body in old["bodies"]


def day_of(cited: Cited, checked: CheckedReport) -> str | None:
    """The latest day on which the document can have been issued, ISO; None when the page does not tell.

    It is the day stated with it, the last of the year in its number, or the day of the report itself.
    """
    citation = cited.citation
    if citation.date is not None:
        return citation.date
    return f"{citation.year}-12-31" if citation.year is not None else checked.report.facts.date


@lru_cache(maxsize=8192)
def _read(raw: str) -> tuple[int, NumberSymbol, tuple[str, ...], System] | None:
    """The number-symbol with which a citation's words end."""
    unified = unify(raw)
    for first in _FIRST.finditer(unified):
        mark = read_number_symbol(unified, first.start(), len(unified))
        if mark is not None and mark.end == len(unified):
            parts = tuple(part for part in _SIGNS.split(mark.symbol or "") if part)
            parts = parts[mark.abbreviation is not None :]
            return first.start(), mark, parts, _system(mark, parts)
    return None


def _system(mark: NumberSymbol, parts: tuple[str, ...]) -> System:
    if any(is_front(part) for part in parts):
        return "front"
    if any(is_of_party(part) for part in parts):
        return "party"
    return "state" if mark.system == "party" and parts and is_of_state(parts[0]) else mark.system


@lru_cache(maxsize=8192)
def _is_typed(raw: str) -> bool:
    return _UNTYPED.match(fold(raw)) is None
