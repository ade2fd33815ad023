"""Counts and amounts taken out of another: of a ratio's whole, of what came in, of those named, singled out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators.magnitudes import base_unit, magnitude
from patterns.indicators.standing import FAR, NEAR, Standing, is_change, is_comparable, is_percent
from patterns.indicators.units import UnitKind

_AMONG = compile_pattern(
    r"\W*(?:trong|qua)\ (?:tổng\ )?số\ (?P<noun>\p{L}[^,;.:\d]{1,60}?)(?:,|\ có\ |\ thì\ )"
)
# Between a count and what it holds, "cơ sở vi phạm, trong đó có".
_OF_WHICH = regex.compile(r"[^,;.:()\d]{0,40},\ trong\ (?:số\ )?đó(?:\ có|\ gồm)?\ ")
_CARRIED_OVER = regex.compile(
    r"[^,;.:()\d]{0,40}\((?:trong\ đó\ )?(?:kỳ|tháng|năm)\ trước\ chuyển\ (?:sang|qua)\ "
)
_NAMED_WHOLE = regex.compile(r"\W*trong\ (?:tổng\ số\ |số\ )?(?P<noun>\p{L}[^,;.:\d]{3,60}?)\ ?(?::|,\ )")
# "Trong tổng số 214 dự án, có 34 dự án chậm tiến độ".
_OUT_OF = regex.compile(r"(?:trong|qua)\ (?:tổng\ )?(?:số\ )?$")
_CAME_IN = regex.compile(
    r"""tiếp\ nhận|thụ\ lý|xảy\ ra|phát\ hiện|kiểm\ tra|giám\ sát|thanh\ tra|nhận\ được|tổng\ số|ghi\ nhận|phát\ sinh
    |kiến\ nghị|thu\ gom|dự\ thi|giới\ thiệu|xuống\ giống|thả\ nuôi|gieo""",
    regex.VERBOSE,
)
_DEALT_WITH = compile_pattern(
    r"""(?:đã\ )?(?:được\ )?(?:giải\ quyết|xử\ lý|xử\ phạt|điều\ tra|làm\ rõ|khởi\ tố|hoàn\ thành|xét\ xử|phát\ hiện
    |trả\ lời|khắc\ phục|khám\ phá|kết\ luận|kết\ nạp|thiệt\ hại|kiến\ nghị\ (?:xử\ lý|thu)|tiếp\ thu|chấp\ nhận
    |khôi\ phục|thu(?!\p{L}))""",
    regex.VERBOSE,
)
# "hiện có 221 người", "đã chi 31,2 tỷ đồng", "thi hành xong 4.561 việc": so much of the figure before has come about.
_COME_ABOUT = compile_pattern(
    r"(?:\W|và\ |nay\ )*(?:hiện(?:\ (?:có|nay|đã))?|đã|có\ mặt|còn\ lại)(?!\p{L})|[^,;]{0,30}\ xong\ $"
)
# "riêng khối doanh nghiệp 131,2 tỷ đồng".
_SINGLED_OUT = regex.compile(r"(?:^|[,;(]\ ?)(?:còn\ |trong\ đó\ )?riêng\ (?!lẻ|biệt|tư)")
_WOMEN = compile_pattern(
    r"(?:là\ )?(?:nữ|nam|(?:người\ )?dân\ tộc(?:\ thiểu\ số)?|ngoài\ đảng|tuổi\ trẻ|trẻ\ tuổi|tôn\ giáo"
    r"|người\ có\ đạo|tái\ cử)"
)


# "đóng góp của khu vực dịch vụ 3,52 điểm phần trăm".
_CONTRIBUTES = regex.compile(r"đóng\ góp|làm\ tăng")
_POINTS = ("điểm phần trăm", "điểm %")


def contributed(standing: Standing, index: int) -> int | None:
    """ "GRDP tăng 8,4%, khu vực dịch vụ đóng góp 3,5 điểm phần trăm": a part of the growth before it."""
    figure = standing.figures[index]
    if (figure.quantity.unit or "").lower() not in _POINTS:
        return None
    if (
        figure.setting.previous is not None
        and standing.figures[figure.setting.previous].quantity.unit == figure.quantity.unit
    ):
        return standing.wholes[figure.setting.previous]
    if not _CONTRIBUTES.search(standing.folded, figure.setting.before[0], figure.setting.before[1]):
        return None
    percents = (at for at in standing.level(index) if is_percent(standing.figures[at]))
    return next((at for at in percents if standing.figures[at].quantity.unit == "%"), None)


def taken_out(standing: Standing, index: int) -> int | None:
    """The count or amount that another is taken out of, or None."""
    figure = standing.figures[index]
    if is_percent(figure) or is_change(figure):
        return None
    found = _of_denominator(standing, index)
    found = _dealt_with(standing, index) if found is None else found
    found = _singled_out(standing, index) if found is None else found
    found = _come_about(standing, index) if found is None else found
    if found is None and figure.quantity.kind is UnitKind.COUNT:
        found = _among(standing, index)
    found = _within_named(standing, index) if found is None else found
    return _of_which(standing, index) if found is None else found


def _larger(standing: Standing, index: int) -> Iterator[int]:
    """Earlier figures of the sentence that could hold one: of its unit and no smaller, nearest first."""
    quantity = standing.figures[index].quantity
    for at in standing.level(index):
        other = standing.figures[at]
        comparable = (
            is_comparable(quantity, other.quantity) and not is_percent(other) and not is_change(other)
        )
        if comparable and magnitude(other.quantity) >= magnitude(quantity):
            yield at


def _singled_out(standing: Standing, index: int) -> int | None:
    """ "chậm đóng 214 tỷ đồng; riêng khối doanh nghiệp 131 tỷ đồng", "512 người, nữ 214 người"."""
    figure = standing.figures[index]
    start, end = figure.setting.before
    words = standing.folded[max(start, end - 120) : end]
    if _SINGLED_OUT.search(words):
        return next(_larger(standing, index), None)
    if not _WOMEN.fullmatch(fold(figure.own)):
        return None
    # "131 người; nữ 52 người, dân tộc thiểu số 44 người": those beside are parts of the same whole.
    whole = next(_larger(standing, index), None)
    beside = whole is not None and _WOMEN.fullmatch(fold(standing.figures[whole].own))
    return standing.wholes[whole] if whole is not None and beside else whole


def _come_about(standing: Standing, index: int) -> int | None:
    """ "được giao 236 người, hiện có 221 người": the figure right before it, of the same unit, in the same clause."""
    figure = standing.figures[index]
    if figure.quantity.numeral.denominator is not None:
        return None
    if not _COME_ABOUT.match(standing.folded, *figure.setting.before):
        return None
    before = figure.setting.previous
    whole = next(_larger(standing, index), None)
    same = whole is not None and standing.figures[whole].setting.clause == figure.setting.clause
    return whole if whole == before and same else None


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


def _of_which(standing: Standing, index: int) -> int | None:
    """ "4.018 phương tiện, trong đó có 3.866 mô tô", "1.795 đơn (kỳ trước chuyển sang 112 đơn)".

    The count right before it, of whatever noun after "trong đó", of the same noun in a parenthesis.
    """
    figure = standing.figures[index]
    before = standing.before(index)
    if before is None or not _are_counts(standing, before, index):
        return None
    whole, part = standing.figures[before].quantity, figure.quantity
    gap = standing.folded[whole.end : part.begins]
    if _OF_WHICH.fullmatch(gap):
        return before if whole.numeral.value > part.numeral.value else None
    carried = _CARRIED_OVER.fullmatch(gap) and whole.head == part.head
    return before if carried and whole.numeral.value > part.numeral.value else None


def _are_counts(standing: Standing, *indexes: int) -> bool:
    """Whether figures are whole numbers of something, no changes."""
    figures = [standing.figures[at] for at in indexes]
    return all(
        f.quantity.kind is UnitKind.COUNT
        and not f.quantity.is_rate
        and not is_change(f)
        and f.quantity.numeral.denominator is None
        for f in figures
    )


def _within_named(standing: Standing, index: int) -> int | None:
    """ "Trong nhóm đất nông nghiệp: đất trồng lúa 3.015,7 ha; …": parts of the figure before that is of those words."""
    figure = standing.figures[index]
    named = _NAMED_WHOLE.match(standing.folded, figure.setting.sentence[0], figure.quantity.start)
    if named is None:
        return None
    for at in islice(standing.earlier(index), NEAR):
        other = standing.figures[at]
        larger = magnitude(other.quantity) >= magnitude(figure.quantity)
        if fold(other.own) == named["noun"] and larger and is_comparable(figure.quantity, other.quantity):
            return at
    return None


def _among(standing: Standing, index: int) -> int | None:
    """ "Trong tổng số hộ nghèo, có 4.236 hộ …": part of the last count of "hộ nghèo" before."""
    figure = standing.figures[index]
    before = figure.setting.previous
    last = before is not None and before == next(_larger(standing, index), None)
    if (
        before is not None
        and last
        and _OUT_OF.search(standing.folded, *standing.figures[before].setting.before)
    ):
        return before
    named = _AMONG.match(standing.folded, figure.setting.sentence[0], figure.quantity.start)
    if named is None:
        return None
    for at in range(index - 1, max(-1, index - 3 * FAR), -1):
        quantity = standing.figures[at].quantity
        if quantity.kind is UnitKind.COUNT and quantity.head == figure.quantity.head:
            said = standing.folded[quantity.numeral.end : quantity.end + 40].lstrip(" ")
            if said.startswith(named["noun"]) and quantity.numeral.value >= figure.quantity.numeral.value:
                return at
    return None
