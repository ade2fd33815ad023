"""Document types and the abbreviations that stand for them (tên loại và chữ viết tắt)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from patterns.folding import fold
from patterns.gazetteers import phrases, read_data
from patterns.wordtrees import branches

System = Literal["state", "party", "front", "union", "procuracy"]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One reading of an abbreviation: "TTr" is a Tờ trình of the state, a Thông tri of the Front.

    `year` says whether the number carries the year: "always", "never" or "either"; `since` and `until` are
    the ISO days between which a new document may bear it.
    """

    symbol: str
    type: str
    system: System
    year: Literal["always", "never", "either"]
    since: str | None = None
    until: str | None = None


@cache
def abbreviations() -> tuple[Abbreviation, ...]:
    """Every reading of every abbreviation."""
    return tuple(Abbreviation(**row) for row in read_data("document_types")["abbreviations"])


@cache
def readings(symbol: str, system: System | None = None) -> tuple[Abbreviation, ...]:
    """The readings of an abbreviation in any case, those of the system before the others.

    >>> [reading.type for reading in readings("TTr", "front")]
    ['Thông tri', 'Tờ trình', 'Tờ trình', 'Tờ trình']
    """
    found = [each for each in abbreviations() if fold(each.symbol) == fold(symbol)]
    return tuple(sorted(found, key=lambda each: each.system != system))


@cache
def type_names() -> dict[str, str]:
    """Canonical name of each type by each of its folded forms."""
    return {
        fold(form): entry.name for entry in phrases("document_types") for form in (entry.name, *entry.forms)
    }


@cache
def kind_of(type_name: str) -> str | None:
    """ "law", "norm" or "act" (see the data file)."""
    return next((entry.kind for entry in phrases("document_types") if entry.name == type_name), None)


def alternatives(words: Iterable[str], *, backwards: bool = False) -> str:
    """A regex of phrases, longest first, with any run of blanks between words."""
    return branches(words, blank="[ ]+", backwards=backwards)


@cache
def abbreviation_pattern() -> str:
    """A regex of all abbreviations, folded, longest first."""
    return alternatives(fold(each.symbol) for each in abbreviations())


@cache
def things_pattern() -> str:
    """A regex of numbered things that are no documents, folded ("phụ lục")."""
    return alternatives([fold(word) for word in read_data("document_types")["no_documents"]])


@cache
def type_pattern(*, backwards: bool = False) -> str:
    """A regex of all type names, folded, longest first."""
    return alternatives(type_names(), backwards=backwards)
