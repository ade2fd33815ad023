"""Vocabularies of fixed names: TOML files in `patterns/data`, matched by spaCy's PhraseMatcher.

A file holds `entries`, one name each with its other forms, and `examples` that a test runs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import regex

from patterns.folding import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Token

_WORD = regex.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a vocabulary.

    Attributes:
        name: the full name in normal case; forms: its other spellings and short forms.
        kind: what it names ("tỉnh", "ministry", "count"); within: the larger unit it belongs to.
        codes: how it appears inside a document's symbol ("BNV"); since, until: ISO days of validity.
    """

    name: str
    kind: str | None = None
    forms: tuple[str, ...] = ()
    within: str | None = None
    codes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A name found at `text[start:end]`; homonyms ("Châu Thành") give several entries."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@cache
def read_data(name: str) -> dict[str, Any]:
    """The TOML file `patterns/data/<name>.toml` as it stands; its reader types what it takes out."""
    return tomllib.loads(files("patterns").joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def phrases(name: str) -> tuple[Entry, ...]:
    """The entries of a vocabulary, in the order of its file.

    >>> [entry.forms for entry in phrases("provinces") if entry.name == "Bà Rịa - Vũng Tàu"]
    [('Bà Rịa Vũng Tàu', 'BR-VT')]
    """
    return tuple(_entry(row) for row in read_data(name)["entries"])


def match(name: str, text: str, start: int = 0, end: int | None = None) -> tuple[Match, ...]:
    """Find the names of a vocabulary in `text[start:end]`, the longest at each place, in text order.

    Case, line breaks, runs of blanks and the place of tone marks do not matter, save that a file may ask for
    `capitals`: of each word ("hòa bình" is peace, "Hòa Bình" a province) or the first ("cán bộ y tế").

    >>> [(m.start, m.end) for m in match("provinces", "tỉnh Hoà  Bình, vì hòa bình")]
    [(5, 14)]
    """
    end = len(text) if end is None else end
    words = [word.span() for word in _WORD.finditer(text, start, end)]
    if not words:
        return ()
    nlp, matcher, meanings = _matcher(name)
    collapsed, origins = _collapse(text, words)
    doc = nlp.make_doc(collapsed)
    capitals = read_data(name).get("capitals")
    found = []
    for first, last in _longest((first, last) for _, first, last in matcher(doc)):
        begin, stop = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        span = origins[begin], origins[stop - 1] + 1
        if _capitalised(text[span[0] : span[1]], capitals):
            found.append(Match(*span, meanings[_words(doc[first:last])]))
    return tuple(found)


def _entry(row: dict[str, Any]) -> Entry:
    lists: dict[str, Any] = {key: tuple(row[key]) for key in ("forms", "codes") if key in row}
    return Entry(**{**row, **lists})


def _collapse(text: str, words: list[tuple[int, int]]) -> tuple[str, list[int]]:
    """The folded words joined by single blanks, and for each character where it stands in the text."""
    folded = fold(text[words[0][0] : words[-1][1]])
    base = words[0][0]
    pieces: list[str] = []
    origins: list[int] = []
    for start, end in words:
        pieces.append(folded[start - base : end - base])
        origins.extend(range(start, end + 1))
    return " ".join(pieces), origins


@cache
def _blank() -> Language:
    import spacy

    nlp = spacy.blank("xx")
    tokenizer: Any = nlp.tokenizer  # a compiled class without stubs
    tokenizer.rules = {}  # no emoticons: in "(Quận 8)" the token is "8", not "8)"
    return nlp


@cache
def _matcher(name: str) -> tuple[Language, PhraseMatcher, dict[str, tuple[Entry, ...]]]:
    from spacy.matcher import PhraseMatcher

    nlp = _blank()
    meanings: dict[str, tuple[Entry, ...]] = {}
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for entry in phrases(name):
        docs = {_words(doc): doc for doc in map(nlp.make_doc, map(fold, (entry.name, *entry.forms)))}
        for words in docs:
            meanings[words] = (*meanings.get(words, ()), entry)
        matcher.add(name, list(docs.values()))
    return nlp, matcher, meanings


def _words(tokens: Iterable[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _longest(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first >= reached:
            reached = last
            yield first, last


def _capitalised(raw: str, capitals: str | None) -> bool:
    words = [word for word in raw.replace("-", " ").split() if word[0].isalpha()]
    return capitals is None or all(word[0].isupper() for word in (words if capitals == "each" else words[:1]))
