"""Words of `patterns/data` as patterns."""

from __future__ import annotations

from patterns.folding import fold
from patterns.gazetteers import read_data


def words(name: str, table: str) -> tuple[str, ...]:
    """The folded words of one table of a file, the longest first.

    >>> "giá so sánh" in words("dated_names", "heads")
    True
    """
    return tuple(sorted(map(fold, read_data(name)[table]["words"]), key=len, reverse=True))


def one_of(name: str, table: str) -> str:
    """A group of a verbose pattern that matches any of the words of a table, the longest first."""
    return "(?:" + "|".join(word.replace(" ", "[ ]") for word in words(name, table)) + ")"
