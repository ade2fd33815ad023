"""Percentages and what they are reckoned from, with the exactness that each number is written to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from extractor.checks.figures.writing import amount, decimals, is_slip, is_swap, number_of, show, step
from patterns.mentions import Indicator

_TINY = 1e-9


class Verdict(Enum):
    """How a percentage stands to the quotient that it gives."""

    AGREES = "agrees"
    CUT = "cut"  # within one unit of the last place, but not rounded
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Quotient:
    """A part and a whole in the same unit, each known between two bounds."""

    part: float
    whole: float
    part_slack: float = 0.0
    whole_slack: float = 0.0

    @property
    def percent(self) -> float:
        """The part as a percentage of the whole."""
        return 100 * self.part / self.whole

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the greatest percentage that the rounded numbers allow."""
        least = 100 * (self.part - self.part_slack) / (self.whole + self.whole_slack)
        return least, 100 * (self.part + self.part_slack) / max(self.whole - self.whole_slack, _TINY)


def quotient(part: Indicator, whole: Indicator) -> Quotient | None:
    """The quotient of two figures in one unit, None for a whole that is zero."""
    if amount(whole) <= 0:
        return None
    return Quotient(amount(part), amount(whole), step(part) / 2, step(whole) / 2)


def own_quotient(ratio: Indicator) -> Quotient | None:
    """The quotient that a ratio a/b states."""
    if not ratio.denominator:
        return None
    return Quotient(ratio.value, ratio.denominator)


def judge(percentage: Indicator, stated: Quotient) -> Verdict:
    """Whether a percentage as printed agrees with a quotient.

    13/15 is 86,6667 %: "86,67%" agrees, "86,66%" is cut off, "86,76%" differs.
    """
    return judge_value(percentage.value, 10.0 ** -decimals(percentage.raw, percentage.value), stated.bounds)


def judge_value(printed: float, unit: float, bounds: tuple[float, float]) -> Verdict:
    """The same for a number that is printed to the nearest `unit` and must lie between two bounds."""
    least, greatest = bounds
    slack = _TINY * max(1.0, abs(printed))
    if least <= printed + unit / 2 + slack and greatest >= printed - unit / 2 - slack:
        return Verdict.AGREES
    if least < printed + unit - slack and greatest > printed - unit + slack:
        return Verdict.CUT
    return Verdict.DIFFERS


def expected(percentage: Indicator, stated: Quotient) -> str:
    """The quotient with as many decimals as the page gives the percentage."""
    return f"{show(stated.percent, decimals(percentage.raw, percentage.value))}%"


def is_mistyped(percentage: Indicator, stated: Quotient) -> bool:
    """Whether one slip of typing in the percentage would explain that it differs."""
    return is_slip(number_of(percentage), expected(percentage, stated))


def is_swapped(percentage: Indicator, stated: Quotient, part: Indicator, whole: Indicator) -> bool:
    """Whether two digits that changed places, in the percentage or in one of its numbers, would explain it."""
    if is_swap(number_of(percentage), expected(percentage, stated)):
        return True
    swapped = [
        Quotient(value, stated.whole, stated.part_slack, stated.whole_slack)
        for value in _swaps(part, stated.part)
    ]
    swapped += [
        Quotient(stated.part, value, stated.part_slack, stated.whole_slack)
        for value in _swaps(whole, stated.whole)
    ]
    return any(judge(percentage, other) is not Verdict.DIFFERS for other in swapped)


def _swaps(figure: Indicator, value: float) -> Iterator[float]:
    """What a figure would be with two neighbouring digits in each other's place."""
    digits = "".join(filter(str.isdecimal, number_of(figure))).lstrip("0")
    if len(digits) < 2:
        return
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and not (at == 0 and digits[1] == "0"):
            other = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            yield value * int(other) / int(digits)
