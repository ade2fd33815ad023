"""Lists of words as patterns: trees of their letters, which give up at the first letter that no word has.

A plain list of some hundred words is tried word by word at every place.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

_Tree = dict[str, "_Tree"]


def branches(words: Iterable[str], *, blank: str, backwards: bool = False) -> str:
    """A regex that matches any of the words, the longest first, as the branches of a tree.

    Args:
        words: the words, folded or not.
        blank: the regex that a blank in a word stands for.
        backwards: for a pattern that is matched backwards, which meets the last letter first.

    >>> branches(["gần", "không quá", "không"], blank="[ ]+")
    'gần|không(?:[ ]+quá)?'
    >>> branches(["tỉnh uỷ", "đảng uỷ", "uỷ"], blank="[ ]", backwards=True)
    '(?:(?:đảng|tỉnh)[ ])?uỷ'
    """
    tree: _Tree = {}
    for word in sorted(set(words)):
        node = tree
        for letter in reversed(word) if backwards else word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree, blank, backwards)


def _branches(tree: _Tree, blank: str, backwards: bool) -> str:
    return "|".join(
        _rest(below, blank, backwards) + _letter(letter, blank)
        if backwards
        else _letter(letter, blank) + _rest(below, blank, backwards)
        for letter, below in sorted(tree.items())
        if letter
    )


def _rest(tree: _Tree, blank: str, backwards: bool) -> str:
    ends = "" in tree
    if ends and len(tree) == 1:
        return ""
    rest = _branches(tree, blank, backwards)
    return rest if len(tree) == 1 else f"(?:{rest}){'?' if ends else ''}"


def _letter(letter: str, blank: str) -> str:
    return blank if letter == " " else regex.escape(letter)
