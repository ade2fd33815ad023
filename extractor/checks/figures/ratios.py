"""Ratios a/b whose first number should not be above the second."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import Prose, is_percent, read_prose
from extractor.checks.figures.words import group, word
from extractor.checks.figures.writing import kind_of
from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.indicators.units import UnitKind
from patterns.mentions import Indicator

_OF_PLAN = regex.compile(rf"[^;.]{{0,60}}(?:{group('may_exceed')}|{group('plan')})")


@rule("NUM011", "numerator-above-denominator", Severity.ERROR, Basis.PAGE)
def numerator_above_denominator(checked: CheckedReport) -> Iterator[Spot]:
    """More of a number of things than there are: "14/12 xã đạt chuẩn"."""
    prose = checked.once(read_prose)
    for index in (at for sentence in prose.sentences for at in sentence.figures):
        ratio = prose.indicators[index]
        if ratio.denominator is None or ratio.value <= ratio.denominator or ratio.approx is not None:
            continue
        if ratio.measure == "rank" or kind_of(ratio.unit) is not UnitKind.COUNT:
            continue
        if _is_of_plan(prose, index, ratio) or _exceeds_knowingly(prose, index):
            continue
        message = say("{ratio}: the first number is above the second, of which it is a part", ratio=ratio.raw)
        yield Spot(ratio.start, ratio.end, message, found=ratio.raw)


def _is_of_plan(prose: Prose, index: int, ratio: Indicator) -> bool:
    """ "120/100 căn nhà, vượt kế hoạch": the second number is a plan."""
    near = prose.before(index, 60)
    plan = word("plan").search(near) or _OF_PLAN.match(prose.after(index, 90))
    return bool(plan) or ratio.base == "plan" or ratio.status == "plan"


def _exceeds_knowingly(prose: Prose, index: int) -> bool:
    """Whether the percentage after it is above 100 too."""
    later = next((at for at in (index + 1,) if at < len(prose.indicators)), None)
    if later is None or prose.sentence_of.get(later) is not prose.sentence_of[index]:
        return False
    follows = prose.indicators[later]
    return is_percent(follows) and follows.value > 100


RULES = (numerator_above_denominator,)
