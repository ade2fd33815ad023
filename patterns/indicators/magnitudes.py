"""How large a figure is: powers of ten taken in, so that figures of one base unit can be compared."""

from __future__ import annotations

from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.amounts import powers
from patterns.indicators.quantity import Quantity
from patterns.indicators.units import UnitKind
from patterns.indicators.vocabulary import alternation, words

_WEIGHTS = {"tấn": 1e3, "tạ": 1e2, "yến": 1e1, "kg": 1.0}


@cache
def _scaled() -> regex.Pattern[str]:
    return compile_pattern(
        rf"(?P<scale>{alternation(words('units', 'scales'))}(?:\ |$|(?<=\.)(?=\p{{L}})))?(?P<base>.*)"
    )


@cache
def _read(unit: str) -> tuple[float, str]:
    match = _scaled().fullmatch(unit)
    scale, base = (match["scale"] or "", match["base"]) if match else ("", unit)
    factor = 1.0
    for word in scale.split():
        factor *= 10.0 ** powers().get(word, 0)
    if base in _WEIGHTS:
        return factor * _WEIGHTS[base], "kg"
    return factor, {"đ": "đồng", "vnđ": "đồng"}.get(base, base)


def base_unit(quantity: Quantity) -> str:
    """The unit without its power of ten; of a count, its noun.

    Money, weights and lengths that differ only by a power of ten share it ("tỷ đồng", "triệu đồng").
    """
    if quantity.unit is None:
        return ""
    if quantity.kind is UnitKind.COUNT and not quantity.is_rate:
        return "đồng chí" if quantity.head == "đ/c" else quantity.head
    return _read(fold(quantity.unit))[1]


def magnitude(quantity: Quantity) -> float:
    """The value in base units.

    >>> _read("nghìn tỷ đồng"), _read("triệu tấn"), _read("hồ sơ")
    ((1000000000000.0, 'đồng'), (1000000000.0, 'kg'), (1.0, 'hồ sơ'))
    """
    return quantity.numeral.value * (_read(fold(quantity.unit))[0] if quantity.unit else 1.0)
