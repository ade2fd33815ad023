"""Which series a question means: its words read as a label, its place with what came before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex
from sqlite_utils import Database

from extractor.series.grouping import words_of
from extractor.series.places import Place, place_named
from extractor.store.folding import has_marks, with_marks, without_marks
from patterns.concepts import Figure, entries, read_figure
from patterns.concepts.normal_form import subject_words
from patterns.folding import fold
from patterns.gazetteers import phrases
from patterns.territories import Unit, lineage, province

_WORD = regex.compile(r"[\p{L}\d]+")
_MEASURES = (
    (
        regex.compile(r"(?:tốc độ|nhịp độ|mức)\s(?:tăng|giảm)|tăng trưởng|toc do tang|tang truong"),
        ("growth", "index"),
    ),
    (regex.compile(r"(?:tỷ|tỉ)\s(?:lệ|trọng)|ty (?:le|trong)"), ("share", "completion", "change")),
    (regex.compile(r"(?:xếp|thứ)\s(?:hạng|thứ)|xep hang"), ("rank",)),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The concepts that a question means, by group, and how: exactly, or by words that they hold."""

    groups: tuple[int, ...]
    measures: tuple[str, ...]
    exact: bool


def asked_concepts(database: Database, words: str) -> Asked:
    """The concepts that words mean: those that they name, else those that hold all of them.

    Raises ValueError when there is no word to ask for.
    """
    if not _WORD.search(words):
        raise ValueError("there is no word to ask for")
    measures = next((kinds for pattern, kinds in _MEASURES if pattern.match(fold(words))), ())
    named = _with_price_bases(_named(words))
    marks = ", ".join("?" * len(named))
    rows = database.execute(f"select distinct group_id from concepts where key in ({marks})", sorted(named))
    groups = tuple(row[0] for row in rows)
    if groups:
        return Asked(groups, measures, exact=True)
    return Asked(_holding(database, words), measures, exact=False)


def places_asked(written: str) -> tuple[Unit, ...]:
    """The units that a place's figures may stand under, with their days; of what is no province it alone.

    >>> [unit.name for unit in places_asked("binh thuan")]
    ['Bình Thuận', 'Lâm Đồng', 'Thuận Hải']
    >>> places_asked("huyện Lâm Hà")
    (Unit(name='huyện Lâm Hà', since=None, until=None),)
    """
    name = province(written) or _unmarked_provinces().get(_bare(written))
    if name is not None:
        return lineage(name)
    found = place_named(written, Place())
    return (Unit(found.name or written),)


def _named(words: str) -> set[str]:
    """Keys of the concepts that the words are a label of."""
    if not has_marks(words):
        return {f"{name}|" for name in _unmarked_entries().get(frozenset(_bare(words).split()), ())}
    readings = [read_figure(Figure(words, unit=unit, measure=kind)) for unit, kind in _AS]
    return {reading.key for reading in readings if reading.key}


def _with_price_bases(keys: set[str]) -> set[str]:
    """The same at constant and at current prices: who asks for GRDP means both, told apart."""
    return keys | {f"{key}{prices}" for key in keys if key.endswith("|") for prices in _PRICES}


_PRICES = ("giá so sánh", "giá hiện hành")
_AS = (("%", "share"), (None, "level"), ("%", "growth"), (None, "rank"))


@cache
def _unmarked_entries() -> dict[frozenset[str], tuple[str, ...]]:
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for row in entries():
        for phrase in (row.name, *row.aliases):
            for said in (
                frozenset(_bare(phrase).split()),
                frozenset(map(without_marks, subject_words(phrase))),
            ):
                if row.id not in found.get(said, ()):
                    found[said] = (*found.get(said, ()), row.id)
    return found


@cache
def _unmarked_provinces() -> dict[str, str]:
    return {_bare(form): entry.name for entry in phrases("provinces") for form in (entry.name, *entry.forms)}


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(without_marks(text)))


def _holding(database: Database, words: str) -> tuple[int, ...]:
    """Groups of the concepts that hold all the words, those with the fewest others first."""
    column, folding = ("words", with_marks) if has_marks(words) else ("words_fold", without_marks)
    said = subject_words(words) if has_marks(words) else tuple(_WORD.findall(words.lower()))
    asked = [folding(word) for word in said or _WORD.findall(words.lower())]
    clauses = " and ".join(f"{column} like ?" for _ in asked)
    rows = database.execute(
        f"select group_id, key from concepts where {clauses}", [f"% {word}%" for word in asked]
    ).fetchall()
    ordered = sorted(rows, key=lambda row: (len(words_of(row[1])), row[1]))
    return tuple(dict.fromkeys(row[0] for row in ordered))
