"""The rows of the tables of series, in the order of their columns."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import NamedTuple


class ConceptRow(NamedTuple):
    """A row of `concepts`."""

    id: int
    key: str
    name: str
    indicator: str | None
    words: str
    words_fold: str
    group_id: int


class SeriesRow(NamedTuple):
    """A row of `series`."""

    id: int
    concept_id: int
    place: str | None
    place_kind: str | None
    within: str | None
    scope: str | None
    unit: str | None
    measure: str
    base: str | None


class ObservationRow(NamedTuple):
    """A row of `observations`."""

    indicator_id: int
    document_id: str
    concept_id: int
    series_id: int
    label: str
    period_from: str | None
    period_to: str | None
    period_kind: str | None
    period_stated: int
    year: int | None
    value: float
    value_to: float | None
    denominator: float | None
    step: float
    status: str | None
    accumulation: str | None
    plausible: int


def hashed(*parts: object) -> int:
    """An id from what identifies a row: 53 bits of its hash, an integer that JSON readers keep exact.

    >>> hashed("ho-ngheo|") == hashed("ho-ngheo|") != hashed("ho-ngheo|", None)
    True
    """
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big") >> 11


@lru_cache(maxsize=1 << 17)
def concept_id_of(key: str) -> int:
    """The id of a concept."""
    return hashed(key)


@lru_cache(maxsize=1 << 17)
def series_of(concept_id: int, *rest: str | None) -> SeriesRow:
    """The row of a concept's series in a place, at a level, in a unit …, in the order of the columns."""
    return SeriesRow._make((hashed(concept_id, *rest), concept_id, *rest))
