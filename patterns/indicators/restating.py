"""Percentages that say a count or ratio again ("12/15 xã, đạt 80%")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import regex

from patterns.engines import compile_pattern
from patterns.indicators import plans
from patterns.indicators.figures import Figure
from patterns.indicators.magnitudes import base_unit, magnitude
from patterns.indicators.predicates import Role
from patterns.indicators.quantity import Quantity
from patterns.indicators.standing import NEAR, Standing, is_change
from patterns.indicators.units import UnitKind

_PLAN = compile_pattern(rf"(?:so\ (?:với\ )?)?(?:{plans.ALL}|nhiệm\ vụ|grdp|gdp)(?!\p{{L}})")
_COMPARED = compile_pattern(
    r"""(?:so\ (?:với\ )?(?:mức\ )?(?:cùng|năm|tháng|quý|đầu|cuối|thời\ điểm|giai\ đoạn|kỳ|trước|\d)
    |(?:của\ )?cùng\ kỳ)(?!\p{L})""",
    regex.VERBOSE,
)
_SAYS_RATE = compile_pattern(
    r"(?:đạt |với |có |bằng )?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tương đương|tương ứng)(?: bình quân| chung)?"
)
# "tỷ lệ giải quyết đúng hạn", "đúng và trước hạn": the rate at which what was counted before was dealt with.
_TOTAL = compile_pattern(r"(?:trong\ |của\ )?(?:tổng|toàn)(?!\p{L})")
_COVERS = compile_pattern(r"(?:đạt\ )?(?:tỷ\ lệ\ |tỉ\ lệ\ |độ\ )?(?:bao|che|phủ)\ (?:phủ|sóng)")
_RATE_OF_ACTION = compile_pattern(
    r"""(?:tỷ\ lệ\ |tỉ\ lệ\ )?(?:\p{L}+\ )?(?:đã\ )?(?:giải\ quyết|xử\ lý|thực\ hiện|hoàn\ thành|giải\ ngân|thu\ hồi
    |thi\ hành|điều\ tra|(?:đúng|trước|trễ|quá)(?:\ (?:và|,)\ (?:đúng|trước))?\ hạn)(?!\p{L})""",
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
    if (rated := _rate_of_named(standing, index)) is not None:
        return rated
    if _is_quotient_stated(standing, index):
        return _best_source(standing, index)
    acts = figure.predicate.role in (Role.LEVEL, Role.OBJECT) and not figure.after
    if (acts and _RATE_OF_ACTION.match(own)) or _COVERS.fullmatch(own):
        return next(filter(standing.counts, standing.level(index)), None)
    return None


def _source(standing: Standing, index: int) -> int | None:
    """A count or amount itself; for a percentage, what that one is a share of."""
    return index if standing.counts(index) else standing.wholes[index]


def _begins_with(after: str, noun: str) -> bool:
    """Whether a phrase begins with a noun, "về" or "tổng số" before it or not."""
    bare = after.removeprefix("về ").removeprefix("tổng ").removeprefix("số ")
    return any(p.startswith(noun) and not p[len(noun) : len(noun) + 1].isalpha() for p in (after, bare))


def _named_after(standing: Standing, index: int) -> int | None:
    """ "được giải quyết đạt 80,81% nội dung kiến nghị": the noun after the percentage was counted before."""
    figure = standing.figures[index]
    after = figure.after.lower()
    if not after or not (figure.predicate.verb or figure.own):
        return None
    for earlier in standing.clause(index):
        quantity = standing.figures[earlier].quantity
        if quantity.kind is UnitKind.COUNT and quantity.head and _begins_with(after, quantity.head):
            return earlier
    return None


def _rate_of_named(standing: Standing, index: int) -> int | None:
    """ "giáo viên 14.302 người, tỷ lệ giáo viên đạt chuẩn là 91,8%": the rate names what was counted before."""
    own = standing.figures[index].own.lower()
    if not own.startswith(("tỷ lệ ", "tỉ lệ ")):
        return None
    for at in islice(standing.level(index), NEAR):
        other = standing.figures[at]
        said = other.own.lower() if other.own else f"{other.quantity.head} {other.after.lower()}".strip()
        names = said and f"{own[6:]} ".startswith(f"{said} ")
        if names and other.quantity.kind is UnitKind.COUNT and not is_change(other):
            return at
    return None


def _is_quotient_stated(standing: Standing, index: int) -> bool:
    """ "gà 1,8 triệu con, chiếm 75% tổng đàn": the quotient of the amount before it and one before that."""
    figure = standing.figures[index]
    if figure.own or not _TOTAL.match(figure.after.lower()):
        return False
    candidates = list(islice(filter(standing.counts, standing.clause(index)), NEAR))
    return any(_is_quotient(standing, at, candidates, figure) for at in candidates[:1])


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
        if base_unit(part) == base_unit(whole) and is_restated(part, whole, figure):
            return True
    return False


def is_restated(part: Quantity, whole: Quantity, figure: Figure) -> bool:
    """Whether a percentage is one quantity divided by another."""
    return magnitude(whole) > 0 and _near(magnitude(part) / magnitude(whole), figure)


def _near(share: float, figure: Figure) -> bool:
    """Whether a share is the percentage as printed: rounded or cut at its last place."""
    return abs(share * 100 - figure.quantity.numeral.value) < 0.11
