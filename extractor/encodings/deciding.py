"""Which encoding a run is in: the font proposes, the bytes decide, neighbours help where a run is too short.

1. A run with letters that only Unicode has is Unicode, whatever its font.
2. Its own words are weighed under each way of reading them; a clear lead decides.
3. Else it follows the nearest run of the same font, or of the same maker's, in its paragraph that is clear;
4. else what that font holds in the rest of the document; else what its name proposes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.encodings.evidence import ABBREVIATION, fitting, impossible, weigh
from extractor.encodings.fonts import font_hint
from extractor.encodings.neighbours import from_neighbours
from extractor.encodings.readings import CODE_PAGE, DOUBLE_UTF8, THROUGH_1258, UNICODE, ways
from extractor.encodings.runs import DocumentHints, FontRun
from extractor.encodings.surfaces import PASSED_1258

# Letters that no encoding before Unicode surfaces as; code page 1258 shows ă đ ơ ư, but not these.
_ONLY_UNICODE: Final = frozenset("ĨĩŨũ") | frozenset(map(chr, range(0x1EA0, 0x1EFA)))
_ONLY_VIETNAMESE: Final = _ONLY_UNICODE | frozenset("ĂăĐđƠơƯư")
_CODE_PAGE_MARKS: Final = frozenset("ÌÒÞìò")
_UTF8_LEADS: Final = frozenset("ÃÄÆº»")
_USUAL: Final = ("tcvn3", "vni")
_VIETNAMESE_CHARSET: Final = 163

# Natural logarithms, like the weights of words.
_CLEAR: Final = 6.0  # a lead that decides without help: odds of 400 to 1
_PROPOSED: Final = 2.0
_NOT_PROPOSED: Final = -4.0  # a font is often set over text of another encoding
_IN_UNICODE_FONT: Final = -14.0  # takes two words more to be believed
_DETOUR: Final = -6.0
_STATED_DETOUR: Final = -1.0
_DOUBLE: Final = -6.0
_NOT_SEEN: Final = -8.0  # for a way in which the font is never read in the document
_NOT_FOLLOWED: Final = -10.0
_BESIDE: Final = 8.0  # text of an old encoding stands in the same paragraph
_KNOWN_WORDS: Final = 5  # tell what a font holds

_JUDGED_WORDS: Final = 5  # fewer do not tell whether a reading makes sense
_MAKES_SENSE: Final = 0.8
_TOO_MANY_IMPOSSIBLE: Final = 0.3
_AGAINST: Final = 12.0  # a lead of a run's own words that is not silently passed over
_DOUBT: Final = 0.5
_ALIKE: Final = 12.0  # beyond such a lead it is not asked whether two ways give the same text

Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """The way in which to read a run, how certain it is, and how many of its words tell."""

    way: str
    certainty: float
    telling: int


def decide(runs: Sequence[FontRun], words: Sequence[set[str]], hints: DocumentHints) -> list[Decision]:
    """Decide on the runs of a paragraph, of which `words` are those that tell."""
    weights = [weigh_ways(run, told, hints) for run, told in zip(runs, words, strict=True)]
    clear = [clear_way(run, scores) for run, scores in zip(runs, weights, strict=True)]
    followed = from_neighbours(runs, clear)
    beside = {way for way in clear if way is not None and way != UNICODE}
    decisions = []
    for run, told, scores, way, near in zip(runs, words, weights, clear, followed, strict=True):
        known = way or _prior(run, near, beside, hints)
        decisions.append(_settle(run.text, told, scores, known) if told else _without_words(known))
    return decisions


def _without_words(known: str | Scores) -> Decision:
    return Decision(known if isinstance(known, str) else max(known, key=known.__getitem__), 1.0, 0)


def clear_way(run: FontRun, weights: Scores) -> str | None:
    """Return the way that a run's own words decide for, None where they do not.

    The words must lead by themselves as well as with what the font proposes.
    """
    if len(weights) < 2:
        return next(iter(weights), None)
    proposed = _proposals(run.font, run.charset)
    together = {way: weight + proposed.get(way, 0.0) for way, weight in weights.items()}
    best = max(together, key=together.__getitem__)
    return best if min(_lead(best, weights), _lead(best, together)) >= _CLEAR else None


def weigh_ways(run: FontRun, telling: set[str], hints: DocumentHints) -> Scores:
    """Weigh the words of a run under each way that it may be read in; empty where no word tells."""
    if not telling:
        return {}
    characters = set(run.text)
    if not characters.isdisjoint(_ONLY_UNICODE):
        return {UNICODE: weigh(telling, UNICODE)}
    proposed = _proposals(run.font, run.charset)
    found = hints.fonts.get(run.font, {})
    return {
        way: weigh(telling, way)
        for way in (proposed if found.keys() <= proposed.keys() else {**proposed, **found})
        if _is_possible(way, characters)
    }


def _is_possible(way: str, characters: set[str]) -> bool:
    """Tell by the characters of a run whether it may be read in a way that needs some of them."""
    if way == UNICODE:
        return True
    if way == CODE_PAGE:
        return not characters.isdisjoint(_CODE_PAGE_MARKS)
    if way == DOUBLE_UTF8:
        return not characters.isdisjoint(_UTF8_LEADS)
    return way.endswith(THROUGH_1258) != characters.isdisjoint(PASSED_1258)


def _lead(best: str, scores: Scores) -> float:
    return scores[best] - max([score for way, score in scores.items() if way != best])


@lru_cache(4_096)
def _proposals(font: str | None, charset: int | None) -> Scores:
    """How far a font's name and charset speak for each way that its text may be read in."""
    hint = font_hint(font)
    stated = charset == _VIETNAMESE_CHARSET
    proposed = {UNICODE: 0.0, CODE_PAGE: _DETOUR if stated else _IN_UNICODE_FONT, DOUBLE_UTF8: _DOUBLE}
    for encoding in _USUAL:
        proposed[encoding] = _NOT_PROPOSED if hint.encodings else _IN_UNICODE_FONT
    for encoding in hint.encodings:
        proposed[encoding] = _PROPOSED
        proposed[encoding + THROUGH_1258] = _PROPOSED + (_STATED_DETOUR if stated else _DETOUR)
    return proposed


def _prior(run: FontRun, followed: Scores, beside: set[str], hints: DocumentHints) -> Scores:
    """What speaks for each way before the words of an unclear run are heard."""
    proposed = _proposals(run.font, run.charset)
    if followed:
        return _put_before(proposed, followed, _NOT_FOLLOWED)
    hint = font_hint(run.font)
    counts = hints.fonts.get(run.font, {})
    if sum(counts.values()) < _KNOWN_WORDS and hint.family is not None:
        counts = hints.families.get(hint.family, {})
    total = sum(counts.values())
    if total >= _KNOWN_WORDS:
        shares = {way: max(_NOT_SEEN, math.log(count / total)) for way, count in counts.items()}
        proposed = _put_before(proposed, shares, _NOT_SEEN)
    elif hint.family is None:  # what is not clear by itself stays as it is
        proposed = {way: score - _CLEAR if score < 0 else score for way, score in proposed.items()}
    if hint.family is None and beside:
        proposed = {way: score + _BESIDE if way in beside else score for way, score in proposed.items()}
    return proposed


def _put_before(proposed: Scores, known: Scores, otherwise: float) -> Scores:
    """Put what is known of a font before what its name proposes."""
    return {**{way: otherwise + min(0.0, score) for way, score in proposed.items()}, **known}


def _settle(text: str, telling: set[str], weights: Scores, known: str | Scores) -> Decision:
    """Decide by the words of a run and what is `known`: its way, or what speaks for each way beforehand."""
    if isinstance(known, str):
        best, certainty = known, certainty_of(text, known, weights)
    else:
        scores = {way: weight + known[way] for way, weight in weights.items()}
        best = max(scores, key=scores.__getitem__)
        certainty = certainty_of(text, best, scores)
        if max(weights.values()) - weights[best] >= _AGAINST:
            certainty = min(certainty, _DOUBT)
    return Decision(best, certainty * _sense(telling, best), len(telling))


def certainty_of(text: str, best: str, scores: Scores) -> float:
    """How likely the best way is beside the next that gives another text."""
    if len(scores) == 1 or _lead(best, scores) >= _ALIKE:
        return 1.0
    reading = ways()[best].read(text)
    others = [scores[best] - score for way, score in scores.items() if ways()[way].read(text) != reading]
    return 1 / (1 + math.exp(-min(others))) if others else 1.0


def _sense(telling: set[str], way: str) -> float:
    """How far a reading makes sense by itself: text that was spoilt before makes none in any way."""
    if len(telling) < _JUDGED_WORDS or weigh(telling, way) >= ABBREVIATION * len(telling):
        return 1.0
    if way != UNICODE:
        return min(1.0, fitting(telling, way) / _MAKES_SENSE)
    # Other languages are Unicode too, but none has letters of Vietnamese, nor signs between letters.
    claiming = [word for word in telling if not _ONLY_VIETNAMESE.isdisjoint(word)]
    sense = fitting(claiming, way) / _MAKES_SENSE if len(claiming) >= _JUDGED_WORDS else 1.0
    wrong = impossible(telling, way)
    return min(1.0, sense, 1.0 - wrong if wrong > _TOO_MANY_IMPOSSIBLE else 1.0)
