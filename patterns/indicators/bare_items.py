"""Bare numbers of an enumeration, which share the unit of a count or sum before them.

"18 đơn vị, trong đó cấp tỉnh 05, cấp huyện 13" counts units three times; "978 triệu USD, gồm nông sản 512, alumin 196"
gives three sums of money. A part of money or measure is never larger than what it is a part of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from patterns.engines import compile_pattern
from patterns.indicators.numbers import Numeral
from patterns.indicators.quantity import Quantity
from patterns.indicators.units import UnitKind

_MOST_ITEMS: Final = 24
_LOOKED_BACK: Final = 8
_FARTHEST: Final = 110  # letters from the item before, without what stands in parentheses

# What may follow a bare item: ", sai 131", "đúng 22 (11,1%)", "ở các huyện".
ITEM_END = compile_pattern(r"\ ?(?:[,;.)]|\ và\ |$|\ (?:ở|tại)\ |\(\d[\d.,]{0,7}\ ?%)")
# "chỉ số HDI đạt 0,718", "hệ số Gini là 0,35": an index has no unit.
INDEX = regex.compile(
    r"""(?:chỉ\ số|hệ\ số|tỷ\ số|hdi|icor|gini|pci|papi|sipas|par\ index)[^.;:\d]{0,30}
        \ (?:đạt|là|bằng|còn|tăng\ lên|xuống|từ)\ $
      | (?<!\p{L})ph\ (?:(?:đạt|là|từ)\ )?$ | dân\ (?:là|đạt)\ $""",
    regex.VERBOSE,
)
# "lần lượt là | 820, 415 và 1.230 tỷ đồng": numbers given respectively, the unit said once after the last.
SERIES = regex.compile(r"(?<!\p{L})lần\ lượt[^.;\d]{0,20}(?:\ \d[\d.,]*%?(?:,|\ và)?){0,9}\ $")
SERIES_END = compile_pattern(r"(?:(?:,|\ và|,\ và)\ \d[\d.]*(?:,\d+)?){1,9}(?=[\ %‰])")
_CHANGED = regex.compile(r"(?<!\p{L})(?:tăng|giảm)(?:\ thêm)?\ $")
_NAMED_ITEM = regex.compile(r"(?:\p{L}{2,}|\d{4}\)?)(?::\ |\ (?:là\ |có\ |đạt\ |:\ )?)$")
_ASIDE = regex.compile(r"\([^()]{0,120}\)")
_OPENS = regex.compile(
    r"[(:]|(?<!\p{L})(?:trong\ đó|gồm|chia\ ra|chia\ theo|phân\ theo|cụ\ thể|riêng)(?!\p{L})"
)
_NEXT_SENTENCE = regex.compile(
    r"\.\ {1,2}(?:trong\ đó|cụ\ thể|bao\ gồm|gồm|chia\ ra|phân\ theo|chia\ theo)(?!\p{L})"
)
_CONTINUES = compile_pattern(r"\ ?[,;]|\ và\ ")


def shared_unit(folded: str, numeral: Numeral, found: Sequence[Quantity]) -> Quantity | None:
    """The quantity before a bare number whose unit it shares, None where none opens or goes on with a list."""
    last = _spoken_of(folded, found)
    if last is None:
        return None
    gap = _ASIDE.sub("", folded[last.end : numeral.start])
    if len(gap) > _FARTHEST or not gap.strip() or not _NAMED_ITEM.search(gap):
        return None
    if "." in _NEXT_SENTENCE.sub("", gap).strip(" ."):
        return None
    opens = bool(_OPENS.search(gap))
    if last.kind is UnitKind.COUNT or last.unit is None:
        continues = last.unit is None or last.is_bare_count or bool(_CONTINUES.match(gap))
        return last if opens or continues else None
    if last.kind is UnitKind.PERCENT or last.is_rate:
        return None
    goes_on = last.is_bare_count and bool(_CONTINUES.match(gap))
    whole = next((q for q in reversed(found) if not q.is_bare_count and q.unit == last.unit), last)
    return last if (opens or goes_on) and numeral.value <= whole.numeral.value else None


def _spoken_of(folded: str, found: Sequence[Quantity]) -> Quantity | None:
    """The last quantity that is no change and no share in parentheses of another, else the last of all."""
    for quantity in reversed(found[-_LOOKED_BACK:]):
        before = folded[max(0, quantity.begins - 16) : quantity.begins]
        aside = quantity.kind is UnitKind.PERCENT and (before.endswith("(") or not quantity.is_bare_count)
        if not aside and not _CHANGED.search(before):
            return quantity
    return found[-1] if found else None


def with_units_that_add_up(found: list[Quantity]) -> list[Quantity]:
    """Give bare counts the unit of the count before them that they add up to.

    "64 hội nghị cho 7.800 lượt cán bộ, trong đó cấp tỉnh 03, cấp huyện 61" counts meetings.
    """
    for first, quantity in enumerate(found):
        if not first or not quantity.is_bare_count or found[first - 1].is_bare_count:
            continue
        run = list(found[first : first + _MOST_ITEMS])
        run = run[: next((at for at, q in enumerate(run) if not q.is_bare_count), len(run))]
        added = sum(q.numeral.value for q in run)
        before = found[max(0, first - 3) : first]
        model = next((q for q in reversed(before) if q.numeral.value == added and q.unit), None)
        if model is not None and len(run) > 1 and model.kind is UnitKind.COUNT:
            shared = (replace(q, unit=model.unit, head=model.head) for q in run)
            found[first : first + len(run)] = shared
    return found
