r"""Which engine runs a pattern: the standard library's where it can, `regex` where it must.

At a given place the standard engine says "no" some four times sooner, which is what most patterns are asked for.
`regex` is needed for what it alone knows: matching backwards, look-behinds of any length, a group's name used
twice, classes of letters such as `\p{Lu}`.
"""

from __future__ import annotations

import re
from typing import cast

import regex

# Figures that the standard engine takes for word characters ("²", "½", "①"): a footnote's mark is no letter. Roman
# numerals of one character ("Ⅳ") are word characters and no letters.
_FIGURES = r"²³¹¼-¾\u2070-\u2089\u2150-\u215f\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
_NUMERALS = r"\u2160-\u2188"
_WORD = rf"[^\W{_FIGURES}]"
_CLASSES = {r"\p{L}": rf"[^\W\d_{_FIGURES}{_NUMERALS}]", r"\w": _WORD}
_EDGE = rf"(?:(?<!{_WORD})(?={_WORD})|(?<={_WORD})(?!{_WORD}))"
_ESCAPES = {**_CLASSES, r"\W": rf"(?:(?!{_WORD})[\s\S])", r"\b": _EDGE}
# An escape, a set of characters, a comment of a verbose pattern, or any other character
_TOKEN = re.compile(
    r"""(?P<escape>\\(?:p\{\w+\}|.)) | \[(?P<set>\^?\]?(?:\\p\{\w+\}|\\.|[^\]\\])*)\] | \#[^\n]* | .""",
    re.VERBOSE | re.DOTALL,
)
_MEMBER = re.compile(r"\\p\{\w+\}|\\.|.", re.DOTALL)


def compile_pattern(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""Compile a pattern of `regex`, with the standard engine where that reads it alike.

    >>> compile_pattern(r"xã(?!\p{L})").match("xã²")[0], compile_pattern(r"(?r)a+").search("baa")[0]
    ('xã', 'aa')
    """
    if not pattern.startswith("(?r)"):
        try:
            return cast("regex.Pattern[str]", re.compile(_translated(pattern), flags))
        except re.error:
            pass
    return regex.compile(pattern, flags)


def _translated(pattern: str) -> str:
    """A pattern with the classes of characters that the two engines draw differently spelt out."""
    return _TOKEN.sub(_token, pattern)


def _token(found: re.Match[str]) -> str:
    if found["set"] is not None:
        return _set(found["set"])
    return _ESCAPES.get(found[0], found[0])


def _set(members: str) -> str:
    r"""A set of characters, the classes taken out of it: `[\p{L}\d]` becomes one of two."""
    negated = members.startswith("^")
    each = _MEMBER.findall(members.removeprefix("^"))
    classes = "|".join(_CLASSES[member] for member in each if member in _CLASSES)
    others = "".join(member for member in each if member not in _CLASSES)
    if negated:
        others += _FIGURES if r"\W" in others else ""
        rest = f"[^{others}]" if others else r"[\s\S]"
        return f"(?:(?!{classes}){rest})" if classes else rest
    if not classes:
        return f"[{members}]"
    return f"(?:{classes}|[{others}])" if others else f"(?:{classes})"
