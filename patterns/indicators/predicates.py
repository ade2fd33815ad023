"""The words before a figure taken apart: what is spoken of, and the verb that links it to the figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

import regex

from patterns.engines import compile_pattern
from patterns.indicators.subjects import clause_subject
from patterns.indicators.vocabulary import alternation, last_word, words
from patterns.mentions import Span


class Role(Enum):
    """What the verb says of the figure: a change, a share, a level; OBJECT when a verb of action takes it."""

    GROWTH = "growth"
    FALL = "fall"
    SHARE = "share"
    LEVEL = "level"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Predicate:
    """The clause before a figure: `subject` up to the verb, None when the clause begins with it.

    `breakdown` tells that the clause opens with "trong đó" or the like; `verb` is the folded linking verb.
    """

    role: Role
    verb: str
    subject: Span | None
    breakdown: bool


_ROLES = (Role.GROWTH, Role.FALL, Role.SHARE, Role.LEVEL)


@cache
def _link_roles() -> dict[str, Role]:
    return {word: role for role in _ROLES for word in words("predicates", role.value)}


@cache
def _link() -> regex.Pattern[str]:
    """The verb nearest to the figure that is no mere adverb, the longest at its place."""
    adverbs = alternation(words("predicates", "adverbs"))
    return regex.compile(
        rf"(?<!\p{{L}})(?P<verb>{alternation(_link_roles())})(?:[\ ,:]{{1,3}}{adverbs}){{0,4}}[\ :]{{0,3}}$"
    )


@cache
def _link_ends() -> frozenset[str]:
    """The last syllables of linking verbs and of the adverbs after them."""
    return frozenset(map(last_word, (*_link_roles(), *words("predicates", "adverbs"))))


@cache
def _trailing_adverbs() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:(?<!\p{{L}})(?<!định\ ){alternation(words('predicates', 'adverbs'))}\ {{0,3}}){{1,5}}$"
    )


_BREAKDOWN = compile_pattern(
    r"""(?<!\p{L})(?:trong\ (?:số\ )?đó|bao\ gồm|gồm\ có|gồm|chia\ ra|phân\ theo|cụ\ thể
    |(?:tập\ trung|chủ\ yếu|nhiều\ nhất|nhất)\ (?:chủ\ yếu\ )?(?:ở|tại|là|thuộc))(?!\p{L})""",
    regex.VERBOSE,
)


def has_breakdown(folded: str, span: Span) -> bool:
    """Whether words that open a breakdown stand in a stretch."""
    return bool(_BREAKDOWN.search(folded, *span))


def opens_breakdown(folded: str, at: int) -> bool:
    """Whether a sentence that begins at an offset opens with such words ("Trong đó: …")."""
    return any(match.start() <= at + 3 for match in _BREAKDOWN.finditer(folded, at, at + 12))


def ends_in_breakdown(folded: str, span: Span) -> bool:
    """Whether the words before a colon open a breakdown ("1.118 cuộc, gồm: …").

    Only the last few words count, since the breakdown may be another's.
    """
    return any(
        match.end() >= span[1] - 2
        for match in _BREAKDOWN.finditer(folded, max(span[0], span[1] - 24), span[1])
    )


def read_predicate(folded: str, span: Span) -> Predicate:
    """Take apart the words before a figure.

    >>> text = "trong đó khu vực dịch vụ ước tăng 8,2%"
    >>> found = read_predicate(text, (0, 34))
    >>> found.role.name, text[slice(*found.subject)], found.breakdown
    ('GROWTH', 'khu vực dịch vụ', True)
    """
    start, end = span
    breakdown = bool(_BREAKDOWN.search(folded, start, end))
    window = max(start, end - 48)
    linked = last_word(folded[window:end]) in _link_ends()
    link = _link().search(folded, window, end) if linked else None
    if link is None:
        return Predicate(Role.OBJECT, "", clause_subject(folded, start, end, linked=False), breakdown)
    verb = " ".join(link["verb"].split())
    role = _link_roles()[verb]
    if role in (Role.GROWTH, Role.FALL) and _NOMINAL.search(
        folded, max(start, link.start() - 12), link.start()
    ):
        return Predicate(Role.LEVEL, "", clause_subject(folded, start, end), breakdown)
    trailing = _trailing_adverbs().search(folded, max(start, link.start() - 40), link.start())
    stop = trailing.start() if trailing else link.start()
    return Predicate(role, verb, clause_subject(folded, start, stop), breakdown)


# "tốc độ tăng trưởng 8,5%", "mức giảm 3%": the change is what is measured, not the verb.
_NOMINAL = regex.compile(r"(?:tốc\ độ|nhịp\ độ|mức|mức\ độ|tỷ\ lệ|tỉ\ lệ|đà|số|chỉ\ số)\ $")
