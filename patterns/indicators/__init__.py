"""Indicators: quantities that measure or count (chỉ tiêu, số liệu)."""

from patterns.indicators.finding import find_indicators

__all__ = ["find_indicators"]
