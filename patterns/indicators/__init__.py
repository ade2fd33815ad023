"""Indicators: quantities that measure or count (chỉ tiêu, số liệu)."""

from patterns.indicators.finding import find_indicators
from patterns.indicators.stray_blanks import has_stray_blank

__all__ = ["find_indicators", "has_stray_blank"]
