"""The word lists of `patterns/data/labels.toml` as patterns over folded text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import regex

from patterns.folding import fold
from patterns.gazetteers import read_data
from patterns.indicators.vocabulary import alternation

FILE = "labels"


@cache
def words(table: str, key: str = "words") -> frozenset[str]:
    """The folded words of one table.

    >>> "của" in words("light"), "tổng cộng" in words("totals")
    (True, True)
    """
    listed: Iterable[str] = read_data(FILE)[table][key]
    return frozenset(fold(word) for word in listed)


@cache
def forms(table: str) -> dict[str, str]:
    """Each folded form of a table with what it stands for.

    >>> forms("abbreviations")["ntm"]
    'nông thôn mới'
    """
    listed: dict[str, str] = read_data(FILE)[table]["forms"]
    return {fold(form): fold(meaning) for form, meaning in listed.items()}


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """Words that say opposite things, each pair both ways round."""
    listed: Any = read_data(FILE)["opposed"]["pairs"]
    both = [(fold(a), fold(b)) for a, b in listed]
    return frozenset([*both, *((b, a) for a, b in both)])


@cache
def anywhere(table: str, key: str = "words") -> regex.Pattern[str]:
    """Any of the words, whole."""
    return regex.compile(rf"(?<![\p{{L}}\d]){alternation(words(table, key))}(?![\p{{L}}\d])")


@cache
def form_of(table: str) -> regex.Pattern[str]:
    """Any of the forms, whole."""
    return regex.compile(rf"(?<![\p{{L}}\d&]){alternation(forms(table))}(?![\p{{L}}\d&])")


@cache
def leading(table: str, *keys: str) -> regex.Pattern[str]:
    """One of the words at the start, with the blanks after it."""
    listed = [words(table, key) for key in keys or ("words",)]
    return regex.compile(rf"[\s,;:+*-]*{alternation(*listed)}(?![\p{{L}}\d])\s*")


@cache
def trailing(table: str) -> regex.Pattern[str]:
    """One of the words at the end."""
    return regex.compile(rf"(?<![\p{{L}}\d]){alternation(words(table))}[\s,;:]*$")
