"""Parts against their total, in running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.announcing import Extent
from extractor.checks.figures.breakdowns import Breakdown, read_breakdowns
from extractor.checks.figures.prose import read_prose
from extractor.checks.figures.words import word
from extractor.checks.figures.writing import amount, is_slip, is_swap, number_of, show_like, step
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.mentions import Indicator

_LEAST = 0.5  # of the total: parts that make less of it are not all there
_NEARLY = 0.9
_MANY_DIGITS = 4


@rule("NUM001", "parts-against-total", Severity.ERROR, Basis.PAGE)
def parts_against_total(checked: CheckedReport) -> Iterator[Spot]:
    """Parts that the page gives as all of a total do not add up to it."""
    for breakdown in checked.once(read_breakdowns):
        if breakdown.extent is Extent.SOME or len(breakdown.parts) < 2:
            continue
        whole, parts = _figures(checked, breakdown)
        total, summed = amount(whole), sum(map(amount, parts))
        if _agree(whole, parts) or _prefix_agrees(whole, parts):
            continue
        if (severity := _severity(breakdown, whole, parts, total, summed)) is not None:
            yield _spot(whole, parts, summed, severity)


@rule("NUM002", "parts-exceed-total", Severity.ERROR, Basis.PAGE)
def parts_exceed_total(checked: CheckedReport) -> Iterator[Spot]:
    """Some of the parts of a total are more than it, alone or together."""
    for breakdown in checked.once(read_breakdowns):
        if breakdown.extent is not Extent.SOME or not breakdown.alike:
            continue
        whole, parts = _figures(checked, breakdown)
        summed = sum(map(amount, parts))
        above = next(
            (part for part in parts if amount(part) - step(part) > amount(whole) + step(whole)), None
        )
        if above is not None and not is_elsewhere(above, whole):
            yield _above(whole, above)
        elif len(parts) > 1 and not _agree(whole, parts) and not _prefix_agrees(whole, parts):
            exceeds = summed > amount(whole) and not _overlap(checked, breakdown)
            if exceeds:
                yield _spot(whole, parts, summed, Severity.ERROR)
            elif _swapped(whole, parts, summed) or (_is_long(whole) and _slipped(whole, parts, summed)):
                yield _spot(whole, parts, summed, Severity.WARNING)


def is_elsewhere(part: Indicator, whole: Indicator) -> bool:
    """Whether a part is of another time than the whole."""
    return (part.period_from, part.period_to) != (whole.period_from, whole.period_to)


def _figures(checked: CheckedReport, breakdown: Breakdown) -> tuple[Indicator, list[Indicator]]:
    return checked.indicators[breakdown.whole], [checked.indicators[at] for at in breakdown.parts]


def _agree(whole: Indicator, parts: Sequence[Indicator]) -> bool:
    """Whether parts add up to their total; each rounded figure may be half a unit of its last place off."""
    slack = sum(step(one) for one in (whole, *parts)) / 2
    return abs(sum(map(amount, parts)) - amount(whole)) <= slack + 1e-9 * abs(amount(whole))


def _prefix_agrees(whole: Indicator, parts: Sequence[Indicator]) -> bool:
    """Whether the first few parts alone make the total, or the first or last one stands apart.

    "1.934 lượt (thường xuyên 1.247 lượt, định kỳ 687 lượt), 14 lượt đông người": what follows is another matter;
    "29 cuộc (chuyển sang 06, trong kỳ 23, theo kế hoạch 26, đột xuất 03)" parts it twice.
    """
    return any(_agree(whole, parts[:taken]) for taken in range(2, len(parts))) or (
        len(parts) > 2 and (_agree(whole, parts[1:]) or _agree(whole, parts[:-1]))
    )


def _severity(
    breakdown: Breakdown, whole: Indicator, parts: Sequence[Indicator], total: float, summed: float
) -> Severity | None:
    """How sure one can be that parts which do not add up should."""
    if not breakdown.alike:
        return Severity.WARNING if _swapped(whole, parts, summed) else None
    if not _LEAST * total <= summed <= total / _LEAST and not _slipped(whole, parts, summed):
        return None
    if breakdown.extent is Extent.ALL or summed > total:
        return Severity.ERROR
    if _slipped(whole, parts, summed):
        return Severity.ERROR
    return Severity.WARNING if len(parts) > 2 and summed >= _NEARLY * total else None


def _slipped(whole: Indicator, parts: Sequence[Indicator], summed: float) -> bool:
    """Whether one slip of typing in the total or in a part explains the difference."""
    return _explained(whole, parts, summed, by_swap=False)


def _swapped(whole: Indicator, parts: Sequence[Indicator], summed: float) -> bool:
    """Whether two digits that have changed places explain it."""
    return amount(whole) >= 100 and _explained(whole, parts, summed, by_swap=True)


def _is_long(whole: Indicator) -> bool:
    """Whether a number has so many digits that hardly another is one slip away from it by chance."""
    digits = "".join(filter(str.isdecimal, number_of(whole)))
    return len(digits.strip("0")) >= _MANY_DIGITS


def _explained(whole: Indicator, parts: Sequence[Indicator], summed: float, *, by_swap: bool) -> bool:
    alike = is_swap if by_swap else is_slip
    if alike(show_like(summed, whole), number_of(whole)):
        return True
    wanted = ((part, amount(part) + amount(whole) - summed) for part in parts)
    return any(value > 0 and alike(show_like(value, part), number_of(part)) for part, value in wanted)


def _overlap(checked: CheckedReport, breakdown: Breakdown) -> bool:
    """ "trong đó nữ 61 đồng chí, đoàn viên 89 đồng chí": one may be both."""
    prose = checked.once(read_prose)
    end = max(prose.sentence_of[at].end for at in breakdown.parts if at in prose.sentence_of)
    start = checked.indicators[breakdown.whole].end
    said = prose.before(breakdown.whole, 120)
    shared = word("overlapping").finditer(prose.folded, start, max(start, min(end, start + 400)))
    return any(quality[0] not in said for quality in shared)


def _spot(whole: Indicator, parts: Sequence[Indicator], summed: float, severity: Severity) -> Spot:
    wanted = show_like(summed, whole)
    related = tuple(Related(part.start, part.end, say("a part of it")) for part in parts)
    return Spot(
        whole.start,
        whole.end,
        say(
            "{sum} = {wanted}, but the total on the page is {total}",
            sum=" + ".join(map(number_of, parts)),
            wanted=wanted,
            total=number_of(whole),
        ),
        expected=wanted,
        found=number_of(whole),
        related=related,
        severity=severity,
    )


def _above(whole: Indicator, part: Indicator) -> Spot:
    return Spot(
        part.start,
        part.end,
        say("{part} is given as a part of {total}, and is more than it", part=part.raw, total=whole.raw),
        found=number_of(part),
        related=(Related(whole.start, whole.end, say("the total")),),
    )


RULES = (parts_against_total, parts_exceed_total)
