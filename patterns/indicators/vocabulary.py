"""Word lists of `patterns/data` as sets and as regular expressions over folded text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from patterns.folding import fold
from patterns.gazetteers import read_data

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
    """A group that matches any of the words, the longest first, as a tree of their letters.

    A plain list of some hundred words is tried word by word at every place; a tree gives up at the first letter.

    >>> alternation(["gần", "không quá", "không"])
    '(?:gần|không(?:\\\\ {1,3}quá)?)'
    """
    tree: _Tree = {}
    for word in sorted({word for words in lists for word in words}):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


_Tree = dict[str, "_Tree"]


def _branches(tree: _Tree) -> str:
    branches = [_letter(letter) + _rest(below) for letter, below in sorted(tree.items()) if letter]
    return "|".join(branches)


def _rest(tree: _Tree) -> str:
    ends = "" in tree
    if ends and len(tree) == 1:
        return ""
    branches = _branches(tree)
    single = len(tree) - ends == 1 and not ends
    return branches if single else f"(?:{branches}){'?' if ends else ''}"


def _letter(letter: str) -> str:
    return _BLANK if letter == " " else regex.escape(letter)


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
