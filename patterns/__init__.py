"""Patterns: text in, mentions out.

>>> from patterns import find
>>> found = find("Ngày 05/7/2019 đã ban hành Chỉ thị số 42-CT/TU; có 65/93 xã đạt chuẩn.")
>>> found.citations[0].code, found.dates[0].from_date, found.indicators[0].denominator
('42-CT/TU', '2019-07-05', 93.0)
"""

from patterns.finding import find
from patterns.mentions import Citation, Date, Indicator, Mentions
from patterns.passages import Cell, Context, Passage, PassageKind, split_passages

__all__ = [
    "Cell",
    "Citation",
    "Context",
    "Date",
    "Indicator",
    "Mentions",
    "Passage",
    "PassageKind",
    "find",
    "split_passages",
]
