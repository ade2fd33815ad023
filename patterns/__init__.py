"""Patterns: text in, mentions out.

>>> from patterns import find
>>> found = find("Ngày 05/7/2019 đã ban hành Chỉ thị số 42-CT/TU; có 65/93 xã đạt chuẩn.")
>>> found.citations[0].code, found.dates[0].from_date, found.indicators[0].denominator
('42-CT/TU', '2019-07-05', 93.0)

The names below are imported when they are first used: the types cost nothing, the grammars do.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from patterns.finding import find
    from patterns.mentions import Citation, Date, Indicator, Mentions, Relation
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
    "Relation",
    "find",
    "split_passages",
]

_MODULES = {
    "patterns.finding": ("find",),
    "patterns.mentions": ("Citation", "Date", "Indicator", "Mentions", "Relation"),
    "patterns.passages": ("Cell", "Context", "Passage", "PassageKind", "split_passages"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULE_OF[name]), name)
