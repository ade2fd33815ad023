"""Citations that an OCR engine was not sure of: told, with what the rest of the report suggests, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from extractor.places import Places
from extractor.problems import Problem
from patterns.mentions import Citation

_UNSURE: Final = 0.6  # confidence of the least sure word of a number and symbol
_SHORTEST: Final = 3  # letters of a part of a symbol that another can be mistaken for
_PARTS = re.compile(r"[^\W\d_]+\d*")


def find_doubtful_citations(citations: Iterable[Citation], places: Places) -> Iterator[Problem]:
    """Tell of the numbers and symbols with an unsure word, and name the surer ones of the report that are near."""
    sure: set[str] = set()
    unsure: list[tuple[Citation, float]] = []
    for citation in citations:
        confidence = places.confidence(citation.start, citation.end)
        if confidence is not None and confidence < _UNSURE and citation.symbol is not None:
            unsure.append((citation, confidence))
        else:
            sure.update(_parts(citation.symbol))
    for citation, confidence in unsure:
        near = [other for part in _parts(citation.symbol) - sure for other in sure if _is_near(part, other)]
        hint = f'; elsewhere the report has "{min(near)}"' if near else ""
        yield Problem(
            "doubtful_citation",
            f'"{citation.raw}" was read from its picture with a confidence of {confidence:.0%}{hint}',
            "compare it with the picture",
            start=citation.start,
            end=citation.end,
        )


def _parts(symbol: str | None) -> set[str]:
    return set(_PARTS.findall(symbol or ""))


def _is_near(part: str, other: str) -> bool:
    """Whether two parts of symbols differ by one letter that is another, missing or too many.

    >>> _is_near("BCPĐ", "BCĐ"), _is_near("MTTO", "MTTQ"), _is_near("KH", "QH"), _is_near("UBND", "HĐND")
    (True, True, False, False)
    """
    short, long = sorted((part, other), key=len)
    if short == long or len(long) - len(short) > 1 or len(long) < _SHORTEST:
        return False
    at = next(place for place, (a, b) in enumerate(zip_longest(short, long)) if a != b)
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]
