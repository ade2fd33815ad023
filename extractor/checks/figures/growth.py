"""Growth rates against the levels that the page gives for both times."""

from __future__ import annotations

from collections.abc import Iterator, Set

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.changes import read_moves
from extractor.checks.figures.prose import Prose, Sentence, is_level, is_percent, is_single, read_prose
from extractor.checks.figures.quotients import Quotient, Verdict, judge_value, quotient
from extractor.checks.figures.words import ending, group
from extractor.checks.figures.writing import amount, decimals, is_swap, number_of, show, step
from extractor.checks.finding import Basis, Related, Severity, Spot
from extractor.checks.messages import say
from extractor.checks.rule import rule
from patterns.mentions import Indicator

_CLOSE = 3.0
_EARLIER = regex.compile(
    rf"[^;.]{{0,20}}(?:so\ (?:với\ )?)?[^;.()]{{0,60}}"
    rf"\(\s*(?:(?:cùng\ kỳ\ )?năm\ \d{{4}}|{group('earlier')})?[^;.()\d]{{0,40}}$"
)
_NOT_EARLIER = regex.compile(r"trong\ đó|kế\ hoạch|dự\ toán|chỉ\ tiêu|gồm|riêng|tăng|giảm")


@rule("NUM009", "growth-against-levels", Severity.ERROR, Basis.PAGE)
def growth_against_levels(checked: CheckedReport) -> Iterator[Spot]:
    """A rate of growth is not what the levels of the two times give."""
    prose = checked.once(read_prose)
    moved = {at for move in checked.once(read_moves) for at in move.changes}
    for sentence in prose.sentences:
        for level, rate, earlier in zip(
            sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False
        ):
            if _is_growth(prose, level, rate, earlier):
                yield from _against_earlier(*(prose.indicators[at] for at in (level, rate, earlier)))
        yield from _against_change(prose, sentence, moved)


def _is_growth(prose: Prose, level: int, rate: int, earlier: int) -> bool:
    """ "đạt 57.806 tỷ đồng, tăng 6,10% so với năm 2020 (năm 2020 thực hiện 54.482 tỷ đồng)"."""
    now, percentage, then = (prose.indicators[at] for at in (level, rate, earlier))
    gap, before = prose.gap(rate, earlier), prose.gap(level, rate)
    return (
        is_level(now)
        and is_level(then)
        and is_percent(percentage)
        and is_single(percentage)
        and now.canonical_unit == then.canonical_unit
        and bool(ending("falls", "rises").search(before))
        and len(before) <= 60
        and bool(_EARLIER.match(gap))
        and ("so " in gap or bool(regex.search(group("earlier"), gap)))
        and not _NOT_EARLIER.search(gap)
    )


def _against_earlier(now: Indicator, rate: Indicator, then: Indicator) -> Iterator[Spot]:
    stated = quotient(now, then)
    if stated is None:
        return
    falls = rate.measure == "decline"
    least, greatest = (bound - 100 for bound in stated.bounds)
    bounds = (-greatest, -least) if falls else (least, greatest)
    unit = 10.0 ** -decimals(rate.raw, rate.value)
    if judge_value(rate.value, unit, bounds) is Verdict.DIFFERS:
        wanted = (100 - stated.percent) if falls else (stated.percent - 100)
        yield _spot(now, rate, then, f"{show(wanted, decimals(rate.raw, rate.value))}%")


def _spot(now: Indicator, rate: Indicator, then: Indicator, wanted: str) -> Spot:
    return Spot(
        rate.start,
        rate.end,
        say(
            "from {before} to {after} is a change of {wanted}, but the page has {printed}",
            before=then.raw,
            after=now.raw,
            wanted=wanted,
            printed=rate.raw,
        ),
        expected=wanted,
        found=rate.raw,
        related=(
            Related(then.start, then.end, say("the level before")),
            Related(now.start, now.end, say("the level after")),
        ),
    )


_ALSO = regex.compile(r"[^;.\d]{0,30}(?:\(|,\ (?:tương\ (?:ứng|đương)|bằng)\ )(?:giảm\ |tăng\ )?$")


def _against_change(prose: Prose, sentence: Sentence, moved: Set[int]) -> Iterator[Spot]:
    """ "đạt 6.018,3 tỷ đồng, tăng 289 tỷ đồng (5,04%)": the rate of the change against the level it started from.

    `moved` are the changes whose level before the page gives itself.
    """
    for place in range(1, len(sentence.figures) - 1):
        at, rate = sentence.figures[place], sentence.figures[place + 1]
        change, percentage = prose.indicators[at], prose.indicators[rate]
        falls = bool(ending("falls").search(prose.before(at, 16)))
        if not (falls or ending("rises").search(prose.before(at, 16))) or is_percent(change) or at in moved:
            continue
        if not is_percent(percentage) or not all(map(is_single, (change, percentage))):
            continue
        if not _ALSO.match(prose.gap(at, rate)):
            continue
        level = prose.indicators[sentence.figures[place - 1]]
        if not is_level(level) or level.canonical_unit != change.canonical_unit or change.amount is None:
            continue
        then = amount(level) + (amount(change) if falls else -amount(change))
        if then <= 0:
            continue
        slack = (step(level) + step(change)) / 2
        yield from _rate(Quotient(amount(change), then, step(change) / 2, slack), level, change, percentage)


def _rate(stated: Quotient, level: Indicator, change: Indicator, rate: Indicator) -> Iterator[Spot]:
    places = decimals(rate.raw, rate.value)
    wanted = f"{show(stated.percent, places)}%"
    if judge_value(rate.value, 10.0**-places, stated.bounds) is not Verdict.DIFFERS:
        return
    if not is_swap(wanted, number_of(rate)) and abs(rate.value - stated.percent) > _CLOSE:
        return
    yield Spot(
        rate.start,
        rate.end,
        say(
            "a change of {change} that leads to {level} is {wanted}, but the page has {printed}",
            change=change.raw,
            level=level.raw,
            wanted=wanted,
            printed=rate.raw,
        ),
        expected=wanted,
        found=rate.raw,
        related=(
            Related(change.start, change.end, say("the change")),
            Related(level.start, level.end, say("the level after")),
        ),
    )


RULES = (growth_against_levels,)
