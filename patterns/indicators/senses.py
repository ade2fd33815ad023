"""What a figure says of its subject (ý nghĩa của số liệu): level, change or share, against what, planned or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators import plans
from patterns.indicators.columns import Column
from patterns.indicators.figures import Figure
from patterns.indicators.measures import is_measure
from patterns.indicators.predicates import Role
from patterns.indicators.rows import Row
from patterns.indicators.units import SHARE_UNITS, UnitKind
from patterns.indicators.vocabulary import alternation, tables, words
from patterns.indicators.year_parts import YEAR
from patterns.mentions import Measure, Status


@dataclass(frozen=True, slots=True)
class Sense:
    """What a figure is of its subject, against what it is measured, and whether it was planned or reached."""

    measure: Measure | None
    base: str | None
    status: Status | None


_CHANGES: tuple[Measure | None, ...] = ("growth", "decline", "change")

_GROWTH_LABEL = compile_pattern(
    r"""(?:tốc\ độ\ |mức\ |nhịp\ độ\ |tỷ\ lệ\ |tỉ\ lệ\ )?(?:phát\ triển|tăng)(?:\ trưởng)?(?!\p{L}|\ cường)
    | lạm\ phát(?!\p{L})""",
    regex.VERBOSE,
)
_DECLINE_LABEL = compile_pattern(r"(?:tốc\ độ\ |mức\ |tỷ\ lệ\ |tỉ\ lệ\ )?giảm(?!\p{L})")
_SHARE_LABEL = compile_pattern(
    r"(?:tỷ\ lệ|tỉ\ lệ|tỷ\ trọng|tỉ\ trọng|tỷ\ suất|cơ\ cấu|độ\ che\ phủ|thất\ nghiệp)(?!\p{L})"
)
_TARGET_LABEL = compile_pattern(rf"{plans.NAMES}(?!\p{{L}})(?!\ (?:đạt|hoàn\ thành))")
_LONGEST_TARGET = 5
_EXCEEDS = regex.compile(r"(?<!\p{L})vượt(?:\ (?:khoảng|gần|hơn|trên|mức))?\ $")
_RELATIVE = (*SHARE_UNITS, "điểm %")


def sense_of(folded: str, figure: Figure, label: str | None, *, planned: bool) -> Sense:
    """The sense of a figure in prose; `planned` says that its list is introduced as one of plans."""
    measure = _measure(folded, figure, fold(label or ""))
    status = _status(folded, figure, planned=planned) or ("plan" if measure == "target" else None)
    return Sense(measure, _base(folded, figure, measure), status)


def _measure(folded: str, figure: Figure, label: str) -> Measure | None:
    quantity, role = figure.quantity, figure.predicate.role
    if quantity.is_rank:
        return "rank"
    if quantity.numeral.value < 0 and role is Role.GROWTH:
        return "change"  # "(-3,2%)": the sign says which
    if folded.find("vượt", *figure.setting.before) >= 0 and _EXCEEDS.search(folded, *figure.setting.before):
        return "change"
    remains = "còn" in figure.predicate.verb.split()  # "giảm 3,2%, còn 5,1%": what is left is a level
    if role is Role.GROWTH or (_GROWTH_LABEL.match(label) and not remains):
        return "growth"
    if role is Role.FALL or (_DECLINE_LABEL.match(label) and not remains):
        return "decline"
    if _is_target(figure):
        return "target"
    percent = quantity.kind is UnitKind.PERCENT
    if percent and _is_fulfilment(folded, figure):
        return "share"
    if role is Role.SHARE or (
        percent and (_SHARE_LABEL.match(label) or (role is not Role.LEVEL and figure.after))
    ):
        return "share"
    return "level" if not percent or role is Role.LEVEL or is_measure(label) else None


def _is_target(figure: Figure) -> bool:
    """Whether the page calls a figure a target ("chỉ tiêu tỉnh giao là 12%"); "chỉ tiêu giường bệnh đạt 28" is none."""
    named = _TARGET_LABEL.match(fold(figure.own)) and len(figure.own.split()) <= _LONGEST_TARGET
    return bool(named) and figure.predicate.verb in ("", "là")


@cache
def _bases() -> regex.Pattern[str]:
    """What figures are measured against, by tables, or a year or span of years that is named."""
    listed = (rf"(?P<{table}>{alternation(words('bases', table))})" for table in tables("bases"))
    years = r"(?:năm|giai\ đoạn|thời\ kỳ|nhiệm\ kỳ)\ (?P<years>(?:19|20)\d\d(?:\ ?-\ ?(?:19|20)\d\d)?)"
    return regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(listed)}|{years})(?![\p{{L}}\d])")


def base_in(folded: str, start: int = 0, end: int | None = None) -> str | None:
    """What a stretch of words names as a base, the one of the first table that it has a word of.

    >>> [base_in(said) for said in ("so với cùng kỳ năm 2018", "so với năm 2015", "kế hoạch năm 2020", "so với xã")]
    ['same_period', '2015', 'plan', None]
    """
    order = (*tables("bases"), "years")
    found = list(_bases().finditer(folded, start, len(folded) if end is None else end))
    first = min(found, key=lambda match: order.index(match.lastgroup or ""), default=None)
    if first is None:
        return None
    return "".join(first["years"].split()) if first["years"] else first.lastgroup


# "tăng 12,5% so với cùng kỳ", "đạt 98,2% kế hoạch": the comparison stands after the figure and a few words of it.
_COMPARED_AFTER = compile_pattern(
    rf"""(?:\ (?!so\ )[\p{{L}}%]++){{0,8}}?,?\ (?:
        (?:là\ )?so\ (?:với\ |cùng\ )? | (?=cùng\ k[ỳì]) | (?:của\ |theo\ )?(?={plans.NAMES_AND_SHORT}(?!\p{{L}}))
    )[^,;:.()]{{0,70}}""",
    regex.VERBOSE,
)
# "So với cùng kỳ năm trước, thu ngân sách tăng": it stands before.
_COMPARED_BEFORE = regex.compile(r"(?<!\p{L})so\ (?:với\ )?[^;:.()]{2,60}$")
_FULFILLED = compile_pattern(rf"\ (?:so\ (?:với\ )?|của\ )?{plans.ALL}(?!\p{{L}})")


def _is_fulfilment(folded: str, figure: Figure) -> bool:
    """Whether a percentage says how far a plan is fulfilled ("đạt 98% kế hoạch")."""
    return bool(_FULFILLED.match(folded, *figure.setting.after))


def _base(folded: str, figure: Figure, measure: Measure | None) -> str | None:
    quantity = figure.quantity
    relative = quantity.kind is UnitKind.PERCENT or quantity.head == "lần"
    if measure not in _CHANGES and not relative:
        return None
    start, end = figure.setting.after
    if after := _COMPARED_AFTER.match(folded, start, min(end, start + 160)):
        return base_in(after[0])
    first, last = figure.setting.before
    before = _COMPARED_BEFORE.search(folded, max(first, last - 140), last) if measure in _CHANGES else None
    return base_in(before[0]) if before else None


def shared_bases(figures: Sequence[Figure], senses: Sequence[Sense]) -> list[Sense]:
    """Changes of one clause share the base that stands after the last ("giảm 5 vụ, tăng 3 người so với cùng kỳ")."""
    settled = list(senses)
    for at in range(len(settled) - 2, -1, -1):
        sense, later = settled[at], settled[at + 1]
        together = figures[at].setting.clause == figures[at + 1].setting.clause
        changes = sense.measure in _CHANGES and later.measure in _CHANGES
        if sense.base is None and together and changes and later.base not in (None, "plan"):
            settled[at] = replace(sense, base=later.base)
    return settled


_ESTIMATE = regex.compile(r"(?<!\p{L})(?:dự\ ước|ước\ tính|ước\ thực\ hiện|ước)(?:,?\ \p{L}+){0,2}\ ?$")
# What is planned stands a few words after "kế hoạch"; "phấn đấu" governs what follows it up to a stop.
_PLAN = regex.compile(
    r"(?<!\p{L})(?:(?:kế\ hoạch|mục\ tiêu|dự\ kiến|chỉ\ tiêu)(?:\ \p{L}+){0,2}|kế\ hoạch[^,;:.]{0,30}\ là)\ ?:?\ ?$"
)
_PLAN_WORDS = ("kế hoạch", "mục tiêu", "dự kiến", "chỉ tiêu")
_STRIVES = regex.compile(r"(?<!\p{L})phấn\ đấu(?!\p{L})(?!.*(?<!\p{L})(?:đã|thực\ hiện\ được)\ )")
_REACHED = regex.compile(r"(?<!\p{L})(?:đã|thực\ hiện\ được)(?:\ \p{L}+){0,3}\ ?$")
_LEAD_PLAN = regex.compile(
    r"(?<!\p{L})(?:phấn\ đấu|mục\ tiêu|chỉ\ tiêu\ (?:chủ\ yếu|cụ\ thể|phấn\ đấu|đến))(?!\p{L})"
)


def leads_to_plan(lead: str) -> bool:
    """Whether the folded sentence that introduces a list makes its figures plans ("phấn đấu đến năm 2025:")."""
    return bool(_LEAD_PLAN.search(lead, max(0, len(lead) - 120)))


def _status(folded: str, figure: Figure, *, planned: bool) -> Status | None:
    """An estimate ("ước đạt"), a plan ("phấn đấu đạt") or a result ("đã trồng"), where the words before say so."""
    start, end = figure.setting.before
    near = max(start, end - 40)
    said = folded[near:end]  # a word of each pattern is looked for before the pattern is
    if "ước" in said and _ESTIMATE.search(folded, near, end):
        return "estimate"
    if any(word in said for word in _PLAN_WORDS) and _PLAN.search(folded, near, end):
        return "plan"
    opened = max(figure.setting.sentence[0], end - 300)
    if folded.find("phấn đấu", opened, end) >= 0 and _STRIVES.search(folded, opened, end):
        return "plan"
    if ("đã" in said or "thực hiện" in said) and _REACHED.search(folded, near, end):
        return "actual"
    return "plan" if planned else None


def sense_of_cell(column: Column, row: Row, unit: str | None) -> Sense:
    """The sense of a table's cell, from its column's head and its row's label.

    An index ("So sánh (%)": 105) is a growth too: it says by its size how the subject has changed.
    """
    head, label = fold(column.label), fold(row.label or "")
    compared = column.compared and (_is_relative(unit) or bool(_CHANGE_HEAD.search(head)))
    base = _head_base(head) if compared or column.share else None
    measure = _cell_measure(column, head, label, unit, compared=compared)
    if base == "plan" and _is_relative(unit) and measure == "growth":
        measure = "share"  # "So với kế hoạch (%)" says how far a plan is fulfilled
    # There "kế hoạch" is what is compared with; of the figure itself it says no status.
    status = None if base == "plan" and column.status == "plan" else column.status
    return Sense(measure, base or _row_base(label), status)


_SIGNED_HEAD = regex.compile(r"tăng.{0,6}giảm|chênh\ lệch|biến\ động|\+\ ?/\ ?-")


# "KH 2003/ ước 2002": what stands under the stroke is what is compared with.
_UNDER = regex.compile(r"/(?P<base>[^/]+)$")


def _head_base(head: str) -> str | None:
    under = _UNDER.search(head)
    year = YEAR.search(under["base"]) if under else None
    if year:
        return year[0]
    return (base_in(under["base"]) if under else None) or base_in(head)


# A head that compares amounts ("So với năm 2018 (ha)"); the stroke of "mục tiêu 2005 (hoặc b/q)" compares nothing.
_CHANGE_HEAD = regex.compile(r"(?<!\p{L})(?:so|tăng|giảm)(?!\p{L})")


def _is_relative(unit: str | None) -> bool:
    return unit is not None and unit.strip() in _RELATIVE


def _cell_measure(column: Column, head: str, label: str, unit: str | None, *, compared: bool) -> Measure:
    last = label.rsplit(": ", 1)[-1]
    if column.ranked:
        return "rank"
    if _SIGNED_HEAD.search(head) or _SIGNED_HEAD.match(last):
        return "change"
    if column.share:
        return "share"
    if compared:
        return "decline" if _DECLINE_LABEL.match(head) else "growth"
    for part in (last, label):
        if _GROWTH_LABEL.match(part):
            return "growth"
        if _DECLINE_LABEL.match(part):
            return "decline"
    if _is_relative(unit) and any(_SHARE_LABEL.match(part) for part in (last, label)):
        return "share"
    return "level"


_ROW_COMPARED = regex.compile(r"(?<!\p{L})so\ (?:với\ )?(?P<base>.+)$")


def _row_base(label: str) -> str | None:
    compared = _ROW_COMPARED.search(label)
    return base_in(compared["base"]) if compared else None
