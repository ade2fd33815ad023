"""Date, issuer and subject of each citation (ngày ban hành, cơ quan ban hành, trích yếu).

They stand behind the number-symbol ("… , ngày 05/7/2019 của UBND tỉnh về …"), or the date and the body open the
clause whose verb issues the document ("ngày 27/7/2016, Ban Thường vụ Tỉnh ủy đã ban hành …").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from patterns.citations.issuers import issuer_before, read_issuer
from patterns.citations.source import Head, Source
from patterns.citations.subjects import read_subject
from patterns.mentions import Date, Span


@dataclass(frozen=True, slots=True)
class Bound:
    """A head with what its sentence says of it; `end` is where the last of it stands."""

    head: Head
    end: int
    date: Date | None = None
    issuer: Span | None = None
    subject: Span | None = None


# "(khóa XI)", "khóa XV, kỳ họp thứ 9", "(sau đây gọi tắt là …)" behind a number or a body
_SESSION = r"(?:khoá[ ][ivxl\d]+|(?:tại[ ])?kỳ[ ]họp(?:[ ]thứ)?[ ][\w]+|nhiệm[ ]kỳ[ ]\d{4}[ ]?-[ ]?\d{4}|lần[ ]thứ[ ]\w+)(?!\w)"
_ASIDE = regex.compile(
    rf"(?:[ ]*\((?:khoá|nhiệm[ ]kỳ|gọi[ ]tắt|viết[ ]tắt|sau[ ]đây|lần)[^()]{{0,80}}\)|[ ]*,?[ ]+{_SESSION})+", regex.VERBOSE
)
_SESSION_ASIDE = regex.compile(rf"(?:[ ]*\([^()]*\)|[ ]*,?[ ]+{_SESSION}|[ ]+)+$", regex.VERBOSE)
_BEFORE_DATE = regex.compile(
    r"""[ ]*(?:[,-][ ]*|\()?(?:(?:được[ ])?(?:ban[ ]hành|ký|thông[ ]qua)[ ]+)?(?:cùng[ ]+)?
    (?:(?:hồi|lúc)[ ]\d{1,2}(?:[ ]giờ|h)(?:[ ]?\d{1,2})?(?:[ ]phút)?,?[ ]+)?""",
    regex.VERBOSE,
)
_BEFORE_ISSUER = regex.compile(r"[ ]*,?[ ]*(?:;[ ]*)?(?P<by>của|do)[ ]+", regex.VERBOSE)
_ISSUED = regex.compile(r"[ ]+(?:ban[ ]hành|ký|thông[ ]qua|phê[ ]duyệt)\b", regex.VERBOSE)
# What links a body to the document behind it: a verb that issues ("đã ban hành các văn bản:"), "tại" ("đề nghị của Sở Tài
# chính tại Tờ trình …"), or a colon ("Sở Nội vụ: Công văn …")
_ISSUES = regex.compile(
    r"""(?:(?:[ ]+(?:đã|vừa|cũng|mới|tiếp[ ]tục|kịp[ ]thời|chủ[ ]động|lần[ ]lượt))*
        [ ]+(?:(?:ký|tham[ ]mưu|xây[ ]dựng(?:,|[ ]và))[ ]+)?(?:ban[ ]hành|phát[ ]hành|thông[ ]qua|ký|có|ra)
        (?:[ ]+(?:các|những|một[ ]số|nhiều|\d+)(?:(?:[ ][^\W\d]+){1,8}[ ]*:|[ ]văn[ ]bản)?)?[ ]*:?[ ]+
      | (?:[ ]+đã)?[ ]+(?:phê[ ]duyệt|chấp[ ]thuận|quyết[ ]định|kết[ ]luận)[ ]+tại[ ]+
      | (?P<at>[ ]+tại[ ]+(?:các[ ]+)?) | (?P<list>[ ]*:[ ]+))$""",
    regex.VERBOSE,
)
_FROM_DATE_TO_BODY = regex.compile(r"[ ]*,?[ ]+(?:(?:tại|trong)[ ][^,;.()]{1,80},[ ]+)?$", regex.VERBOSE)
_CLAUSE_START = regex.compile(r"[;:]|(?<!\bt[px])\.(?=[ ])|\((?=[^()]*$)")
_SEPARATOR = regex.compile(r"[ ]*(?:[,;]|[,;]?[ ]và)[ ]+(?:(?:các|những)[ ]+)?", regex.VERBOSE)
_SAME_DAY = regex.compile(r"[ ,(]cùng[ ]+$")
_LONGEST_CLAUSE = 260
_NESTED = 12


def bind(source: Source, heads: Sequence[Head], dates: Sequence[Date], start: int, end: int) -> list[Bound]:
    """What the words of the stretch `text[start:end]` say of each head."""
    by_start = {date.start: date for date in dates if date.kind == "day"}
    by_end = {date.end: date for date in dates if date.kind == "day"}
    bounds = [_behind(source, heads, index, by_start, start, end) for index in range(len(heads))]
    taken = {bound.date.start for bound in bounds if bound.date is not None}
    free = {at: date for at, date in by_end.items() if date.start not in taken}
    for index in range(len(bounds)):
        bounds[index] = _in_front(source, bounds, index, free, start)
    return _shared(source, bounds)


def _behind(
    source: Source, heads: Sequence[Head], index: int, dates: Mapping[int, Date], start: int, end: int
) -> Bound:
    head = heads[index]
    bound = Bound(head, head.end, issuer=head.issuer)
    for _ in range(3):
        aside = _ASIDE.match(source.folded, bound.end, end)
        at = aside.end() if aside else bound.end
        following = _date(source, bound, dates, at, end) or _issuer(source, bound, at, end)
        if following is None:
            break
        bound = following
    aside = _ASIDE.match(source.folded, bound.end, end)
    subject = read_subject(source, heads, index, aside.end() if aside else bound.end, start, end)
    if subject is None:
        return bound
    bound = replace(bound, subject=subject, end=subject[1])
    return _issuer(source, bound, bound.end, end) or bound


def _date(source: Source, bound: Bound, dates: Mapping[int, Date], at: int, end: int) -> Bound | None:
    lead = _BEFORE_DATE.match(source.folded, at, end)
    date = dates.get(lead.end()) if lead and bound.date is None else None
    if date is None:
        return None
    closed = source.folded[at : date.start].count("(") and source.folded.startswith(")", date.end)
    return replace(bound, date=date, end=date.end + bool(closed))


def _issuer(source: Source, bound: Bound, at: int, end: int) -> Bound | None:
    """ "của Chính phủ", "do Chính phủ ban hành"; behind a subject also "; của Ban Thường vụ Tỉnh ủy"."""
    lead = _BEFORE_ISSUER.match(source.folded, at, end)
    if lead is None or bound.issuer is not None:
        return None
    body = read_issuer(source.unified, source.folded, lead.end(), end)
    if body is None or (lead["by"] == "do" and not _ISSUED.match(source.folded, body[1], end)):
        return None
    body = (body[0], _joint_issuers(source, bound.head, body[1], end))
    return replace(bound, issuer=body, end=body[1])


def _joint_issuers(source: Source, head: Head, stop: int, end: int) -> int:
    """A joint document names all its bodies: "của Bộ Y tế, Bộ Nội vụ"."""
    joint = head.mark is not None and head.mark.symbol is not None and head.mark.symbol.count("-") >= 2
    while joint and "liên" in head.type and (gap := _SEPARATOR.match(source.folded, stop, end)):
        further = read_issuer(source.unified, source.folded, gap.end(), end)
        if further is None:
            break
        stop = further[1]
    return stop


def _in_front(
    source: Source, bounds: Sequence[Bound], index: int, free: Mapping[int, Date], start: int
) -> Bound:
    """Body and date that open the clause: "ngày 27/7/2016, Ban Thường vụ Tỉnh ủy đã ban hành"."""
    bound = bounds[index]
    begin = max(start, bound.head.start - _LONGEST_CLAUSE, bounds[index - 1].head.end if index else start)
    link = _ISSUES.search(source.folded, begin, bound.head.start)
    if link is None or (bound.issuer is not None and bound.date is not None):
        return bound
    clause = begin
    for mark in _CLAUSE_START.finditer(source.folded, begin, link.start()):
        clause = mark.end()
    stop = _without_aside(source.folded, clause, link.start())
    body = issuer_before(source.unified, source.folded, clause, stop)
    if body is None or (link["at"] and not source.folded.endswith("của ", clause, body[0])):
        return bound
    if link["list"] and source.folded[clause : body[0]].strip():
        return bound
    if bound.issuer is None:
        bound = replace(bound, issuer=body)
    return (
        bound if bound.date is not None else replace(bound, date=_date_before(source, free, clause, body[0]))
    )


def _without_aside(folded: str, start: int, end: int) -> int:
    """Cut "(khóa XI)" and ", kỳ họp thứ 5" from the end of a body."""
    aside = _SESSION_ASIDE.search(folded, start, end)
    return aside.start() if aside else end


def _date_before(source: Source, free: Mapping[int, Date], clause: int, body: int) -> Date | None:
    """The day that opens the clause of a body, "tại kỳ họp thứ 6," or nothing between the two."""
    lead = _FROM_DATE_TO_BODY.search(source.folded, clause, body)
    date = free.get(lead.start()) if lead else None
    return date if date is not None and clause <= date.start else None


def _shared(source: Source, bounds: list[Bound]) -> list[Bound]:
    """Hand the body (and the day) of an issuing clause on to the documents in its list, and back in a series."""
    result = list(bounds)
    for index in range(1, len(result)):
        previous = _listed_before(source, result, index)
        opened = (
            previous is not None and previous.issuer is not None and previous.issuer[1] < previous.head.start
        )
        if previous is not None and opened and not _BEFORE_ISSUER.match(source.folded, result[index].end):
            result[index] = _take(result[index], previous)
    for index in range(len(result) - 2, -1, -1):
        if result[index].end == result[index].head.end and _continues(
            source, result[index], result[index + 1]
        ):
            result[index] = _take_back(source, result[index], result[index + 1])
    return result


def _listed_before(source: Source, bounds: Sequence[Bound], index: int) -> Bound | None:
    """The citation whose words end right before this one, skipping those named inside its subject."""
    for previous in reversed(bounds[max(0, index - _NESTED) : index]):
        gap = _SEPARATOR.match(source.folded, previous.end, bounds[index].head.start)
        if gap and gap.end() == bounds[index].head.start:
            return previous
    return None


def _take(bound: Bound, previous: Bound) -> Bound:
    opened = previous.date is not None and previous.date.end < previous.head.start
    return replace(
        bound,
        issuer=bound.issuer or previous.issuer,
        date=bound.date or (previous.date if opened else None),
    )


def _take_back(source: Source, bound: Bound, following: Bound) -> Bound:
    """The body, and the day when it is said to be the same ("cùng ngày")."""
    date = following.date
    same = date is not None and _SAME_DAY.search(source.folded, following.head.start, date.start) is not None
    return replace(bound, issuer=bound.issuer or following.issuer, date=date if same else None)


def _continues(source: Source, bound: Bound, following: Bound) -> bool:
    """ "233/QĐ-UBND, 234/QĐ-UBND của …": the second shares the type name of the first."""
    gap = _SEPARATOR.match(source.folded, bound.head.end, following.head.start)
    return not following.head.typed and gap is not None and gap.end() == following.head.start
