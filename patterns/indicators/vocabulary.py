"""Word lists of `patterns/data` as sets and as regular expressions over folded text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from patterns.folding import fold
from patterns.gazetteers import read_data


@cache
def words(name: str, table: str) -> tuple[str, ...]:
    """The folded words of one table of `patterns/data/<name>.toml`, longest first.

    >>> words("units", "percentages")[-1]
    '‰'
    """
    listed: Iterable[str] = read_data(name)[table]["words"]
    return tuple(sorted({fold(word) for word in listed}, key=lambda word: (-len(word), word)))


@cache
def tables(name: str) -> tuple[str, ...]:
    """The names of a file's tables, in its order."""
    return tuple(read_data(name))


def alternation(*lists: Iterable[str]) -> str:
    """A group of alternatives, longest first; a blank stands for any run of blanks up to three.

    >>> alternation(["gần", "không quá"])
    '(?:không\\\\ {1,3}quá|gần)'
    """
    listed = sorted({word for words in lists for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\ {1,3}".join(map(regex.escape, word.split())) for word in listed) + ")"
