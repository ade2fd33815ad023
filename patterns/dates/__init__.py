"""Dates and periods (ngày, tháng, quý, năm, giai đoạn)."""

from __future__ import annotations

from collections.abc import Sequence

from patterns.mentions import Date
from patterns.passages import Context, Passage


def find_dates(text: str, passages: Sequence[Passage], context: Context) -> tuple[Date, ...]:
    """Find every date and period."""
    return ()
