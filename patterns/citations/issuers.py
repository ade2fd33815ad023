"""Issuing bodies in running text (cơ quan ban hành): fixed names from the gazetteer, local bodies by grammar.

A body is read from a known place on ("của …"), or up to one ("… đã ban hành").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from patterns.citations.vocabulary import alternatives
from patterns.folding import fold
from patterns.gazetteers import phrases, read_data

# "Hà Giang", "Bà Rịa - Vũng Tàu", "Quận 3"
_PLACE_WORD = regex.compile(r"[ ]+(?:-[ ]+)?(?:\d{1,2}(?![\d/.-])|\p{Lu}[\p{L}’']*+(?:-\p{Lu}[\p{L}’']*+)?)", regex.VERBOSE)
_LONGEST_PLACE = 5


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns of a body's parts, all for folded text."""

    role: regex.Pattern[str]
    fixed: regex.Pattern[str]
    local: regex.Pattern[str]
    open: regex.Pattern[str]
    task: regex.Pattern[str]
    level: regex.Pattern[str]
    head: regex.Pattern[str]
    no_place: regex.Pattern[str]


@cache
def _grammar() -> _Grammar:
    words = {
        key: alternatives([fold(each) for each in values])
        for key, values in read_data("issuers")["grammar"].items()
    }
    names = alternatives([fold(form) for each in phrases("issuers") for form in (each.name, *each.forms)])
    local = rf"(?:{words['local_heads']}|(?:(?:{words['committee_parts']})[ ]+)?(?:{words['committees']}))"
    name = rf"(?!(?:{words['stops']})(?!\w))(?:[\w&’'./]*[\w](?:-\w+)?|-)(?:,(?=[ ]+(?:{words['after_comma']})))?"
    task = rf"(?!(?:{words['task_stops']})(?!\w))[\w&]+(?:,(?=[ ]))?"
    level = rf"(?:{words['levels']})(?!\w)"
    bodies = rf"{local}|{words['open_heads']}|{words['task_heads']}"

    def compiled(pattern: str) -> regex.Pattern[str]:
        return regex.compile(pattern, regex.VERBOSE)

    return _Grammar(
        role=compiled(rf"(?:{words['roles']})[ ]+"),
        fixed=compiled(rf"(?:{names})(?!\w)(?:[ ]+việt[ ]+nam(?!\w))?"),
        local=compiled(rf"{local}(?!\w)"),
        open=compiled(rf"(?:{words['open_heads']})(?!\w)(?:[ ]+{name}){{0,14}}"),
        task=compiled(
            rf"(?:{words['task_heads']})(?!\w)(?:[ ]+(?:{level}|quốc[ ]gia)(?:[ ]+về)?(?!\w))?(?:[ ]+{task}){{0,16}}"
        ),
        level=compiled(rf"[ ]+(?:{level})"),
        head=compiled(rf"(?<!\w)(?:{words['roles']}|{names}|{bodies})(?!\w)"),
        no_place=compiled(rf"(?:{words['stops']}|và|{words['roles']}|{bodies})(?!\w)"),
    )


def read_issuer(text: str, folded: str, at: int, end: int) -> int | None:
    """Where the body ends that begins at `text[at]`, or None when none begins there.

    >>> sentence = "của Chủ tịch UBND huyện Văn Bàn về giao đất"
    >>> sentence[4 : read_issuer(sentence, fold(sentence), 4, len(sentence))]
    'Chủ tịch UBND huyện Văn Bàn'
    """
    if at >= end or not text[at].isupper():
        return None
    grammar = _grammar()
    role = grammar.role.match(folded, at, end)
    begin = role.end() if role else at
    for pattern in (grammar.fixed, grammar.local):
        found = pattern.match(folded, begin, end) or (pattern.match(folded, at, end) if role else None)
        if found:
            return _with_places(text, folded, found.end(), end)
    for pattern in (grammar.task, grammar.open):
        found = pattern.match(folded, begin, end)
        if found:
            return _trimmed(folded, found.end())
    return None


def issuer_before(text: str, folded: str, start: int, end: int) -> int | None:
    """Where the body begins that stands at the end of `text[start:end]`, the longest that does."""
    for head in _grammar().head.finditer(folded, start, end):
        if text[head.start()].isupper() and read_issuer(text, folded, head.start(), end) == end:
            return head.start()
    return None


def _with_places(text: str, folded: str, at: int, end: int) -> int:
    """Take in "tỉnh Hà Giang", "huyện", "xã Tân Lập huyện Tân Yên" behind a body."""
    for _ in range(2):
        level = _grammar().level.match(folded, at, end)
        at = level.end() if level else at
        place = _place_end(text, folded, at, end)
        if place == at and not level:
            break
        at = place
    return at


def _place_end(text: str, folded: str, at: int, end: int) -> int:
    """Behind the capitalised words at `text[at]`, up to a word that ends a name ("VỀ") or begins a body."""
    for _ in range(_LONGEST_PLACE):
        word = _PLACE_WORD.match(text, at, end)
        if word is None or _grammar().no_place.match(folded, word.start() + 1, end):
            break
        at = word.end()
    return at


def _trimmed(folded: str, end: int) -> int:
    while folded[end - 1] in " -,":
        end -= 1
    return end - 3 if folded[:end].endswith(" và") else end
