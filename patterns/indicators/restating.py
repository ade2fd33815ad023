"""Percentages that say a count or ratio again ("12/15 xã, đạt 80%"), and counts taken out of another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import regex

from patterns.indicators.figures import Figure
from patterns.indicators.magnitudes import base_unit, magnitude
from patterns.indicators.predicates import Role
from patterns.indicators.standing import FAR, NEAR, Standing, is_change, is_percent
from patterns.indicators.units import Measure

_PLAN = regex.compile(
    r"(?:so\ (?:với\ )?)?(?:mục\ tiêu|kế\ hoạch|dự\ toán|chỉ\ tiêu|nghị\ quyết|kh|dt|nhiệm\ vụ|grdp|gdp)(?!\p{L})"
)
_COMPARED = regex.compile(
    r"""(?:so\ (?:với\ )?(?:mức\ )?(?:cùng|năm|tháng|quý|đầu|cuối|thời\ điểm|giai\ đoạn|kỳ|trước|\d)
    |(?:của\ )?cùng\ kỳ)(?!\p{L})""",
    regex.VERBOSE,
)
_SAYS_RATE = regex.compile(
    r"(?:đạt |với |có |bằng )?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tương đương|tương ứng)(?: bình quân| chung)?"
)
# "tỷ lệ giải quyết đúng hạn", "đúng và trước hạn": the rate at which what was counted before was dealt with.
_RATE_OF_ACTION = regex.compile(
    r"""(?:tỷ\ lệ\ |tỉ\ lệ\ )?(?:\p{L}+\ )?(?:đã\ )?(?:giải\ quyết|xử\ lý|thực\ hiện|hoàn\ thành|giải\ ngân|thu\ hồi
    |thi\ hành|điều\ tra|(?:đúng|trước|trễ|quá)(?:\ (?:và|,)\ (?:đúng|trước))?\ hạn)(?!\p{L})""",
    regex.VERBOSE,
)
_AMONG = regex.compile(
    r"\W*(?:trong|qua)\ (?:tổng\ )?số\ (?P<noun>\p{L}[^,;.:\d]{1,60}?)(?:,|\ có\ |\ thì\ )"
)
_CAME_IN = regex.compile(
    r"tiếp nhận|thụ lý|xảy ra|phát hiện|kiểm tra|giám sát|nhận được|tổng số|ghi nhận|phát sinh|kiến nghị"
)
_DEALT_WITH = regex.compile(
    r"""(?:đã\ )?(?:được\ )?(?:giải\ quyết|xử\ lý|điều\ tra|làm\ rõ|hoàn\ thành|xét\ xử|phát\ hiện|trả\ lời|khắc\ phục
    |khám\ phá|kết\ luận|kiến\ nghị\ (?:xử\ lý|thu)|thu(?!\p{L}))""",
    regex.VERBOSE,
)


def restated(standing: Standing, index: int) -> int | None:
    """The count, amount or ratio that a percentage restates, or None."""
    figure = standing.figures[index]
    after = standing.folded[figure.quantity.end : figure.quantity.end + 40].lstrip(" ")
    plan = bool(_PLAN.match(after))
    if _COMPARED.match(after) and not plan:
        return None
    own = figure.own.lower()
    silent = not own or bool(_SAYS_RATE.fullmatch(own))
    opener = figure.setting.opener
    if figure.setting.previous is None and opener is not None and silent:
        return None if figure.outside else _source(standing, opener)
    named = _named_after(standing, index)
    if named is not None:
        return named
    if (silent and not figure.after) or (plan and (silent or figure.predicate.role is Role.LEVEL)):
        return _best_source(standing, index)
    acts = figure.predicate.role in (Role.LEVEL, Role.OBJECT) and not figure.after
    if acts and _RATE_OF_ACTION.match(own):
        return next(filter(standing.counts, standing.level(index)), None)
    return None


def _source(standing: Standing, index: int) -> int | None:
    """A count or amount itself; for a percentage, what that one is a share of."""
    return index if standing.counts(index) else standing.wholes[index]


def _named_after(standing: Standing, index: int) -> int | None:
    """ "được giải quyết đạt 80,81% nội dung kiến nghị": the noun after the percentage was counted before."""
    figure = standing.figures[index]
    after = figure.after.lower()
    if not after or not (figure.predicate.verb or figure.own):
        return None
    for earlier in standing.clause(index):
        quantity = standing.figures[earlier].quantity
        noun = rf"(?:tổng\ )?(?:số\ )?{regex.escape(quantity.head)}(?!\p{{L}})"
        if quantity.measure is Measure.COUNT and quantity.head and regex.match(noun, after):
            return earlier
    return None


def _best_source(standing: Standing, index: int) -> int | None:
    """Among the counts of the clause, the one whose ratio gives the percentage, else the nearest."""
    figure = standing.figures[index]
    candidates = list(islice(filter(standing.counts, standing.clause(index)), NEAR))
    for at in candidates:
        if _is_ratio(standing.figures[at], figure) or _is_quotient(standing, at, candidates, figure):
            return at
    return candidates[0] if candidates else None


def _is_ratio(source: Figure, figure: Figure) -> bool:
    numeral = source.quantity.numeral
    return bool(numeral.denominator) and _near(numeral.value / (numeral.denominator or 1.0), figure)


def _is_quotient(standing: Standing, index: int, others: Sequence[int], figure: Figure) -> bool:
    """Whether the percentage is a figure divided by another of the clause or one before it."""
    part = standing.figures[index].quantity
    for at in [*others, *islice(standing.earlier(index), NEAR)]:
        whole = standing.figures[at].quantity
        comparable = base_unit(part) == base_unit(whole) and magnitude(whole) > 0
        if comparable and _near(magnitude(part) / magnitude(whole), figure):
            return True
    return False


def _near(share: float, figure: Figure) -> bool:
    """Whether a share is the percentage as printed: rounded or cut at its last place."""
    return abs(share * 100 - figure.quantity.numeral.value) < 0.11


def taken_out(standing: Standing, index: int) -> int | None:
    """The count or amount that another is taken out of: of a ratio's whole, of what came in, of those named."""
    figure = standing.figures[index]
    if is_percent(figure) or is_change(figure):
        return None
    found = _of_denominator(standing, index) or _dealt_with(standing, index)
    if found is None and figure.quantity.measure is Measure.COUNT:
        return _among(standing, index)
    return found


def _of_denominator(standing: Standing, index: int) -> int | None:
    """ "kiểm tra 07 đảng viên, kết luận 06/07 đảng viên": the whole of the ratio was counted before."""
    quantity = standing.figures[index].quantity
    if quantity.numeral.denominator is None:
        return None
    for at in islice(standing.earlier(index), NEAR):
        other = standing.figures[at].quantity
        if other.head == quantity.head and other.numeral.value == quantity.numeral.denominator:
            return at if other.numeral.denominator is None else None
    return None


def _dealt_with(standing: Standing, index: int) -> int | None:
    """ "tiếp nhận 312 hồ sơ, đã giải quyết 298 hồ sơ": what was dealt with is part of what came in."""
    figure = standing.figures[index]
    if not _DEALT_WITH.match((figure.action or figure.own).lower()):
        return None
    for at in standing.level(index):
        other = standing.figures[at]
        same = base_unit(other.quantity) == base_unit(figure.quantity) and not is_change(other)
        larger = same and magnitude(other.quantity) >= magnitude(figure.quantity)
        if larger and _CAME_IN.search(f"{other.own} {other.action}".lower()):
            return at
    return None


def _among(standing: Standing, index: int) -> int | None:
    """ "Trong tổng số hộ nghèo, có 4.236 hộ …": part of the last count of "hộ nghèo" before."""
    figure = standing.figures[index]
    named = _AMONG.match(standing.folded, figure.setting.sentence[0], figure.quantity.start)
    if named is None:
        return None
    for at in range(index - 1, max(-1, index - 3 * FAR), -1):
        quantity = standing.figures[at].quantity
        if quantity.measure is Measure.COUNT and quantity.head == figure.quantity.head:
            said = standing.folded[quantity.numeral.end : quantity.end + 40].lstrip(" ")
            if said.startswith(named["noun"]) and quantity.numeral.value >= figure.quantity.numeral.value:
                return at
    return None
