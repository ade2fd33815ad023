"""Which citations of a report speak of one document, and how far two of their statements agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import TypeVar

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.days import day_of
from extractor.checks.vocabulary import abbreviations
from patterns.folding import fold
from patterns.gazetteers import phrases
from patterns.mentions import Citation

_SEPARATORS = regex.compile(r"[-/. –]+")
_PARTS = regex.compile(r"[^\p{L}\d&]+")
_CENTRAL_PARTY = regex.compile(r"\p{L}{0,6}tw\p{L}{0,3}")
_WORDS = regex.compile(r"\w+")

Value = TypeVar("Value", bound=Hashable)


def plain_number(citation: Citation) -> str:
    """The number without the noughts before it, folded.

    A number is the same document's whether padded or not (NĐ 30/2020, annex I, asks for two digits).
    """
    return fold(citation.number or "").lstrip("0")


def plain_symbol(citation: Citation) -> str:
    """The symbol as all spellings of its separators give it: "CT-TU" for "CT/TU"."""
    return _plain(citation.symbol or "")


def is_full(citation: Citation) -> bool:
    """Whether the page gives number and symbol, all that the symbol's system asks for."""
    return citation.form == "full" and bool(citation.number and citation.symbol)


def base_type(citation: Citation) -> str:
    """The type in two words: "Chương trình hành động" may be called "Chương trình" later on."""
    return " ".join(fold(citation.type).split()[:2])


def names_its_type(citation: Citation) -> bool:
    """Whether the mention itself says the type; in a list it may be the head's ("Công văn: số …; số …")."""
    return fold(citation.raw[: len(citation.type)]) == fold(citation.type)


def is_central(citation: Citation) -> bool:
    """Whether the symbol is a central body's; a local one ("QĐ-UBND") is used in every province and commune."""
    parts = [part for part in _PARTS.split(fold(citation.symbol or "")) if part]
    return any(part in _central_codes() or _CENTRAL_PARTY.fullmatch(part) for part in parts[-2:])


def by_document(citations: Iterable[Citation]) -> Mapping[tuple[str, int | None, str], list[Citation]]:
    """Citations in full by number, year and symbol, in text order; the type is left out, as it may be the slip."""
    groups: defaultdict[tuple[str, int | None, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        if is_full(citation):
            groups[plain_number(citation), citation.year, plain_symbol(citation)].append(citation)
    return groups


def most_common(values: Iterable[Value]) -> tuple[Value, bool]:
    """The value most often met, of several the first, and whether no other is met as often."""
    counted = Counter(values).most_common()
    return counted[0][0], len(counted) == 1 or counted[0][1] > counted[1][1]


def issuers_differ(one: Citation, other: Citation) -> bool:
    """Whether both mentions name a body and the names share less than one holds of the other."""
    if one.issuer is None or other.issuer is None:
        return False
    first, second = body_words(one.issuer), body_words(other.issuer)
    return not (first <= second or second <= first)


def subjects_alike(one: Citation, other: Citation) -> bool:
    """Whether both mentions say what the document is about, in much the same words."""
    if one.subject is None or other.subject is None:
        return False
    first, second = _words(one.subject), _words(other.subject)
    if min(len(first), len(second)) < 4:
        return False
    shared = len(first & second)
    return shared >= 0.8 * min(len(first), len(second))


@lru_cache(maxsize=4096)
def body_words(name: str) -> frozenset[str]:
    """The words of a body's name, short forms written out ("BTV" is "Ban Thường vụ")."""
    return _words(" ".join(_short_bodies().get(word, word) for word in fold(name).split()))


def report_day(checked: CheckedReport) -> date | None:
    """The day of the report, or the latest on which a document that it cites was issued: it is no older."""
    stated = checked.report.facts.date
    days = [stated] if stated else [citation.date for citation in checked.citations if citation.date]
    known = [day for day in map(day_of, days) if day is not None]
    return max(known, default=None)


def _plain(symbol: str) -> str:
    return _SEPARATORS.sub("-", fold(symbol)).strip("-")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(fold(text)))


@cache
def _central_codes() -> frozenset[str]:
    codes = {fold(code) for entry in phrases("issuers") for code in entry.codes}
    terms = {f"{body}{term}" for body in ("qh", "ubtvqh") for term in range(1, 20)}
    return frozenset(codes | terms)


@cache
def _short_bodies() -> Mapping[str, str]:
    """Short forms of which there is one reading, and their words, folded."""
    return {
        fold(short): fold(known.meanings[0])
        for short, known in abbreviations().items()
        if len(known.meanings) == 1
    }
