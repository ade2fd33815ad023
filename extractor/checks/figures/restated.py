"""One indicator with two values in one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import is_percent, is_single
from extractor.checks.figures.text_and_tables import against_tables
from extractor.checks.figures.words import word
from extractor.checks.figures.writing import amount, is_slip, number_of, step
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import Message, say
from extractor.checks.rule import rule
from patterns.folding import fold
from patterns.mentions import Indicator

_FEWEST_WORDS = 3
_SCALES = (1e3, 1e6, 1e9)
_SAME_SCALE = 0.01

Key = tuple[object, ...]


@rule("NUM016", "two-values", Severity.WARNING, Basis.PAGE)
def two_values(checked: CheckedReport) -> Iterator[Spot]:
    """The same indicator of the same time has two values in one report."""
    for one, other in _pairs(checked):
        if _scale(one, other) is None:
            message = say(
                "{value} here, but {other} for the same indicator elsewhere", value=other.raw, other=one.raw
            )
            severity = Severity.WARNING if is_slip(number_of(one), number_of(other)) else Severity.INFO
            yield _spot(one, other, message, severity)
    yield from against_tables(checked)


@rule("NUM020", "scale-jump", Severity.WARNING, Basis.PAGE)
def scale_jump(checked: CheckedReport) -> Iterator[Spot]:
    """The same indicator is a thousand or a million times larger in another place: a unit has been mistaken."""
    for one, other in _pairs(checked):
        scale = _scale(one, other)
        if scale is not None:
            message = say(
                "{value} here and {other} elsewhere differ by the factor {factor}: one of the units is mistaken",
                value=other.raw,
                other=one.raw,
                factor=f"{scale:,.0f}".replace(",", "."),
            )
            yield _spot(one, other, message, Severity.WARNING)


def _pairs(checked: CheckedReport) -> Iterator[tuple[Indicator, Indicator]]:
    """Neighbouring figures of one indicator that differ by more than they are rounded."""
    groups: defaultdict[Key, list[Indicator]] = defaultdict(list)
    for indicator in checked.indicators:
        if (key := _key(checked, indicator)) is not None:
            groups[key].append(indicator)
    for group in groups.values():
        for one, other in pairwise(group):
            slack = (step(one) + step(other)) / 2
            if abs(amount(one) - amount(other)) > slack + 1e-9 * abs(amount(one)) and _are_apart(
                checked, one, other
            ):
                yield one, other


def _key(checked: CheckedReport, indicator: Indicator) -> Key | None:
    """What a figure measures: label, scope, place, time, unit, status and sense; None where it is not plain."""
    label = _normal(indicator.label or "")
    plain = is_single(indicator) and indicator.denominator is None and indicator.part_of is None
    if not plain or len(label.split()) < _FEWEST_WORDS or indicator.measure == "rank":
        return None
    if indicator.period_from is None or indicator.amount == 0:
        return None
    share = "share" if is_percent(indicator) else None
    measure = indicator.measure if indicator.measure in ("growth", "decline", "change", "target") else share
    status = "plan" if indicator.status == "plan" else None
    return (
        label,
        indicator.place,
        indicator.period_from,
        indicator.period_to,
        indicator.canonical_unit,
        status,
        measure,
        indicator.base,
    )


_ENCLOSED = regex.compile(r"\([^()]*\)")


@lru_cache(4096)
def _normal(label: str) -> str:
    """A label without what changes nothing of its meaning.

    >>> _normal("Tổng thu ngân sách nhà nước trên địa bàn"), _normal("Thu ngân sách nhà nước")
    ('thu ngân sách nhà nước', 'thu ngân sách nhà nước')
    """
    return " ".join(word("empty").sub(" ", _ENCLOSED.sub(" ", fold(label))).split())


def _are_apart(checked: CheckedReport, one: Indicator, other: Indicator) -> bool:
    """Whether two figures do not stand in one sentence, where they are of two things, nor in a table."""
    if one.table_row is not None or other.table_row is not None:
        return False
    return checked.block_at(one.start) is not checked.block_at(other.start)


def _scale(one: Indicator, other: Indicator) -> float | None:
    low, high = sorted((abs(amount(one)), abs(amount(other))))
    if low == 0:
        return None
    return next((scale for scale in _SCALES if abs(high / low / scale - 1) <= _SAME_SCALE), None)


def _spot(one: Indicator, other: Indicator, message: Message, severity: Severity) -> Spot:
    return Spot(
        other.start,
        other.end,
        message,
        found=other.raw,
        related=(Related(one.start, one.end, say("the other value")),),
        severity=severity,
    )


RULES = (two_values, scale_jump)
