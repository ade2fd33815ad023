"""Numbers as they are written: how exact the page gives them, how they look, and which slips of typing part two."""

from __future__ import annotations

from functools import lru_cache

import regex

from patterns.folding import fold
from patterns.indicators.amounts import amount_of
from patterns.indicators.units import UnitKind, read_unit
from patterns.mentions import Indicator

_NUMERAL = regex.compile(r"\d[\d.,\ \u00a0]*")
_MOST_DECIMALS = 6


@lru_cache(4096)
def decimals(raw: str, value: float) -> int:
    """How many decimals a number is written with.

    >>> decimals("83,07%", 83.07), decimals("1.264,50 triệu đồng", 1264.5), decimals("4.208 hộ", 4208)
    (2, 2, 0)
    """
    match = _NUMERAL.search(raw)
    digits = "".join(filter(str.isdecimal, match[0])) if match else ""
    if digits:
        for places in range(_MOST_DECIMALS + 1):
            if abs(int(digits) / 10**places - abs(value)) <= 1e-9 * max(1.0, abs(value)):
                return places
    written = f"{abs(value):.{_MOST_DECIMALS}f}".rstrip("0")
    return len(written) - written.index(".") - 1


@lru_cache(1024)
def kind_of(unit: str | None) -> UnitKind:
    """What kind of unit a figure has.

    >>> [kind_of(unit).value for unit in ("hồ sơ", "tỷ đồng", "ha", "%", None)]
    ['count', 'money', 'physical', 'percent', 'none']
    """
    if unit is None:
        return UnitKind.NONE
    read = read_unit(f" {fold(unit)}", 0, len(unit) + 1)
    return read.kind if read else UnitKind.COUNT


def step(indicator: Indicator) -> float:
    """One unit in the last place that a figure is written to, in its canonical unit; 0 where things are counted.

    "1,5 tỷ đồng" is written to the nearest hundred million đồng; "57 cuộc" is exact.
    """
    places = decimals(indicator.raw, indicator.value)
    if places == 0 and kind_of(indicator.unit) is UnitKind.COUNT and amount_of(1, indicator.unit) == 1:
        return 0.0
    return amount_of(10.0**-places, indicator.unit)


def amount(indicator: Indicator) -> float:
    """A figure in its canonical unit."""
    return indicator.value if indicator.amount is None else indicator.amount


def show(value: float, places: int = 0) -> str:
    """A number as Vietnamese pages print it.

    >>> show(4300214), show(83.0769, 2), show(-0.5, 1)
    ('4.300.214', '83,08', '-0,5')
    """
    return f"{value + 0.0:,.{places}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def show_like(value: float, model: Indicator) -> str:
    """An amount in the unit and with the decimals of another figure.

    The value is in the canonical unit of `model`.
    """
    return show(value / amount_of(1, model.unit), decimals(model.raw, model.value))


def number_of(indicator: Indicator) -> str:
    """The number alone as the page has it ("06" of "06 cuộc")."""
    match = _NUMERAL.search(indicator.raw)
    return match[0].strip(" .,\u00a0") if match else indicator.raw


def is_swap(one: str, other: str) -> bool:
    """Whether two numbers differ by two neighbouring digits that have changed places.

    >>> is_swap("906", "960"), is_swap("39,8", "38,9"), is_swap("906", "609")
    (True, True, False)
    """
    first, second = _digits(one), _digits(other)
    if len(first) != len(second) or first == second:
        return False
    unlike = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return (
        len(unlike) == 2
        and unlike[1] == unlike[0] + 1
        and first[unlike[0]] == second[unlike[1]]
        and first[unlike[1]] == second[unlike[0]]
    )


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by one slip of typing: a swap, one other digit, or one that is missing.

    >>> is_slip("1.702", "1.072"), is_slip("906", "996"), is_slip("906", "9.006"), is_slip("906", "351")
    (True, True, True, False)
    """
    first, second = sorted((_digits(one), _digits(other)), key=len)
    if len(first) == len(second):
        return is_swap(one, other) or sum(a != b for a, b in zip(first, second, strict=True)) == 1
    lost = len(second) == len(first) + 1 and len(first) > 1
    return lost and any(second[:at] + second[at + 1 :] == first for at in range(len(second)))


def _digits(number: str) -> str:
    return "".join(filter(str.isdecimal, number)).lstrip("0")
