"""Months of the year so far, named by their number alone: "Số thu 9 tháng đạt …" (lũy kế).

A bare "9 tháng" is as often a length ("thời hạn 9 tháng"), so that the words around it must speak of results.
"""

from __future__ import annotations

from patterns.dates.atoms import Atom, number_of
from patterns.dates.wordlists import one_of, words
from patterns.folding import compile_before, compile_phrase, compile_search

_MONTHS = compile_phrase(
    r"""(?P<lead>trong[ ])?(?:0?(?P<count>[2-9]|1[01])|(?P<name>hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười))[ ]*tháng
    (?![\p{L}\d/])"""
)
_LIST = "months_so_far"
_LENGTH_SUBJECT = compile_search(rf"(?<!\w){one_of(_LIST, 'length_subjects')}(?!\w)")
_LENGTH_WORDS = frozenset(words(_LIST, "length_words"))
_LENGTH_AFTER = compile_phrase(rf"[ ]*(?:-[ ]*\d|{one_of(_LIST, 'length_followers')}(?!\w))")
_RESULT_WORDS = frozenset(words(_LIST, "result_words"))
_RESULT_AFTER = compile_phrase(rf"[ ]*(?::|{one_of(_LIST, 'result_verbs')}(?!\w))")
# Where a clause begins, and what is left of it before the months
_OPENING = ".;:!?([|*+-"
_CLAUSE = compile_before(r"[^.;:,()\d]*")
_TO = compile_phrase(r"\d[ ]*-$")
_NEAR = 40
_REACH = 60


def read_months_so_far(
    text: str, at: int, start: int, end: int, *, reported: int | None = None
) -> Atom | None:
    """ "9 tháng" at `text[at]` in the passage `text[start:end]`, with its "trong" where a clause begins so.

    `reported` is the number of months that the report covers, of which less proof is asked.
    """
    found = _MONTHS.match(text, at, min(end, at + _REACH))
    if found is None:
        return None
    count = number_of(found["count"] or found["name"])
    before = text[max(start, at - _NEAR) : at].rstrip()
    word = before[before.rfind(" ") + 1 :]
    alone = at == start and found.end() == end  # of a cell, which may as well be a length
    begins = not alone and (not before or before[-1] in _OPENING or word in _RESULT_WORDS)
    if not (begins or count == reported or _RESULT_AFTER.match(text, found.end(), end)):
        return None
    if (found["lead"] and not begins) or _is_length(text, before, word, found.end(), end):
        return None
    return Atom(*found.span(), "months", first=1, last=count)


def _is_length(text: str, before: str, word: str, at: int, end: int) -> bool:
    if word in _LENGTH_WORDS or before[-1:].isdigit() or _TO.search(before):
        return True
    if _LENGTH_AFTER.match(text, at, min(end, at + _REACH)):
        return True
    clause = _CLAUSE.match(before)
    return clause is not None and _LENGTH_SUBJECT.search(before, clause.start()) is not None
