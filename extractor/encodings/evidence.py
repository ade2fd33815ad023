"""What the words of a text say for and against a way of reading it.

Only words with a letter beyond ASCII tell anything. Read rightly, such a word is a syllable of Vietnamese,
most often a common one; read wrongly, it is one in a few hundred times. The weights are natural logarithms of
how likely such a word is in a text that is read rightly: a common syllable is one in thirty words, any other
legal one in a thousand, an abbreviation with Đ a little rarer, a word that is no syllable rarer by far, and a
sign between letters does not happen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final
from unicodedata import combining

from extractor.encodings.readings import ways
from extractor.encodings.syllables import common_syllables, syllables
from extractor.encodings.tables import BROKEN

COMMON: Final = -3.5
LEGAL: Final = -7.0
ABBREVIATION: Final = -8.0
SINGLE: Final = -10.0  # a letter by itself: "Ø" is a diameter as well
FOREIGN: Final = -16.0
MIXED_CASE: Final = -18.0
SOFT_HYPHEN: Final = -8.0  # a place to part a word at, which few writers set
IMPOSSIBLE: Final = -20.0

# White space that no encoding has a letter at; VISCII and VPS have letters among the other controls.
_SPACES: Final = "\t\n\v\f\r"
_LONGEST: Final = 100  # characters of a stretch without blanks that are looked at

# Letters with the signs in and at them, since signs are letters in the old encodings.
_STRETCH: Final = re.compile(r"[A-Za-z\x01-\x08\x0e-\x1f\x7f-\U0010ffff]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
# What may stand between the letters of one stretch, before them and after them.
_JOINTS: Final = frozenset("–—’‘…•\xa0\u200b\u2011")
_OPENING: Final = frozenset("“‘„«–—…•\xa0\u200b\ufeff")
_CLOSING: Final = frozenset("”’“»–—…•\xa0\u200b®™²³°º₫")
_UNITS: Final = frozenset("µ" + unit for unit in ("m", "g", "l", "s", "A", "F", "V", "W"))
_SOFT_HYPHEN: Final = "\xad"
_PLAIN_CAPITALS: Final = re.compile("[A-ZĐĂÂÊÔƠƯ]+")
_WORDS_KEPT: Final = 30_000


def telling_words(text: str) -> set[str]:
    """Return the words of a text that tell encodings apart, each once, with what stands at them.

    >>> sorted(telling_words("Bé Tµi chÝnh, 15%"))
    ['Bé', 'Tµi', 'chÝnh,']
    """
    return {word[:_LONGEST] for word in _pieces(text) if not word.isascii()}


def telling_words_of_runs(texts: Sequence[str]) -> list[set[str]]:
    """Do so for runs that follow each other: a word that goes on from run to run is whole in each of them.

    >>> [sorted(words) for words in telling_words_of_runs(["Bé T", "µi chÝ", "nh"])]
    [['Bé'], ['Tµi', 'chÝnh'], []]
    """
    if len(texts) == 1:
        return [telling_words(texts[0])]
    words: list[set[str]] = []
    word, owners = "", list[set[str]]()
    for text in texts:
        first, *others = _pieces(text)
        own = {piece[:_LONGEST] for piece in others[:-1] if not piece.isascii()}
        words.append(own)
        for place, piece in enumerate((first, *others[-1:])):
            if place:
                for owner in owners:
                    owner.add(word)
                word, owners = "", []
            if not piece.isascii():
                owners.append(own)
            word = (word + piece)[:_LONGEST]
    for owner in owners:
        owner.add(word)
    return words


def _pieces(text: str) -> list[str]:
    for space in _SPACES:
        text = text.replace(space, " ")
    return text.split(" ")


def weigh(words: Iterable[str], way: str) -> float:
    """Weigh words under a way of reading them; only the differences between ways mean anything.

    >>> weigh({"nghèo"}, "unicode") > weigh({"nghèo"}, "tcvn3")
    True
    """
    known = _known(way)
    return sum([known[word] for word in words])


def fitting(words: Iterable[str], way: str) -> float:
    """Return the share of words that are Vietnamese, or at least abbreviations, under a way."""
    known = _known(way)
    weights = [known[word] for word in words]
    return sum(weight >= ABBREVIATION for weight in weights) / len(weights) if weights else 1.0


def impossible(words: Iterable[str], way: str) -> float:
    """Return the share of words that no language could have under a way: with signs between their letters."""
    known = _known(way)
    weights = [known[word] for word in words]
    return sum(weight <= IMPOSSIBLE for weight in weights) / len(weights) if weights else 0.0


class _Weights(dict[str, float]):
    """The weights of words under one way, worked out once."""

    def __init__(self, way: str) -> None:
        super().__init__()
        self._read = ways()[way].read_strictly

    def __missing__(self, word: str) -> float:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        weight = self[word] = sum(_weigh_stretch(self._read(stretch)) for stretch in _stretches(word))
        return weight


@cache
def _known(way: str) -> _Weights:
    return _Weights(way)


def _stretches(word: str) -> Iterator[str]:
    """Yield what tells in a word: no ASCII letters, nor a sign by itself or in a unit, as in "5½µm"."""
    for stretch in _STRETCH.findall(word):
        if not stretch.isascii() and stretch not in _UNITS and (len(stretch) > 1 or stretch.isalpha()):
            yield stretch


def _weigh_stretch(reading: str) -> float:
    """Weigh what a stretch of letters and signs reads as.

    >>> [_weigh_stretch(word) for word in ("báo", "Nghèo", "nghốo", "N§", "NĐ", "chÝnh", "“Báo")]
    [-3.5, -7.0, -16.0, -20.0, -8.0, -18.0, -3.5]
    """
    if BROKEN in reading:
        return IMPOSSIBLE
    if _SOFT_HYPHEN in reading:
        return SOFT_HYPHEN + _weigh_stretch(reading.replace(_SOFT_HYPHEN, ""))
    weight, end = 0.0, 0
    for letters in _LETTERS.finditer(reading):
        before = reading[end : letters.start()]
        if before and not (_JOINTS if end else _OPENING).issuperset(before):
            return IMPOSSIBLE
        weight += _weigh_letters(letters[0])
        end = letters.end()
    if not end:  # signs alone tell nothing, but marks have lost their letters
        return IMPOSSIBLE if any(map(combining, reading)) else 0.0
    return weight if _CLOSING.issuperset(reading[end:]) else IMPOSSIBLE


def _weigh_letters(letters: str) -> float:
    if letters.isascii():
        return 0.0
    small = letters.lower()
    regular = letters[1:] == small[1:] or letters.isupper()
    if small in syllables() and regular:
        return COMMON if small in common_syllables() else LEGAL
    if len(letters) == 1:
        return SINGLE
    if _PLAIN_CAPITALS.fullmatch(letters):
        return ABBREVIATION
    return FOREIGN if regular else MIXED_CASE
