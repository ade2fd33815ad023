"""Word lists of `patterns/data` as sets and as regular expressions over folded text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from patterns.folding import fold
from patterns.gazetteers import read_data
from patterns.wordtrees import branches

# A blank in a word stands for up to three in the text, as they arise from joined lines.
_BLANK = r"\ {1,3}"


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
    """A group that matches any of the words, the longest first.

    >>> alternation(["gần", "không quá", "không"])
    '(?:gần|không(?:\\\\ {1,3}quá)?)'
    """
    return f"(?:{branches((word for words in lists for word in words), blank=_BLANK)})"


def last_word(before: str) -> str:
    """The letters that stand last, with blanks, stops, commas and colons after them left out.

    A pattern that must end where a stretch ends need not be tried where its last word is of no list.

    >>> last_word("tỷ lệ đạt mức: "), last_word("(12")
    ('mức', '')
    """
    stripped = before.rstrip(" .,:")
    letters = len(stripped)
    while letters and stripped[letters - 1].isalpha():
        letters -= 1
    return stripped[letters:]
