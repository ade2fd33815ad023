"""How alike two concepts are that are not the same words: one and the same, perhaps, or two.

Only a slip of the pen makes two spellings one without being asked: a syllable that nobody can spell, or a label typed
without its marks. One more true word may be all the difference ("hộ nghèo", "hộ cận nghèo"), so whatever else is alike
is a proposal for a person to accept.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from extractor.encodings.syllables import syllables
from extractor.store.folding import without_marks
from patterns.concepts.vocabulary import pairs, words

LEAST = 0.72  # of the words of both that they share, for a proposal
_SHORTEST = 3  # letters of a syllable that may be a slip of another one
SHARED = 2  # words that a proposal's labels have in common at least


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two sets of words are to each other; `score` is the share of their words that both have (0 to 1)."""

    kind: Literal["same", "maybe", "different"]
    score: float
    reason: str


def likeness(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """Compare two subjects in normal form.

    >>> likeness(frozenset("hộ nghèo".split()), frozenset("hộ cận nghèo".split())).kind
    'different'
    >>> likeness(frozenset("sứ vệ sinh".split()), frozenset("sứ vệ sinhh".split())).kind
    'same'
    """
    left, right = one - other, other - one
    shared = len(one & other)
    score = 2 * shared / (len(one) + len(other)) if one or other else 0.0
    if not left and not right:
        return Likeness("same", 1.0, "the same words")
    slips = _slips(left, right, typed_without_marks=_bare(one) or _bare(other))
    if slips and (shared or len(slips) > 1):
        said = ", ".join(f"{wrong} = {right_word}" for wrong, right_word in slips)
        return Likeness("same", max(score, LEAST), f"spelling: {said}")
    if shared < SHARED or score < LEAST:
        return Likeness("different", score, "few words in common")
    if against := _against(left, right):
        return Likeness("different", score, against)
    return Likeness("maybe", score, _told(left, right))


def _slips(
    left: frozenset[str], right: frozenset[str], *, typed_without_marks: bool
) -> list[tuple[str, str]]:
    """Each word of one side with the one of the other that it is a slip of; empty unless all are slips."""
    if len(left) != len(right):
        return []
    rest = set(right)
    found = []
    for word in sorted(left):
        twin = next((other for other in sorted(rest) if _is_slip(word, other, typed_without_marks)), None)
        if twin is None:
            return []
        rest.remove(twin)
        found.append((word, twin) if word not in syllables() else (twin, word))
    return found


@lru_cache(maxsize=1 << 14)
def _is_slip(one: str, other: str, typed_without_marks: bool) -> bool:
    if one.isdigit() or other.isdigit():
        return False
    if without_marks(one) == without_marks(other):
        return typed_without_marks or not (can_be_spelt(one) and can_be_spelt(other))
    if min(len(one), len(other)) < _SHORTEST or (can_be_spelt(one) and can_be_spelt(other)):
        return False
    return can_be_spelt(one) != can_be_spelt(other) and DamerauLevenshtein.distance(one, other) == 1


@lru_cache(maxsize=1 << 15)
def can_be_spelt(word: str) -> bool:
    """Whether a word is a Vietnamese syllable.

    >>> can_be_spelt("nghèo"), can_be_spelt("nghốo")
    (True, False)
    """
    return unicodedata.normalize("NFC", word) in syllables()


def _bare(found: frozenset[str]) -> bool:
    """Whether a label was typed without marks: three syllables and more, none with a mark."""
    return len(found) >= 3 and all(word == without_marks(word) for word in found)


def _against(left: frozenset[str], right: frozenset[str]) -> str:
    """Why two labels that share most words are two things, "" where nothing says so."""
    for word in sorted(left | right):
        if word.isdigit():
            return f"the number {word}"
        if word in words("opposed", "alone"):
            return f"“{word}” on one side only"
    for a in sorted(left):
        for b in sorted(right):
            if (a, b) in pairs():
                return f"“{a}” against “{b}”"
    return ""


def _told(left: frozenset[str], right: frozenset[str]) -> str:
    sides = [
        f"only in the {name}: {' '.join(sorted(side))}"
        for name, side in (("first", left), ("second", right))
        if side
    ]
    return "; ".join(sides)
