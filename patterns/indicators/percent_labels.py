"""Labels of percentages: growth rates, falls, shares, fulfilment of plans, levels."""

from __future__ import annotations

from functools import lru_cache

import regex

from patterns.engines import compile_pattern
from patterns.folding import fold
from patterns.indicators import plans
from patterns.indicators.basis import Basis, compares
from patterns.indicators.measures import is_measure
from patterns.indicators.predicates import Role
from patterns.indicators.standing import is_share
from patterns.indicators.wording import join

# "so với cùng kỳ", "so với tháng trước": the base that goes without saying.
SAME_PERIOD = regex.compile(r"cùng\ kỳ|năm\ trước|năm\ ngoái|tháng\ trước|quý\ trước|đầu\ năm")

_PLAN = compile_pattern(
    rf"""\ ?(?:so\ )?(?:với\ )?(?:mục\ tiêu\ )?(?:theo\ )?
    (?P<plan>(?:{plans.ALL}|nhiệm\ vụ|hạn\ mức)(?!\p{{L}}).*)""",
    regex.VERBOSE,
)
_PLANNED = regex.compile(rf"(?:{plans.NAMES}|kịch\ bản)(?!\p{{L}}).*", regex.IGNORECASE)
# Of these a percentage is a share, or so much of what was to be reached.
_AMOUNT = compile_pattern(
    r"""(?:tổng\ )?(?:số|thu|chi|vốn|nợ|dư\ nợ|diện\ tích|sản\ lượng|giá\ trị|khối\ lượng|doanh\ thu|dung\ tích
    |kinh\ phí)(?!\p{L})""",
    regex.VERBOSE,
)
_SPEED = compile_pattern(r"(?:tốc\ độ|nhịp\ độ|mức\ tăng|tăng\ trưởng|đà\ tăng)")
# What limits a change rather than undergoes it ("giảm 12% trong 6 tháng").
_SETTING = regex.compile(r"\ (?:trong|đối\ với|để|cho)\ ")
# "kéo giảm tai nạn từ 5% đến 10% về số vụ": the change is a noun phrase's verb.
_INNER_FALL = regex.compile(r"(?:^|\ )(?P<fall>(?:kéo\ |cắt\ )?giảm\ .*)")


def percent_label(basis: Basis) -> str:
    """The label of a percentage, by how its clause speaks of it."""
    figure, about = basis.figure, basis.about
    planned = _PLANNED.search(figure.outside) if not basis.own else _PLANNED.fullmatch(basis.own)
    if planned:
        rises = "tăng" in figure.outside or (basis.before and "tăng" in basis.before.text)
        return join(f"{'tốc độ tăng' if rises else 'tỷ lệ'} {basis.topic}".strip(), f"theo {planned[0]}")
    if (rate := _rate_before(basis)) and figure.predicate.role in (Role.GROWTH, Role.FALL):
        return with_base(join("tăng" if figure.predicate.role is Role.GROWTH else "giảm", rate), basis)
    if figure.predicate.role is Role.GROWTH:
        return with_base(_growth(basis), basis)
    if figure.predicate.role is Role.FALL:
        after = _SETTING.split(figure.after)[0]
        return with_base(join("giảm", (basis.own and about) or after or about or basis.restated), basis)
    if is_share(figure):
        return _share(basis)
    if basis.shares_base or (figure.compared and SAME_PERIOD.search(fold(figure.compared))):
        return f"{join('mức đạt', about)} so với cùng kỳ"
    plan = _PLAN.match(fold(figure.after)) or _PLAN.match(fold(figure.compared))
    if plan:
        return join("tỷ lệ", f"{about or basis.restated} so với {plan['plan']}")
    return _level(basis)


def _rate_before(basis: Basis) -> str:
    """The rate right before a change in its clause ("đạt tỷ lệ 84,6%, tăng 1,2%"), "" for a share of a plan."""
    before = basis.before
    if before is None or basis.own or not basis.goes_on or before.quantity.unit != basis.figure.quantity.unit:
        return ""
    text = fold(before.text)
    return before.text if text.startswith(("tỷ lệ", "tỉ lệ")) and " so với " not in text else ""


def with_base(label: str, basis: Basis) -> str:
    """A change against another base than the same period says which."""
    compared = basis.figure.compared
    return f"{label} {compared}" if compared and "cùng kỳ" not in fold(compared) else label


def _growth(basis: Basis) -> str:
    about = basis.about or basis.figure.after
    if about:
        return about if _SPEED.match(about.lower()) else join("tốc độ tăng", about)
    restated = basis.restated
    return join("tăng" if restated.startswith("tỷ lệ") else "tốc độ tăng", restated)


def _share(basis: Basis) -> str:
    if basis.before and not basis.own and basis.before.core:
        return join("tỷ lệ", basis.restated)
    subject = fold(basis.subject)
    if subject.startswith(("tỷ lệ", "tỷ trọng", "tỉ lệ", "tỉ trọng")):
        return basis.subject
    counted = "lệ" in basis.figure.predicate.verb or subject.startswith(("số ", "hộ ", "nợ "))
    about = basis.about if basis.topic and not is_measure(basis.subject) else basis.subject
    return join("tỷ lệ" if counted else "tỷ trọng", about)


def _level(basis: Basis) -> str:
    figure, own, after = basis.figure, basis.own, basis.figure.after
    fall = _INNER_FALL.search(own)
    if fall and figure.predicate.role is not Role.OBJECT:
        return f"{fall['fall']} {after}"
    if basis.whole is not None and not basis.whole.subject and not basis.whole.core:
        return join("tỷ lệ", basis.whole.text)
    if basis.before and compares(own):
        return f"{basis.subject} {own} {after}"
    if figure.predicate.role is Role.OBJECT and own and after:
        return f"{_last_agent(own)} {after}"
    if _lists_growth(basis):
        return join("tốc độ tăng", basis.about)
    if own and is_measure(own) and figure.predicate.role is Role.LEVEL and figure.predicate.verb != "bằng":
        return join("tỷ lệ", basis.about) if _AMOUNT.match(fold(own)) else basis.about
    if after and figure.predicate.verb == "bằng":
        return join("tỷ lệ", f"{basis.about} so với {after}")
    if after:
        return join("tỷ lệ", after if len(after.split()) >= 6 else f"{after} {figure.action or figure.actor}")
    if own and not is_level(own):
        return basis.about if is_measure(basis.subject) else join("tỷ lệ", basis.about)
    return join("tỷ lệ", basis.restated)


def _last_agent(own: str) -> str:
    """ "công ty … do Nhà nước nắm giữ": who does it stands after the last "do"."""
    _, agent, rest = own.rpartition(" do ")
    return rest if agent else own


def _lists_growth(basis: Basis) -> bool:
    """ "Các tỉnh tăng trưởng thấp gồm: Quảng Ninh 15%, …": the list's verb stands in its lead."""
    return basis.figure.setting.lead is not None and bool(basis.own) and "tăng trưởng" in basis.figure.lead


_LEVEL_ONLY = compile_pattern(
    r"(?:ở\ |tại\ )?(?:cấp\ (?:tỉnh|huyện|xã|cơ\ sở|trung\ ương)|toàn\ tỉnh|toàn\ huyện|cả\ nước|toàn\ quốc)"
)


@lru_cache(4096)
def is_level(own: str) -> bool:
    """A clause that says only the level of government it is about ("cấp huyện")."""
    return bool(_LEVEL_ONLY.fullmatch(own.lower()))
