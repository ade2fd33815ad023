"""Values that leave their series, and come back or not."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import median

from extractor.checks.finding import Basis, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.figures.points import Point, read_points
from extractor.cross_checks.figures.scales import is_out_of_scale

_FEWEST = 5  # points: the one that is looked at, and four to judge it by
_DEVIATIONS = 6.0  # from the median, of the usual deviation
_USUAL = 1.4826  # median deviation to standard deviation
_LEAST_SPREAD = math.log(1.2)  # no series of reports is steadier than that for long
_LEAST_FACTOR = 3.0  # what a reader would call a jump
_SPIKE_FACTOR = 4.0
_NEIGHBOURS_FACTOR = 1.5


@rule("NUM202", "jump-in-series", Severity.INFO, Basis.REPORTS)
def jumps(archive: Archive) -> Iterator[Spot]:
    """A value far from all others of its series: a slip, another meaning, or news.

    Far is measured on ratios, by the median and the median deviation of the other years, which a single slip
    does not move. A value that leaps for one year alone, between two that agree, is a warning.
    """
    wide = f"min(amount) > 0 and max(amount) > {_LEAST_FACTOR} * min(amount) and min(scale) = max(scale)"
    for points in read_points(archive, fewest=_FEWEST, having=wide):
        for index, point in enumerate(points):
            others = [*points[:index], *points[index + 1 :]]
            if _is_far(point, others) and not is_out_of_scale(point, others):
                yield from _spots(points, index)


def _is_far(point: Point, others: Sequence[Point]) -> bool:
    logs = [math.log(other.amount) for other in others]
    middle = median(logs)
    spread = _USUAL * max(median(abs(log - middle) for log in logs), _LEAST_SPREAD)
    distance = abs(math.log(point.amount) - middle)
    return distance > _DEVIATIONS * spread and all(_factor(point, other) > _LEAST_FACTOR for other in others)


def _is_spike(points: Sequence[Point], index: int) -> bool:
    if not 0 < index < len(points) - 1:
        return False
    before, point, after = points[index - 1 : index + 2]
    return (
        _factor(before, after) < _NEIGHBOURS_FACTOR
        and min(_factor(point, before), _factor(point, after)) > _SPIKE_FACTOR
    )


def _factor(one: Point, other: Point) -> float:
    return max(one.amount, other.amount) / min(one.amount, other.amount)


def _spots(points: Sequence[Point], index: int) -> Iterator[Spot]:
    near = (*points[:index][-1:], *points[index + 1 :][:1])
    for figure in points[index].figures:
        yield Spot(
            figure.start,
            figure.end,
            say(
                '"{label}" of {period} is {found}, far from the {count} other periods on record: check number and unit',
                label=figure.label,
                period=points[index].period,
                found=figure.raw,
                count=len(points) - 1,
            ),
            found=figure.raw,
            related=tuple(other.place() for other in near),
            severity=Severity.WARNING if _is_spike(points, index) else None,
            document=figure.document_id,
        )
