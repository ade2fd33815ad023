"""The history of provinces (lịch sử đơn vị hành chính): which became which, when, and by what act.

A name may stand for several territories one after the other: Lâm Đồng before and after 1 July 2025, Hậu Giang until
1992 and from 2004. A unit here is a name between two days on which its land changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from patterns.folding import fold
from patterns.gazetteers import phrases, read_data


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a unit that went over to another one while the rest remained."""

    source: str
    what: str
    into: str


@dataclass(frozen=True, slots=True)
class Change:
    """A division, merger or change of name; the units of `into` begin on `date` (ISO)."""

    date: str
    act: str
    sources: tuple[str, ...]
    into: tuple[str, ...]
    parts: tuple[Part, ...] = ()

    def touches(self, name: str) -> bool:
        """Whether the territory under a name is another one from this day on."""
        return name in self.sources or name in self.into or any(name == part.source for part in self.parts)

    def __str__(self) -> str:
        taken = "".join(f"; {part.what} của {part.source} → {part.into}" for part in self.parts)
        return f"{' + '.join(self.sources)} → {', '.join(self.into)}{taken} ({self.act})"


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A province between two changes: the first day, and the day that is no longer of it (None: to this day)."""

    name: str
    since: str | None = None
    until: str | None = None


@cache
def changes() -> tuple[Change, ...]:
    """All changes in the order of their days."""
    rows = read_data("territories")["changes"]
    found = (
        Change(
            row["date"],
            row["act"],
            tuple(row["from"]),
            tuple(row["into"]),
            tuple(Part(part["from"], part["what"], part["into"]) for part in row.get("parts", ())),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda change: (change.date, change.sources)))


@cache
def province(written: str) -> str | None:
    """The name of a province in the gazetteer, however it is written; None for no province.

    >>> province("tỉnh Đắc Lắc"), province("TP.HCM"), province("Kontum"), province("Tân Hồng")
    ('Đắk Lắk', 'Hồ Chí Minh', 'Kon Tum', None)
    """
    said = " ".join(fold(written).replace("-", " ").split())
    names = _names()
    for kind in ("", "tỉnh ", "thành phố ", "tp. ", "tp ", "tp."):
        if said.startswith(kind) and (name := names.get(said.removeprefix(kind).strip())):
            return name
    return None


@cache
def lineage(name: str) -> tuple[Unit, ...]:
    """The units under which the figures of a province may stand: it, what it came from and what it went into.

    >>> [(unit.name, unit.since, unit.until) for unit in lineage("Bình Thuận")]
    [('Bình Thuận', '1992-04-01', '2025-07-01'), ('Lâm Đồng', '2025-07-01', None), ('Thuận Hải', None, '1992-04-01')]
    """
    own = set(_units(name))
    found = set(own)
    waiting = list(own)
    while waiting:
        for before in _before(waiting.pop()):
            if before not in found:
                found.add(before)
                waiting.append(before)
    waiting = list(own)
    while waiting:
        for after in _after(waiting.pop()):
            if after not in found:
                found.add(after)
                waiting.append(after)
    return tuple(sorted(found, key=lambda unit: (unit.name, unit.since or "")))


def changes_of(name: str) -> tuple[Change, ...]:
    """The changes of the territory under a name.

    >>> [change.date for change in changes_of("Lâm Đồng")]
    ['2025-07-01']
    """
    return tuple(change for change in changes() if change.touches(name))


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in phrases("provinces"):
        for form in (entry.name, *entry.forms):
            found.setdefault(" ".join(fold(form).replace("-", " ").split()), entry.name)
    return found


@cache
def _units(name: str) -> tuple[Unit, ...]:
    """The units of a name: one between any two days on which it was taken apart or made."""
    days: list[str | None] = [change.date for change in changes() if name in (*change.sources, *change.into)]
    bounds = [None, *dict.fromkeys(days), None]
    spans = [Unit(name, since, until) for since, until in pairwise(bounds)]
    return tuple(unit for unit in spans if _existed(unit))


def _existed(unit: Unit) -> bool:
    """A unit begins with a change that made it, and ends with one that took it."""
    made = unit.since is None or any(unit.name in c.into for c in changes() if c.date == unit.since)
    taken = unit.until is None or any(unit.name in c.sources for c in changes() if c.date == unit.until)
    return made and taken


def _before(unit: Unit) -> Iterator[Unit]:
    for change in changes():
        if change.date == unit.since and unit.name in change.into:
            yield from (
                old for source in change.sources for old in _units(source) if old.until == change.date
            )


def _after(unit: Unit) -> Iterator[Unit]:
    """What a unit went into; where its name goes on, only that."""
    for change in changes():
        if change.date == unit.until and unit.name in change.sources:
            names = (unit.name,) if unit.name in change.into else change.into
            yield from (new for name in names for new in _units(name) if new.since == change.date)
