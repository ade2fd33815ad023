"""The units that the heads, the row labels and the caption of a table give (đơn vị tính)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.units import UnitKind, read_unit
from patterns.indicators.vocabulary import words
from patterns.mentions import Span

ENCLOSED = regex.compile(r"\((?P<unit>[^()]{1,40})\)")


def enclosed_unit(label: str) -> str | None:
    """The unit in the last parentheses of a row's label.

    >>> enclosed_unit("Thu nhập bình quân (triệu đồng/người)"), enclosed_unit("Đảng viên (chính thức)")
    ('triệu đồng/người', None)
    """
    said = ENCLOSED.findall(label)
    return unit_text(said[-1]) if said else None


_COUNTED = compile_pattern(r"(?:tổng\ )?(?:số(?:\ lượng)?|lượng)\ (?P<unit>\p{L}.*)")


def head_unit(heads: Sequence[str]) -> str | None:
    """The unit that a head gives: in parentheses, or the noun that it counts.

    >>> head_unit(["Hộ nghèo", "Số hộ"]), head_unit(["Kế hoạch (triệu đồng)"]), head_unit(["Tỷ lệ (%)"])
    ('hộ', 'triệu đồng', '%')
    """
    if heads and fold(heads[-1]) in _measures():
        return heads[-1].lower()
    for head in reversed(heads):
        for match in ENCLOSED.finditer(head):
            if said := unit_text(match["unit"]):
                return said
    for head in reversed(heads):
        counted = _COUNTED.match(fold(head))
        if counted:
            start = counted.start("unit")
            unit = read_unit(f" {fold(head[start:])}", 0, len(head) - start + 1)
            if unit and unit.kind is not UnitKind.NONE:
                return " ".join(head[start : start + unit.end - 1].split())
    return None


@cache
def _measures() -> frozenset[str]:
    """Heads that are a unit and nothing else ("Điểm", "%", "Hộ")."""
    named = (words("units", table) for table in ("percentages", "money", "physical"))
    return frozenset({word for listed in named for word in listed} | {"hộ", "người", "con", "lượt", "em"})


_PREFIX = compile_pattern(r"(?:đơn\ vị\ tính|đơn\ vị|đvt|đv)\ ?:?\ ?")


def unit_text(said: str) -> str | None:
    """A text that is a unit and nothing else ("tỷ đồng", "ĐVT: triệu USD"), or None."""
    folded = fold(said)
    prefix = _PREFIX.match(folded)
    start = prefix.end() if prefix else 0
    rest = folded[start:].rstrip(" .;:)")
    unit = read_unit(f" {rest}", 0, len(rest) + 1)
    if unit is None or unit.end != len(rest) + 1 or not (unit.known or prefix):
        return None
    return " ".join(said[start : start + len(rest)].split())


_CAPTION = regex.compile(r"(?:đơn\ vị\ tính|đơn\ vị|đvt)\ ?:\ ?(?P<unit>[^\n();]{1,40})")


def caption_unit(text: str, folded: str, span: Span) -> str | None:
    """The unit that a stretch before a table gives ("Đơn vị tính: đồng/học sinh/tháng")."""
    match = _CAPTION.search(folded, *span)
    return unit_text(text[match.start("unit") : match.end("unit")]) if match else None
