"""Abbreviations and what they stand for, words and letters of the rules on single words: files in `data`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import regex

from patterns.folding import fold


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form; `everyday` ones need no explanation in an official letter."""

    short: str
    meanings: tuple[str, ...]
    everyday: bool


@cache
def read_abbreviations() -> dict[str, Any]:
    """The file as it stands."""
    path = files("extractor.checks").joinpath("data", "abbreviations.toml")
    return tomllib.loads(path.read_text("utf-8"))


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """All of them, by their letters."""
    data = read_abbreviations()
    return {
        short: Abbreviation(short, tuple(meanings), family == "everyday")
        for family in ("everyday", "usual")
        for short, meanings in data[family].items()
    }


@cache
def names() -> frozenset[str]:
    """Names in capitals that are no abbreviations for the reader ("VNPT")."""
    return frozenset(read_abbreviations()["names"]["words"])


@lru_cache(maxsize=1024)
def meaning_pattern(short: str) -> regex.Pattern[str] | None:
    """Any of the words that a known abbreviation stands for, in folded text with single blanks.

    >>> bool(meaning_pattern("CBCC").search(fold("đội ngũ cán bộ,  công chức xã")))
    True
    """
    known = abbreviations().get(short)
    if known is None or not known.meanings:
        return None
    forms = (r"[\s,–-]+".join(regex.escape(word) for word in _words(meaning)) for meaning in known.meanings)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _words(text: str) -> list[str]:
    return regex.findall(r"[\w]+", fold(text))


@cache
def read_word_lists() -> dict[str, Any]:
    """The file `data/words.toml` as it stands."""
    return tomllib.loads(files("extractor.checks").joinpath("data", "words.toml").read_text("utf-8"))


@cache
def doubled_words() -> tuple[str, ...]:
    """Words that no phrase has twice in a row."""
    return tuple(read_word_lists()["doubled"]["words"])


@cache
def look_alikes() -> dict[str, str]:
    """Letters of other alphabets and the Latin ones that they look like."""
    return dict(read_word_lists()["look_alikes"])
