"""Pairs of labels that are of one series or of two, told apart by the real store: precision and recall with floors."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from extractor.series.settling import settle
from extractor.store import Store, open_store
from patterns.mentions import Indicator

sys.path.insert(0, str(Path(__file__).parent))  # for archives.py

from archives import figure, report, save

FOLDER = Path(__file__).parent / "pairs"
SIDE = re.compile(r"(?P<label>.*?)\s*\[(?P<fields>[^\[\]]*)\]")
MEASURES = {"level", "share", "growth", "decline", "rank"}
FLOORS = {"known": (0.99, 0.99), "once_unseen": (0.98, 0.98), "unseen": (0.98, 0.83)}


@dataclass(frozen=True)
class Pair:
    line: str
    same: bool
    sides: tuple[Indicator, Indicator]


def read_pairs(name: str) -> list[Pair]:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [pair(line) for line in lines if line[:1] in "=!" and line]


def pair(line: str) -> Pair:
    one, other = line[1:].split(" ~ ")
    return Pair(line, line[0] == "=", (side(one.strip()), side(other.strip())))


def side(text: str) -> Indicator:
    match = SIDE.fullmatch(text)
    assert match, text
    unit, *said = (part.strip() for part in match["fields"].split(";"))
    named = dict(part.split("=", 1) for part in said if "=" in part)
    measure = next((part for part in said if part in MEASURES), "level")
    found = figure(match["label"], f"12 {unit}", unit, measure=measure)
    # The canonical unit is given: no power of ten is to be taken out of it once more.
    found = replace(found, canonical_unit=unit, amount=12.0)
    return replace(
        found,
        base=named.get("base"),
        scope=named.get("scope"),
        place=named.get("place"),
        status=named.get("status"),  # type: ignore[arg-type]
        column_label=named.get("col"),
    )


def decided(store: Store, pairs: list[Pair]) -> list[bool]:
    """Whether each pair is of one series and one status, all labels being in one archive."""
    save(store, report("pairs.md", [side for pair in pairs for side in pair.sides]))
    settle(store)
    rows = store.database.execute(
        "select i.id, o.series_id, o.status is 'plan' from indicators i "
        "left join observations o on o.indicator_id = i.id order by i.id"
    ).fetchall()
    keys = [row[1:] for row in rows]
    return [keys[n] == keys[n + 1] and keys[n][0] is not None for n in range(0, len(keys), 2)]


def scores(name: str) -> tuple[float, float, list[str]]:
    pairs = read_pairs(name)
    with open_store() as store:
        found = decided(store, pairs)
    right = sum(said and pair.same for said, pair in zip(found, pairs, strict=True))
    wrong = [pair.line for said, pair in zip(found, pairs, strict=True) if said != pair.same]
    return right / max(sum(found), 1), right / sum(pair.same for pair in pairs), wrong


def test_there_are_enough_pairs() -> None:
    known = [*read_pairs("known"), *read_pairs("once_unseen")]
    unseen = read_pairs("unseen")
    assert len(known) >= 300 and len(unseen) >= 100
    lines = [pair.line for pair in (*known, *unseen)]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("name", ["known", "once_unseen", "unseen"])
def test_labels_of_one_thing_meet_and_others_do_not(name: str) -> None:
    precision, recall, wrong = scores(name)
    least_precision, least_recall = FLOORS[name]
    assert precision >= least_precision and recall >= least_recall, "\n".join(wrong)
