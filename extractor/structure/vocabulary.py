"""Words by which the parts of a report are told (`words.toml`), and the names that the gazetteers hold."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from patterns.folding import fold
from patterns.gazetteers import phrases

_STAMP_REST = regex.compile(r"\W*(?:lần\s+(?:thứ\s+)?\w{1,4})?\W*")


@cache
def read_words() -> dict[str, Any]:
    """The file as it stands; the functions below type what they take out."""
    return tomllib.loads(files("extractor.structure").joinpath("words.toml").read_text("utf-8"))


@cache
def words(family: str) -> tuple[str, ...]:
    """The folded words of a family, the longest first."""
    return tuple(sorted({fold(word) for word in read_words()[family]["words"]}, key=len, reverse=True))


@cache
def pattern(family: str) -> regex.Pattern[str]:
    """Any word of a family, whole, in folded text.

    >>> bool(pattern("body_heads").match(fold("SỞ Y TẾ"))), bool(pattern("body_heads").match(fold("sớm")))
    (True, False)
    """
    return regex.compile(rf"(?<!\w)(?:{'|'.join(regex.escape(word) for word in words(family))})(?!\w)")


def squeezed(text: str) -> str:
    """A text folded, runs of blanks as one.

    >>> squeezed(" Thứ  TRƯỞNG ")
    'thứ trưởng'
    """
    return " ".join(fold(text).split())


def starts_with(family: str, folded: str) -> bool:
    """Whether a folded text begins with a word of the family."""
    return pattern(family).match(folded) is not None


def is_stamp(folded: str) -> bool:
    """Whether a folded line is a mark of secrecy, urgency or circulation and no more.

    >>> is_stamp(fold("HỎA TỐC")), is_stamp(fold("Dự thảo lần 2")), is_stamp("mật độ dân số")
    (True, True, False)
    """
    found = pattern("stamps").match(folded)
    return found is not None and _STAMP_REST.fullmatch(folded, found.end()) is not None


def ends_with(family: str, folded: str) -> bool:
    """Whether a folded text ends with a word of the family.

    >>> ends_with("open_words", fold("vững mạnh gắn với")), ends_with("open_words", fold("vững mạnh"))
    (True, False)
    """
    tail = folded[-40:].rstrip()
    return any(
        tail.endswith(word) and not tail[-len(word) - 1 : -len(word)].isalnum() for word in words(family)
    )


@cache
def document_types() -> dict[str, str]:
    """Folded name or other spelling of a document type → its name in normal case."""
    return {
        fold(form): entry.name for entry in phrases("document_types") for form in (entry.name, *entry.forms)
    }


@cache
def provinces() -> dict[str, str]:
    """Folded name or other spelling of a province → its name."""
    return {fold(form): entry.name for entry in phrases("provinces") for form in (entry.name, *entry.forms)}


@cache
def central_cities() -> frozenset[str]:
    """Folded names of the cities that are provinces of their own ("hải phòng")."""
    return frozenset(fold(entry.name) for entry in phrases("provinces") if entry.kind == "thành phố")


@cache
def districts() -> dict[str, frozenset[str]]:
    """Folded name of a district → the provinces that have one of that name."""
    found: dict[str, set[str]] = {}
    for entry in phrases("districts"):
        if entry.within:
            found.setdefault(fold(entry.name), set()).add(entry.within)
    return {name: frozenset(within) for name, within in found.items()}


@cache
def issuers() -> dict[str, str]:
    """Folded name or other spelling of a central body → its name in normal case."""
    return {fold(form): entry.name for entry in phrases("issuers") for form in (entry.name, *entry.forms)}


@cache
def short_forms() -> tuple[tuple[str, str], ...]:
    """Folded abbreviations and what they stand for."""
    return tuple((fold(short), full) for short, full in read_words()["short_forms"]["pairs"])


@cache
def sectors() -> tuple[str, ...]:
    """Names of branches in normal case, the longest first."""
    return tuple(sorted(read_words()["sectors"]["names"], key=len, reverse=True))
