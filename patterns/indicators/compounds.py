"""Quantities written in two: ranges of figures with units ("10% - 15%"), sums in two units ("2 tỷ 350 triệu đồng")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.amounts import powers
from patterns.indicators.quantity import Quantity
from patterns.indicators.units import UnitKind

_RANGE = compile_pattern(r"\ ?(?:-|đến|tới|÷)\ ?")


def append(found: list[Quantity], quantity: Quantity, folded: str) -> None:
    """Add a quantity, or close a range with it ("10% - 15%", "từ 5 triệu đến 10 triệu đồng")."""
    if found:
        merged = _merge(found[-1], quantity, folded)
        if merged is not None:
            found[-1] = merged
            return
    found.append(quantity)


def _merge(low: Quantity, high: Quantity, folded: str) -> Quantity | None:
    gap = folded[low.end : high.start]
    if low.unit is None or high.unit is None or len(gap) > 8:
        return None
    joined = (
        _RANGE.fullmatch(gap)
        and high.unit.lower().startswith(low.unit.lower())
        and low.numeral.value < high.numeral.value
    )
    if joined and low.numeral.value_to is None and low.numeral.denominator is None:
        numeral = replace(low.numeral, value_to=high.numeral.value)
        return replace(high, start=low.start, numeral=numeral, approx=low.approx, begins=low.begins)
    if gap == " " and (compound := _compound(low, high)):
        return compound
    if (
        gap == "/"
        and low.head == high.head
        and low.numeral.denominator is None
        and low.kind is UnitKind.COUNT
    ):
        numeral = replace(low.numeral, denominator=high.numeral.value)  # "45 đơn/47 đơn"
        return replace(low, end=high.end, numeral=numeral)
    return None


def _compound(low: Quantity, high: Quantity) -> Quantity | None:
    """ "2 tỷ 350 triệu đồng", "3 nghìn 500 hộ": a power of ten alone, and what is less than one of it."""
    above = powers().get(low.unit or "")
    first, *rest = (high.unit or "").split(" ")
    if above is None or high.numeral.denominator or high.numeral.value_to or low.numeral.denominator:
        return None
    below = powers().get(fold(first), 0)
    if not below:
        rest = [first, *rest]
    if below >= above or not rest or high.numeral.value >= 10 ** (above - below):
        return None
    value = float(Decimal(repr(low.numeral.value)) + Decimal(repr(high.numeral.value)).scaleb(below - above))
    return replace(
        low,
        end=high.end,
        numeral=replace(low.numeral, value=value),
        unit=" ".join([low.unit or "", *rest]),
        kind=high.kind,
        head=high.head,
    )
