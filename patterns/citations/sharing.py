"""What the documents of an enumeration share: "UBND tỉnh đã ban hành …; …", "các Quyết định 1, 2 của …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from patterns.citations.issuers import may_issue
from patterns.citations.source import Bound, Stretch, begins_with
from patterns.folding import compile_phrase, compile_search

BEFORE_ISSUER = compile_phrase(r"[ ]*,?[ ]*(?:;[ ]*)?(?P<by>của|do)[ ]")
SEPARATOR = compile_phrase(r"[ ]*(?:[,;]|[,;]?[ ]và)[ ](?:(?:các|những)[ ])?")
_SAME_DAY = compile_search(r"[\s,(]cùng[ ]$")
# "Kết luận 58-KL/TW cùng ngày": that of the document before
_THE_SAME_DAY = compile_phrase(r"[ ]*,?[ ]*\(?(?:ban[ ]hành[ ])?cùng[ ]ngày(?![ ]\d)")
_NESTED = 12
_LONGEST_SEPARATOR = 60


def share(stretch: Stretch, bounds: list[Bound]) -> list[Bound]:
    """Hand the body and day of an issuing clause on to the documents of its list, and back in a series."""
    result = list(bounds)
    for index in range(1, len(result)):
        previous = _listed_before(stretch, result, index)
        opened = (
            previous is not None and previous.issuer is not None and previous.issuer[1] < previous.head.start
        )
        if previous is not None and opened and not _has_body_behind(stretch, result[index]):
            result[index] = _take(stretch, result[index], previous)
        result[index] = _on_the_same_day(stretch, result[index], result[index - 1])
    for index in range(len(result) - 2, -1, -1):
        if result[index].end == result[index].head.end and _continues(
            stretch, result[index], result[index + 1]
        ):
            result[index] = _take_back(stretch, result[index], result[index + 1])
    return result


def _on_the_same_day(stretch: Stretch, bound: Bound, previous: Bound) -> Bound:
    # The engine looks for words that a pattern needs up to the end that it is given: one near keeps that short.
    near = min(stretch.end, bound.head.end + _LONGEST_SEPARATOR)
    same = bound.date is None and _THE_SAME_DAY.match(stretch.folded, bound.head.end, near)
    return replace(bound, date=previous.date) if same and previous.date else bound


def _has_body_behind(stretch: Stretch, bound: Bound) -> bool:
    return BEFORE_ISSUER.match(stretch.folded, bound.end) is not None


def _listed_before(stretch: Stretch, bounds: Sequence[Bound], index: int) -> Bound | None:
    """The citation whose words end right before this one, skipping those named inside its subject."""
    start = bounds[index].head.start
    for previous in reversed(bounds[max(0, index - _NESTED) : index]):
        if separated(stretch.folded, previous.end, start):
            return previous
    return None


def _take(stretch: Stretch, bound: Bound, previous: Bound) -> Bound:
    """The body and, when both opened the clause, the day of the document before in the list."""
    body = previous.issuer
    if body is None or not may_issue(" ".join(stretch.folded[slice(*body)].split()), bound.head.mark):
        return bound
    opened = previous.date is not None and previous.date.end < previous.head.start
    date = bound.date or (previous.date if opened else None)
    return replace(bound, issuer=bound.issuer or body, date=date)


def _take_back(stretch: Stretch, bound: Bound, following: Bound) -> Bound:
    """The body, and the day when it is said to be the same ("cùng ngày")."""
    date = following.date
    same = date is not None and _SAME_DAY.search(stretch.folded, following.head.start, date.start) is not None
    return replace(bound, issuer=bound.issuer or following.issuer, date=date if same else bound.date)


def _continues(stretch: Stretch, bound: Bound, following: Bound) -> bool:
    """ "233/QĐ-UBND, 234/QĐ-UBND của …": the second shares the type name of the first."""
    return not following.head.typed and separated(stretch.folded, bound.head.end, following.head.start)


def separated(folded: str, end: int, start: int) -> bool:
    """Whether only a comma, a semicolon or "và" stands between two documents."""
    if start - end > _LONGEST_SEPARATOR or not begins_with(folded, end, ",;v"):
        return False
    gap = SEPARATOR.match(folded, end, start)
    return gap is not None and gap.end() == start
