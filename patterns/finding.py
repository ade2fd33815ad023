"""The order in which the three families are found: each may lean on those before it."""

from __future__ import annotations

from collections.abc import Sequence

from patterns.citations import find_citations, find_relations
from patterns.dates import find_dates
from patterns.indicators import find_indicators
from patterns.mentions import Mentions
from patterns.passages import Context, Passage, split_passages


def find(text: str, passages: Sequence[Passage] | None = None, context: Context | None = None) -> Mentions:
    """Find the citations, dates and indicators of a text, and what the cited documents do to one another.

    Args:
        text: NFC text; every mention points into it by code points.
        passages: the parts of the text that are read, in order; by default each line is a paragraph.
        context: what the report says of itself; settles relative dates and partial citations.
    """
    passages = split_passages(text) if passages is None else tuple(passages)
    context = context or Context()
    dates = find_dates(text, passages, context)
    citations = find_citations(text, passages, dates, context)
    indicators = find_indicators(text, passages, dates, citations, context)
    return Mentions(citations, dates, indicators, find_relations(text, passages, citations))
