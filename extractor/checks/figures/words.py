"""The word lists of `extractor/checks/data/figures.toml` as regular expressions over folded text."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from patterns.folding import fold
from patterns.indicators.vocabulary import alternation


@cache
def listed() -> dict[str, dict[str, Any]]:
    """The tables of the file."""
    return tomllib.loads(files("extractor.checks.data").joinpath("figures.toml").read_text("utf-8"))


@cache
def group(*tables: str) -> str:
    """A group for a pattern that matches any word of the tables, whole."""
    words = {fold(word) for table in tables for word in listed()[table]["words"]}
    return rf"(?<!\p{{L}}){alternation(words)}(?!\p{{L}})"


@cache
def word(*tables: str) -> regex.Pattern[str]:
    """What finds a word of the tables.

    >>> bool(word("falls").search("giảm 23 thôn")), bool(word("falls").search("giảmm"))
    (True, False)
    """
    return regex.compile(group(*tables))


@cache
def opening(*tables: str) -> regex.Pattern[str]:
    """What tells whether a stretch begins with a word of the tables, blanks and marks left out."""
    return regex.compile(rf"[\s,;:(\-–]*{group(*tables)}")


@cache
def ending(*tables: str) -> regex.Pattern[str]:
    """What tells whether a stretch ends in a word of the tables and few blanks and marks."""
    return regex.compile(rf"{group(*tables)}[\s,:(]*$")


def opposites() -> list[tuple[str, str]]:
    """Two sides that leave no third ("đúng hạn", "trễ hạn")."""
    return [(fold(one), fold(other)) for one, other in listed()["opposites"]["pairs"]]
