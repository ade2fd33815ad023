"""Which of many subjects can be like a given one: an index over their words.

Two subjects that share enough of their words share one of the rarest few of either (prefix filtering, as in Bayardo, Ma
and Srikant, "Scaling up all pairs similarity search", 2007), so only those are indexed; words are counted in arrays.
Slips of the pen need not share so many: they have the same letters without marks, or a syllable that nobody can spell.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

import numpy as np
import numpy.typing as npt

from extractor.series.likeness import LEAST, SHARED, can_be_spelt
from extractor.store.folding import without_marks

Words = frozenset[str]
_LEAST_SHARED = LEAST / (
    2 - LEAST
)  # of its own words, what a subject shares with another one that is proposed
_NO_WORD = 0


class Candidates:
    """Subjects by their words; each is known by a number of the caller's."""

    def __init__(self, subjects: Mapping[int, Words]) -> None:
        self.subjects = subjects
        self.numbers = list(subjects)
        counts = Counter(word for found in subjects.values() for word in found)
        self.ids = {word: place for place, word in enumerate(counts, start=1)}
        self.odd = frozenset(word for word in counts if word.isalpha() and not can_be_spelt(word))
        self.sizes = np.array([len(found) for found in subjects.values()], dtype=np.int32)
        self.matrix = self._matrix()
        self.rarest = {number: _rarest(found, counts) for number, found in subjects.items()}
        self.by_rare = self._by_rare()
        self.by_letters: defaultdict[str, list[int]] = defaultdict(list)
        self.by_rest: defaultdict[Words, list[int]] = defaultdict(list)
        for number, found in subjects.items():
            self.by_letters[_letters(found)].append(number)
            for word in found & self.odd:
                self.by_rest[found - {word}].append(number)

    def of(self, number: int) -> Iterator[int]:
        """Subjects that may be like this one, each once, without itself."""
        own = self.subjects[number]
        slips = (other for word in own for other in self.by_rest.get(own - {word}, ()))
        odd = (other for word in own & self.odd for other in self._with_rest(own - {word}))
        found = dict.fromkeys(chain(self.by_letters[_letters(own)], slips, odd, self._near(number)))
        found.pop(number, None)
        yield from found

    def _with_rest(self, rest: Words) -> Iterator[int]:
        """Subjects of one word more than these, whatever it is."""
        rare = min(rest, key=lambda word: len(self.holding[word]), default=None)
        for place in self.holding[rare] if rare is not None else ():
            number = self.numbers[place]
            if len(self.subjects[number]) == len(rest) + 1 and rest < self.subjects[number]:
                yield number

    def _near(self, number: int) -> list[int]:
        """Subjects that share enough words for a proposal."""
        own = self.subjects[number]
        lists = [self.by_rare[word] for word in self.rarest[number]]
        if not lists:
            return []
        places = np.unique(np.concatenate(lists))
        has = np.zeros(len(self.ids) + 1, dtype=bool)
        has[[self.ids[word] for word in own]] = True
        shared = has[self.matrix[places]].sum(axis=1)
        enough = (2 * shared >= LEAST * (len(own) + self.sizes[places])) & (shared >= SHARED)
        return [self.numbers[place] for place in places[enough]]

    def _matrix(self) -> npt.NDArray[np.int32]:
        """A row a subject: the ids of its words, filled up with none."""
        width = int(self.sizes.max(initial=0))
        rows = np.full((len(self.subjects), width), _NO_WORD, dtype=np.int32)
        self.holding: defaultdict[str, list[int]] = defaultdict(list)
        for place, found in enumerate(self.subjects.values()):
            rows[place, : len(found)] = [self.ids[word] for word in found]
            for word in found:
                self.holding[word].append(place)
        return rows

    def _by_rare(self) -> dict[str, npt.NDArray[np.int32]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, number in enumerate(self.numbers):
            for word in self.rarest[number]:
                found[word].append(place)
        return {word: np.array(places, dtype=np.int32) for word, places in found.items()}


def _rarest(found: Words, counts: Counter[str]) -> tuple[str, ...]:
    ordered = sorted(found, key=lambda word: (counts[word], word))
    return tuple(ordered[: len(ordered) - math.ceil(_LEAST_SHARED * len(ordered)) + 1])


def _letters(found: Words) -> str:
    return " ".join(sorted(map(without_marks, found)))
