"""Citations of official documents (trích dẫn, viện dẫn văn bản)."""

from __future__ import annotations

from collections.abc import Sequence

from patterns.mentions import Citation, Date
from patterns.passages import Context, Passage


def find_citations(
    text: str, passages: Sequence[Passage], dates: Sequence[Date], context: Context
) -> tuple[Citation, ...]:
    """Find every mention of an identified document."""
    return ()
