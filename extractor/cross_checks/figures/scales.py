"""Units that change from report to report, and values a thousand times too large or small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from extractor.cross_checks.archive import Archive
from extractor.cross_checks.figures.points import Point, read_points

_FEWEST = 3
_FEWEST_OTHERS = 3  # points that show the size of a series
_SLIPS = (1e3, 1e6)  # nghìn, triệu, tỷ taken for one another
_LIKE = 3.0  # how much the years of one series may differ
_NEAR = 2.0  # how near to a thousand the factor must be


@rule("NUM203", "unit-changed", Severity.INFO, Basis.REPORTS)
def scales(archive: Archive) -> Iterator[Spot]:
    """A series is written in another unit than in other years, or its value is a thousand times theirs."""
    wide = f"max(amount) > {min(_SLIPS) / _NEAR / _LIKE} * min(amount)"
    for points in read_points(archive, fewest=_FEWEST, having=f"min(scale) < max(scale) or {wide}"):
        yield from _changed(points)
        for index, point in enumerate(points):
            others = [*points[:index], *points[index + 1 :]]
            if is_out_of_scale(point, others):
                yield from _out_of_scale(point, others)


def is_out_of_scale(point: Point, others: Sequence[Point]) -> bool:
    """Whether a value is about a thousand or a million times those of other years, or as many times smaller."""
    amounts = [other.amount for other in others]
    if len(amounts) < _FEWEST_OTHERS or min(amounts) <= 0 or point.amount <= 0:
        return False
    usual = median(amounts)
    factor = max(point.amount / usual, usual / point.amount)
    return max(amounts) <= _LIKE * min(amounts) and any(
        slip / _NEAR < factor < slip * _NEAR for slip in _SLIPS
    )


def _changed(points: Sequence[Point]) -> Iterator[Spot]:
    """Points whose unit is another one than that of at least twice as many."""
    scales = Counter((point.figure.scale, point.figure.unit) for point in points)
    if len({scale for scale, _ in scales}) < 2:
        return
    [((scale, usual), most), (_, second), *_] = scales.most_common(2)
    if most < 2 * second:
        return
    like = [point for point in points if point.figure.scale == scale]
    for figure in (figure for point in points for figure in point.figures):
        if figure.scale != scale and figure.unit is not None and usual is not None:
            yield Spot(
                figure.start,
                figure.end,
                say(
                    '"{label}" is in {unit} here, in {usual} in {count} of {all} reports: mind it when comparing',
                    label=figure.label,
                    unit=figure.unit,
                    usual=usual,
                    count=most,
                    all=len(points),
                ),
                expected=usual,
                found=figure.unit,
                related=_places(like),
                document=figure.document_id,
            )


def _out_of_scale(point: Point, others: Sequence[Point]) -> Iterator[Spot]:
    for figure in point.figures:
        yield Spot(
            figure.start,
            figure.end,
            say(
                '"{label}" of {period} is {found}, about a thousand times more or less than in {count} other periods: '
                "check the unit",
                label=figure.label,
                period=point.period,
                found=figure.raw,
                count=len(others),
            ),
            found=figure.raw,
            related=_places(others),
            severity=Severity.WARNING,
            document=figure.document_id,
        )


def _places(points: Sequence[Point]) -> tuple[Related, ...]:
    return tuple(point.place() for point in points[-3:])
