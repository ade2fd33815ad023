"""Percentages in running text that say a ratio or two counts again, with what they are reckoned from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from extractor.checks.checked import CheckedReport
from extractor.checks.figures.prose import (
    Prose,
    is_change,
    is_level,
    is_percent,
    is_single,
    read_prose,
    same_unit,
)
from extractor.checks.figures.quotients import (
    Quotient,
    Verdict,
    is_mistyped,
    is_swapped,
    judge,
    own_quotient,
    quotient,
)
from extractor.checks.figures.words import ending, group, opening, word
from extractor.checks.figures.writing import amount, kind_of
from patterns.indicators.numbers import parse_number
from patterns.indicators.units import UnitKind
from patterns.mentions import Indicator


class Link(Enum):
    """What tells that a percentage is the quotient of the figures before it."""

    RATIO = "ratio"  # "13/15 đơn, đạt 86,66%"
    COUNTS = "counts"  # "526 nội dung, đã giải quyết 489 nội dung, đạt 93%"
    PLAN = "plan"  # "được giao 1.120.000 triệu đồng, giải ngân 351.680 triệu đồng, đạt 31,4%"


@dataclass(frozen=True, slots=True)
class Restatement:
    """A percentage with the quotient that it restates.

    Attributes:
        percentage, part, whole: indices of figures; for a ratio part and whole are the same.
        verdict: how they agree; sure: whether a difference can only be a slip.
    """

    percentage: int
    part: int
    whole: int
    link: Link
    stated: Quotient
    verdict: Verdict
    sure: bool


_NEAR = (
    15.0  # points within which a percentage with words of its own is taken to speak of the ratio before it
)
_CLOSE = 3.0
_FARTHEST = 8  # figures back


def read_restatements(checked: CheckedReport) -> tuple[Restatement, ...]:
    """The percentages of the running text that restate what stands before them."""
    prose = checked.once(read_prose)
    found: list[Restatement] = []
    for sentence in prose.sentences:
        for place, index in enumerate(sentence.figures):
            one = prose.indicators[index]
            if not is_percent(one) or not is_single(one) or is_change(one):
                continue
            before, after = sentence.figures[:place], sentence.figures[place + 1 :]
            made = (before and (_of_ratio(prose, index, before) or _of_counts(prose, index, before))) or None
            made = made or (_of_next(prose, index, after[0]) if after else None)
            found += [made] if made else []
    return tuple(found)


_OWN = regex.compile(r"[,;()]")
_CHANGED = regex.compile(rf"{group('falls', 'rises')}|vượt|so\ với|gấp")
_DIGIT = regex.compile(r"\d")


def _of_ratio(prose: Prose, index: int, before: tuple[int, ...]) -> Restatement | None:
    source = before[-1]
    gap = prose.gap(source, index)
    over = _over(prose, before)
    if over is not None:
        stated = quotient(prose.indicators[over[0]], prose.indicators[over[1]])
        part, whole = over
    else:
        stated, part, whole = own_quotient(prose.indicators[source]), source, source
    percentage = prose.indicators[index]
    bound = percentage.part_of == source
    if stated is None or not is_single(prose.indicators[source]) or ";" in gap or _CHANGED.search(gap):
        return None
    if _DIGIT.search(_last(gap) if bound else gap):  # a document or a date may stand before
        return None
    verdict = judge(percentage, stated)
    likely = is_mistyped(percentage, stated) or abs(percentage.value - stated.percent) <= _NEAR
    if not _is_silent(gap):  # it has words of its own: "45/47 đơn, tỷ lệ hài lòng đạt 60%"
        return (
            Restatement(index, part, whole, Link.RATIO, stated, verdict, likely)
            if bound or verdict is Verdict.CUT
            else None
        )
    sure = likely if opening("plan", "may_exceed").match(prose.after(index)) else True
    return Restatement(index, part, whole, Link.RATIO, stated, verdict, sure)


def _of_next(prose: Prose, index: int, ratio: int) -> Restatement | None:
    """ "đạt 86,5% (45/52 vụ)": the ratio stands in the parenthesis behind."""
    percentage, stated = prose.indicators[index], own_quotient(prose.indicators[ratio])
    if stated is None or not is_single(prose.indicators[ratio]) or prose.gap(index, ratio).strip() != "(":
        return None
    likely = is_mistyped(percentage, stated) or abs(percentage.value - stated.percent) <= _NEAR
    return Restatement(index, ratio, ratio, Link.RATIO, stated, judge(percentage, stated), likely)


def _last(gap: str) -> str:
    """The last clause of the words between two figures."""
    return _OWN.split(gap)[-1]


def _over(prose: Prose, before: tuple[int, ...]) -> tuple[int, int] | None:
    """ "7.905 triệu đồng/13.500 triệu đồng, đạt 58,6%": two figures with a stroke between."""
    if len(before) < 2 or prose.gap(before[-2], before[-1]).strip() != "/":
        return None
    part, whole = before[-2], before[-1]
    both = prose.indicators[part], prose.indicators[whole]
    return (part, whole) if all(map(is_level, both)) and same_unit(*both) else None


def _is_silent(gap: str) -> bool:
    """Whether only "đạt", "chiếm tỷ lệ" or a parenthesis leads from a figure to its percentage."""
    own = _last(gap).strip()
    return not own or (bool(regex.fullmatch(group("restates"), own)) and bool(_OWN.search(gap)))


def _of_counts(prose: Prose, index: int, before: tuple[int, ...]) -> Restatement | None:
    part = before[-1]
    gap = prose.gap(part, index)
    counted = prose.indicators[part]
    if not is_level(counted) or not _is_silent(gap) or ";" in gap or _CHANGED.search(gap):
        return None
    if _DIGIT.search(gap):
        return None
    percentage = prose.indicators[index]
    to_plan = bool(opening("plan").match(prose.after(index)))
    if not to_plan and opening("may_exceed").match(prose.after(index)):
        return None
    wholes = list(_wholes(prose, part, before))
    judged = [(whole, stated, judge(percentage, stated)) for whole, stated in wholes]
    for whole, stated, verdict in judged:
        if verdict is Verdict.AGREES:
            return Restatement(index, part, whole, _link(prose, whole), stated, verdict, sure=True)
    if _is_another_quotient(prose, index):
        return None
    for whole, stated, verdict in judged:
        planned = _link(prose, whole) is Link.PLAN
        if to_plan is planned or (planned and not to_plan):
            sure = _is_sure(prose, index, part, whole, stated)
            return Restatement(index, part, whole, _link(prose, whole), stated, verdict, sure)
    return None


def _wholes(prose: Prose, part: int, before: tuple[int, ...]) -> Iterator[tuple[int, Quotient]]:
    """What a count can be a share of: the figures of its unit before it, the one that it is bound to first."""
    counted = prose.indicators[part]
    bound = counted.part_of
    near = [at for at in reversed(before[:-1][-_FARTHEST:]) if at != bound]
    for whole in ([bound] if bound is not None else []) + near:
        other = prose.indicators[whole]
        people = whole == bound and all(kind_of(one.unit) is UnitKind.COUNT for one in (counted, other))
        if other.table_row is not None or not is_level(other) or not (people or same_unit(counted, other)):
            continue
        stated = quotient(counted, other)
        if stated is not None and amount(other) > 0:
            yield whole, stated


_NUMBER = regex.compile(r"(?<![\d.,/])\d[\d.]*(?:,\d+)?(?![\d/])")


def _is_another_quotient(prose: Prose, index: int) -> bool:
    """ "xét xử 1.011 vụ - 1.823 bị cáo (đạt 97,6%)" of 1.036 vụ: two other numbers of the sentence give it."""
    percentage, sentence = prose.indicators[index], prose.sentence_of[index]
    said = _NUMBER.findall(prose.folded, sentence.start, percentage.start)[-2 * _FARTHEST :]
    numbers = {number for token in said if (number := parse_number(token)) is not None}
    pairs = (Quotient(part, whole) for part in numbers for whole in numbers if 1 < part < whole)
    return any(judge(percentage, stated) is Verdict.AGREES for stated in pairs)


def _link(prose: Prose, whole: int) -> Link:
    planned = prose.indicators[whole].status == "plan" or word("plan").search(prose.before(whole, 40))
    return Link.PLAN if planned else Link.COUNTS


def _is_sure(prose: Prose, index: int, part: int, whole: int, stated: Quotient) -> bool:
    """Whether a percentage that is not the quotient of two counts was meant to be.

    It may be a share of something that the page does not give: "cấp tỉnh đúng hạn 870 hồ sơ, đạt 78%" is a
    rate of what that level received, not of the total before it.
    """
    percentage, counted, total = (prose.indicators[at] for at in (index, part, whole))
    if _differ(counted.scope, total.scope):
        return False
    if is_swapped(percentage, stated, counted, total):
        return True
    apart = abs(percentage.value - stated.percent)
    if counted.part_of == whole or ending("is_share").search(prose.before(index, 20)):
        return apart <= _CLOSE or (is_mistyped(percentage, stated) and len(str(percentage.value)) > 3)
    counts = kind_of(counted.unit) is UnitKind.COUNT and counted.unit == total.unit
    return counts and apart <= _CLOSE and amount(counted) <= amount(total)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and one != other


def related_figures(checked: CheckedReport, found: Restatement) -> list[Indicator]:
    """The figures that a restated percentage is reckoned from."""
    places = dict.fromkeys((found.part, found.whole))
    return [checked.indicators[at] for at in places]
