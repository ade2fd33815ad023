"""Date, issuer and subject of each citation (ngày ban hành, cơ quan ban hành, trích yếu).

They stand behind the number-symbol ("… , ngày 05/7/2019 của UBND tỉnh về …"), or the date and the body open
the clause whose verb issues the document ("ngày 27/7/2016, Ban Thường vụ Tỉnh ủy đã ban hành …").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from patterns.citations.in_order import days_in_order
from patterns.citations.issuers import issuer_before, read_issuer
from patterns.citations.sharing import BEFORE_ISSUER, SEPARATOR, share
from patterns.citations.source import Bound, Head, Stretch, begins_with
from patterns.citations.subjects import read_subject
from patterns.folding import compile_phrase, compile_search
from patterns.mentions import Date

# "khóa XV, kỳ họp thứ 9" behind a body
_SESSION = r"""(?:khoá[ ][ivxl\d]+|(?:tại[ ])?kỳ[ ]họp(?:[ ]thứ)?[ ]\w+|lần[ ]thứ[ ]\w+
    |nhiệm[ ]kỳ[ ]\d{4}[ ]?-[ ]?\d{4})(?!\w)"""
# "(khóa XI)", "(sau đây gọi tắt là …)" between a number or a body and what follows
_ASIDE = compile_phrase(
    rf"(?:[ ]*\((?:khoá|nhiệm[ ]kỳ|gọi[ ]tắt|viết[ ]tắt|sau[ ]đây|lần)[^()]{{0,80}}\)|[ ]*,?[ ]{_SESSION})+"
)
_SESSION_ASIDE = compile_search(rf"(?:[ ]*\([^()]*\)|[ ]*,?[ ]{_SESSION}|[ ])+$")
# ", ngày", "(ngày", "được ban hành ngày", "hồi 17 giờ 30 phút ngày"
_BEFORE_DATE = compile_phrase(
    r"""[ ]*(?:[,-][ ]*|\()?(?:(?:được[ ])?(?:ban[ ]hành|ký|thông[ ]qua)[ ])?(?:cùng[ ])?
    (?:(?:hồi|lúc)[ ]\d{1,2}(?:[ ]giờ|h)(?:[ ]?\d{1,2})?(?:[ ]phút)?,?[ ])?"""
)
_ISSUED = compile_phrase(r"[ ](?:ban[ ]hành|ký|thông[ ]qua|phê[ ]duyệt)\b")
# What links a body to the document behind it: a verb that issues ("đã ban hành các văn bản:"), "tại"
# ("đề nghị của Sở Tài chính tại Tờ trình …"), or a colon ("Sở Nội vụ: Công văn …")
_ISSUES = compile_search(
    r"""(?:(?:[ ](?:đã|vừa|cũng|mới|tiếp[ ]tục|kịp[ ]thời|chủ[ ]động|lần[ ]lượt|tập[ ]trung|quan[ ]tâm))*
        (?:[ ](?:ký|tham[ ]mưu|xây[ ]dựng|lãnh[ ]đạo|chỉ[ ]đạo|nghiên[ ]cứu|thảo[ ]luận)(?:,|[ ]và)?){0,3}
        [ ](?P<verb>ban[ ]hành|phát[ ]hành|thông[ ]qua|ký|có|ra|cụ[ ]thể[ ]hoá[ ]bằng)
        (?:[ ](?:các|những|một[ ]số|nhiều|hàng[ ]loạt|\d+)
           (?:(?:[ ][^\W\d]+,?){1,9}(?:[ ]*:|[ ](?:như|gồm|bao[ ]gồm|là|trong[ ]đó[ ]có|cụ[ ]thể|cụ[ ]thể[ ]là))
             |[ ]văn[ ]bản)?)?[ ]*:?[ ]
      | (?:[ ]đã)?[ ](?:phê[ ]duyệt|chấp[ ]thuận|quyết[ ]định|kết[ ]luận|chỉ[ ]đạo)[ ]tại[ ]
      | (?P<at>[ ]tại[ ](?:các[ ])?) | (?P<list>[ ]*:[ ]))$"""
)
# fmt: off
_LINK_ENDS = frozenset((
    "hành", "qua", "ký", "có", "ra", "bằng", "tại", "các", "những", "số", "nhiều", "loạt", "bản",
    "như", "gồm", "là", "thể",
))
# fmt: on
_LONGEST_LINK_WORD = 40
_FROM_DATE_TO_BODY = compile_search(r"[ ]*,?[ ](?:(?:tại|trong)[ ][^,;.()]{1,80},[ ])?$")
_CLAUSE_START = compile_search(r"[;:]|(?<!\bt[px])\.(?=[ ])|\((?=[^()]*$)")
_LONGEST_CLAUSE = 260


def bind(stretch: Stretch, dates: Sequence[Date]) -> list[Bound]:
    """What the words of a stretch say of each of its heads; `dates` are those of the stretch."""
    days = [date for date in dates if date.kind == "day"]
    by_start = {date.start: date for date in days}
    ordered = days_in_order(stretch, by_start)
    bounds = [_behind(stretch, index, by_start, ordered.get(index)) for index in range(len(stretch.heads))]
    taken = {bound.date.start for bound in bounds if bound.date is not None}
    free = {date.end: date for date in days if date.start not in taken}
    bounds = [_in_front(stretch, index, bound, free) for index, bound in enumerate(bounds)]
    return share(stretch, bounds)


def _behind(
    stretch: Stretch, index: int, days: Mapping[int, Date], ordered: tuple[Date, int] | None
) -> Bound:
    """Date and issuer in either order, then the subject, and an issuer that comes only after that.

    `ordered` is the day that a list of days gives the document, and where that list ends.
    """
    head = stretch.heads[index]
    date, end = ordered or (None, head.end)
    bound = Bound(head, end, date, head.issuer)
    for _ in range(3):
        at = _past_aside(stretch, bound.end)
        following = _date(stretch, bound, days, at) or _issuer(stretch, bound, at)
        if following is None:
            break
        bound = following
    subject = read_subject(stretch, index, _past_aside(stretch, bound.end))
    if subject is None:
        return bound
    bound = Bound(bound.head, subject[1], bound.date, bound.issuer, subject)
    return _issuer(stretch, bound, bound.end) or bound


def _past_aside(stretch: Stretch, at: int) -> int:
    while at < stretch.end and stretch.folded[at].isdigit():
        at += 1  # a footnote's mark against the symbol ("43/2014/NĐ-CP12 ngày …")
    if not begins_with(stretch.folded, at, "(,ktln"):
        return at
    aside = _ASIDE.match(stretch.folded, at, stretch.end)
    return aside.end() if aside else at


def _date(stretch: Stretch, bound: Bound, days: Mapping[int, Date], at: int) -> Bound | None:
    if not days or bound.date is not None:
        return None
    lead = _BEFORE_DATE.match(stretch.folded, at, stretch.end)
    date = days.get(lead.end()) if lead else None
    if date is None:
        return None
    closed = "(" in stretch.folded[at : date.start] and stretch.folded.startswith(")", date.end)
    return Bound(bound.head, date.end + closed, date, bound.issuer, bound.subject)


def _issuer(stretch: Stretch, bound: Bound, at: int) -> Bound | None:
    """ "của Chính phủ", "do Chính phủ ban hành"; behind a subject also "; của Ban Thường vụ Tỉnh ủy"."""
    if bound.issuer is not None or not begins_with(stretch.folded, at, ",;cd"):
        return None
    lead = BEFORE_ISSUER.match(stretch.folded, at, stretch.end)
    if lead is None:
        return None
    body = read_issuer(stretch.unified, stretch.folded, lead.end(), stretch.end)
    if body is None or (lead["by"] == "do" and not _ISSUED.match(stretch.folded, body[1], stretch.end)):
        return None
    body = (body[0], _joint_issuers(stretch, bound.head, body[1]))
    return Bound(bound.head, body[1], bound.date, body, bound.subject)


def _joint_issuers(stretch: Stretch, head: Head, stop: int) -> int:
    """A joint document names all its bodies: "của Bộ Y tế, Bộ Nội vụ"."""
    joint = head.mark is not None and head.mark.symbol is not None and head.mark.symbol.count("-") >= 2
    while joint and "liên" in head.type and (gap := SEPARATOR.match(stretch.folded, stop, stretch.end)):
        further = read_issuer(stretch.unified, stretch.folded, gap.end(), stretch.end)
        if further is None:
            break
        stop = further[1]
    return stop


def _in_front(stretch: Stretch, index: int, bound: Bound, free: Mapping[int, Date]) -> Bound:
    """Body and date that open the clause: "ngày 27/7/2016, Ban Thường vụ Tỉnh ủy đã ban hành"."""
    if bound.issuer is not None and bound.date is not None:
        return bound
    previous = stretch.heads[index - 1].end if index else stretch.start
    begin = max(previous, bound.head.start - _LONGEST_CLAUSE)
    if not _may_link(stretch.folded, bound.head.start):
        return bound
    link = _ISSUES.search(stretch.folded, begin, bound.head.start)
    if link is None:
        return bound
    clause = begin
    for mark in _CLAUSE_START.finditer(stretch.folded, begin, link.start()):
        clause = mark.end()
    aside = _SESSION_ASIDE.search(stretch.folded, clause, link.start())
    body = issuer_before(stretch.unified, stretch.folded, clause, aside.start() if aside else link.start())
    if body is None:
        date = bound.date or _date_before(stretch, free, clause, link.start() + 1)
        return replace(bound, date=date) if link["verb"] else bound
    if not _opens(stretch, link, clause, body[0]):
        return bound
    date = bound.date or _date_before(stretch, free, clause, body[0])
    return replace(bound, issuer=bound.issuer or body, date=date)


def _may_link(folded: str, at: int) -> bool:
    """Whether the last word before a document is one that `_ISSUES` can end with: quicker than the pattern."""
    before = folded[max(0, at - _LONGEST_LINK_WORD) : at].rstrip(" ")
    word = before[before.rfind(" ") + 1 :]
    return word[-1:] == ":" or word in _LINK_ENDS or word.isdigit()


def _opens(stretch: Stretch, link: regex.Match[str], clause: int, body: int) -> bool:
    """ "tại" needs "của" before the body; a colon needs that too, or the body at the very start of the clause."""
    before = stretch.folded[clause:body].rstrip()
    if link["at"] or link["list"]:
        return before.endswith("của") or (bool(link["list"]) and not before)
    return True


def _date_before(stretch: Stretch, free: Mapping[int, Date], clause: int, body: int) -> Date | None:
    """The day that opens the clause of a body, "tại kỳ họp thứ 6," or nothing between the two."""
    lead = _FROM_DATE_TO_BODY.search(stretch.folded, clause, body)
    date = free.get(lead.start()) if lead else None
    return date if date is not None and clause <= date.start else None
