"""The indicators that such reports live on: `patterns/data/indicators.toml`.

A label is of an entry when its subject's words are those of the entry's name or of an alias, in any order, or when
they hold them in one run: what is left over narrows the entry ("tỷ lệ hộ nghèo" + "khu vực miền núi").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from patterns.concepts.measures import POINTS, RANK, SHARES, Measure
from patterns.concepts.normal_form import Words, subject_words
from patterns.concepts.vocabulary import anywhere, words
from patterns.folding import fold
from patterns.gazetteers import read_data

Range = tuple[float, float]
_SHORTEST_RUN = (
    2  # words of an alias that may be a part of a label; one word alone is too easily met, save a short form
)


@dataclass(frozen=True, slots=True)
class Break:
    """A day from which figures are not comparable with those before, and why (thay đổi phương pháp, chuẩn)."""

    date: str
    note: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of the catalogue.

    Attributes:
        id: its stable name ("ho-ngheo"); code: in the list of provincial statistical indicators, where known.
        stock: whether it is a state at a day (hộ nghèo) and not a sum over a period (thu ngân sách).
        levels: whether reports break it down by level of government; if not, its figures are of a whole place.
        units: canonical units of its level that are one and the same, the series' first; also: further units, each of
            a series of its own ("cuộc tiếp công dân" beside "lượt"); factors: how many of the first one of a unit is.
        level, share, growth: the plausible range of each.
        of_plan: whether its share is one of the plan in any case ("tỷ lệ giải ngân").
        ranked: whether it has a rank; breaks: when its definition changed.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    stock: bool = False
    levels: bool = False
    units: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    factors: tuple[tuple[str, float], ...] = ()
    level: Range | None = None
    share: Range | None = None
    growth: Range | None = None
    of_plan: bool = False
    ranked: bool = False
    code: str | None = None
    breaks: tuple[Break, ...] = ()

    def takes(self, measure: Measure) -> bool:
        """Whether a figure of this measure and unit can be one of the indicator."""
        match measure.kind:
            case "level":
                return self.level is not None and (measure.unit is None or measure.unit in self._units)
            case "share":
                return self.share is not None
            case "rank":
                return self.ranked
            case "change":
                return measure.unit in (*self._units, RANK, "bậc", POINTS)
            case _:
                return True

    @property
    def _units(self) -> tuple[str, ...]:
        return (*self.units, *self.also, *(unit for unit, _ in self.factors))

    def factor(self, unit: str | None) -> float:
        """How many of the series' unit one of this unit is."""
        return dict(self.factors).get(unit or "", 1.0)

    def unit_for(self, measure: Measure) -> str | None:
        """The unit of the series: figures in "lượt người" and "lượt công dân" are put beside each other."""
        same = measure.unit in self.units or measure.unit in dict(self.factors)
        return self.units[0] if measure.kind in ("level", "change") and same else measure.unit

    def is_plausible(self, measure: Measure, value: float) -> bool:
        """Whether a value lies in the indicator's range; true where none is given."""
        limits = {"level": self.level, "share": self.share, "growth": self.growth}.get(measure.kind)
        if limits is None or (measure.kind != "level" and measure.unit not in SHARES):
            return True
        return limits[0] <= value <= limits[1]


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, in the order of the file.

    >>> len(entries()) >= 80
    True
    """
    return tuple(_entry(row) for row in read_data("indicators")["concepts"])


@cache
def entry(name: str) -> Entry | None:
    """The entry with this id."""
    return next((found for found in entries() if found.id == name), None)


def match(subject: Words, measure: Measure) -> tuple[Entry, Words] | None:
    """The entry that a subject is of, and the words that narrow it; the longest alias decides.

    >>> found = match(("hộ", "nghèo", "miền", "núi"), Measure("share", "%"))
    >>> found and (found[0].id, found[1])
    ('ho-ngheo', ('miền', 'núi'))
    """
    whole = _whole(subject, measure) or _whole(without_neutral(subject), measure)
    if whole is not None:
        return whole, ()
    for length in range(min(len(subject), _longest()), 0, -1):
        for first in range(len(subject) - length + 1):
            run = subject[first : first + length]
            for candidate in _runs().get(run, ()):
                if candidate.takes(measure):
                    return candidate, subject[:first] + subject[first + length :]
    return None


def match_in_sentence(subject: Words, sentence: Words, measure: Measure) -> Entry | None:
    """The entry of a count whose sentence names it before the number: "Phong trào “Dân vận khéo” có 1.512 mô hình".

    All words of the subject must be of the entry, all others of the entry must stand in the sentence, and the counted
    noun must be one that few things are counted by.

    >>> found = match_in_sentence(("xã", "chuẩn"), ("xây", "dựng", "nông", "thôn", "mới"), Measure("level", "xã"))
    >>> found and found.id
    'xa-nong-thon-moi'
    """
    unit = measure.unit
    if measure.kind != "level" or not unit or fold(unit) in words("plain_units"):
        return None
    known = {*subject, *sentence}
    found = {
        row
        for phrase_words, row in _by_unit().get(fold(unit), ())
        if phrase_words <= known and set(subject) <= phrase_words and not phrase_words <= set(subject)
    }
    return next(iter(found)) if len(found) == 1 else None


@cache
def _by_unit() -> dict[str, tuple[tuple[frozenset[str], Entry], ...]]:
    found: dict[str, tuple[tuple[frozenset[str], Entry], ...]] = {}
    for _, phrase, row in _phrases():
        for unit in row.units:
            if set(subject_words(unit)) <= set(phrase):
                found[fold(unit)] = (*found.get(fold(unit), ()), (frozenset(phrase), row))
    return found


def without_neutral(subject: Words) -> Words:
    """The words without those that say how things go, not which thing is counted.

    >>> without_neutral(("khách", "đón", "du", "lịch", "phục", "hồi", "mạnh"))
    ('khách', 'du', 'lịch')
    """
    text = anywhere("neutral").sub(" ", " ".join(subject))
    return tuple(text.split())


def _whole(subject: Words, measure: Measure) -> Entry | None:
    found = _wholes().get(frozenset(subject), ()) or _named_twice(subject)
    return next((candidate for candidate in found if candidate.takes(measure)), None)


def _named_twice(subject: Words) -> tuple[Entry, ...]:
    """The entries that a subject names in words and in letters: "tăng trưởng kinh tế (GRDP)"."""
    for word in subject:
        rest = frozenset(subject) - {word}
        named = [row for row in _wholes().get(rest, ()) if row in _runs().get((word,), ())]
        if named:
            return tuple(named)
    return ()


@cache
def _wholes() -> dict[frozenset[str], tuple[Entry, ...]]:
    found: dict[frozenset[str], tuple[Entry, ...]] = {}
    for _, phrase, row in _phrases():
        key = frozenset(phrase)
        if row not in found.get(key, ()):
            found[key] = (*found.get(key, ()), row)
    return found


@cache
def _runs() -> dict[Words, tuple[Entry, ...]]:
    found: dict[Words, tuple[Entry, ...]] = {}
    for written, phrase, row in _phrases():
        long_enough = len(phrase) >= _SHORTEST_RUN or written.isupper()
        if long_enough and row not in found.get(phrase, ()):
            found[phrase] = (*found.get(phrase, ()), row)
    return found


@cache
def _longest() -> int:
    return max(map(len, _runs()))


def _phrases() -> Iterator[tuple[str, Words, Entry]]:
    for row in entries():
        for phrase in (row.name, *row.aliases):
            found = subject_words(phrase)
            if found:
                yield phrase, found, row


def _entry(row: dict[str, Any]) -> Entry:
    level = row.get("level", {})
    return Entry(
        id=row["id"],
        name=row["name"],
        aliases=tuple(row.get("aliases", ())),
        stock=row.get("stock", False),
        levels=row.get("levels", False),
        units=tuple(level.get("units", ())),
        also=tuple(level.get("also", ())),
        factors=tuple(level.get("factors", {}).items()),
        level=_range(level.get("range")) if level else None,
        share=_range(row.get("share")),
        growth=_range(row.get("growth")),
        of_plan=row.get("of_plan", False),
        ranked=row.get("ranked", False),
        code=row.get("code"),
        breaks=tuple(Break(**changed) for changed in row.get("breaks", ())),
    )


def _range(limits: list[float] | None) -> Range | None:
    return None if limits is None else (float(limits[0]), float(limits[1]))
