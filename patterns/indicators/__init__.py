"""Indicators: quantities that measure or count (chỉ tiêu, số liệu)."""

from __future__ import annotations

from collections.abc import Sequence

from patterns.mentions import Citation, Date, Indicator
from patterns.passages import Context, Passage


def find_indicators(
    text: str,
    passages: Sequence[Passage],
    dates: Sequence[Date],
    citations: Sequence[Citation],
    context: Context,
) -> tuple[Indicator, ...]:
    """Find every quantity."""
    return ()
