"""Which concepts are filed together: links between them, found once for each new concept, and what a person decided.

A link depends on its two concepts only, so the same concepts have the same links in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from extractor.series.candidates import Candidates
from extractor.series.likeness import likeness
from patterns.concepts import entry
from patterns.concepts.normal_form import subject_words

Words = frozenset[str]


def link_new(database: Database, new: Iterable[int]) -> None:
    """Write the links of concepts that have none yet, with each other and with all others."""
    keys: dict[int, str] = dict(database.execute("select id, key from concepts").fetchall())
    subjects = {number: words_of(key) for number, key in keys.items()}
    candidates = Candidates(subjects)
    fresh = set(new)
    rows = []
    for number in sorted(fresh):
        for other in candidates.of(number):
            if other in fresh and other > number:
                continue  # met again from its side
            if _is_narrower(keys[number], keys[other]):
                continue
            found = likeness(subjects[min(number, other)], subjects[max(number, other)])
            if found.kind != "different":
                rows.append((min(number, other), max(number, other), found.kind, found.score, found.reason))
    database.conn.executemany("insert or replace into concept_links values (?, ?, ?, ?, ?)", rows)


def _is_narrower(one: str, other: str) -> bool:
    """Whether the catalogue itself tells two concepts apart: two entries, or one and what narrows it."""
    (first, _, rest), (second, _, more) = one.partition("|"), other.partition("|")
    return bool(first and second) and (first != second or not (rest and more))


def groups(
    keys: Mapping[int, str], same: Iterable[tuple[int, int]], split: Iterable[frozenset[int]] = ()
) -> dict[int, int]:
    """The concept that each is filed under: of those linked, one of the catalogue, else that with the shortest key.

    Args:
        same: linked pairs, accepted ones among them; split: concepts that are to be kept apart, whatever links them.
    """
    apart = [frozenset(group) for group in split]
    parents = {number: number for number in keys}
    members: dict[int, set[int]] = {number: {number} for number in keys}
    for one, other in sorted(same):
        a, b = _root(parents, one), _root(parents, other)
        if a == b or any(len(group & (members[a] | members[b])) > 1 for group in apart):
            continue
        first, second = sorted((a, b), key=lambda number: _rank(keys[number]))
        parents[second] = first
        members[first] |= members.pop(second)
    return {number: _root(parents, number) for number in keys}


def words_of(key: str) -> Words:
    """All words of a concept, those of its entry's name among them.

    >>> sorted(words_of("ho-ngheo|miền núi"))
    ['hộ', 'miền', 'nghèo', 'núi']
    """
    name, _, words = key.partition("|")
    row = entry(name) if name else None
    return frozenset([*(subject_words(row.name) if row else ()), *words.split()])


def _root(parents: dict[int, int], number: int) -> int:
    while parents[number] != number:
        parents[number] = number = parents[parents[number]]
    return number


def _rank(key: str) -> tuple[bool, int, str]:
    return key.startswith("|"), len(key), key
