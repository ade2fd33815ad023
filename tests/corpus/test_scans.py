"""Scans say most of what their modern twins say."""

from __future__ import annotations

import functools
import json
from collections import Counter

import pytest

from corpus.build import HERE
from extractor import extract, read
from extractor.reading.scans.engines import find_engines
from patterns.mentions import Mentions

# Shares of the gold that are found in a scan: citations by their codes, dates by their days, figures by value and unit.
SCANS = {
    ("hoa-binh-2021-qcdc", "scan.pdf"): (0.95, 0.97, 0.95),
    ("dong-thap-2020-giam-ngheo", "copy.pdf"): (0.9, 0.9, 0.9),
}


@functools.cache
def mentions_of(name: str) -> Mentions:
    return extract(read(HERE / name))


def gold(name: str, kind: str) -> list[dict[str, object]]:
    path = HERE / "gold" / name / f"{kind}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def share(wanted: list[object], found: list[object]) -> float:
    return (Counter(wanted) & Counter(found)).total() / len(wanted)


@pytest.mark.skipif(find_engines() is None, reason="no OCR engine is installed")
@pytest.mark.parametrize(("name", "kind"), SCANS, ids=[".".join(pair) for pair in SCANS])
def test_scans_say_most_of_what_their_twins_say(name: str, kind: str) -> None:
    found = mentions_of(f"{name}.{kind}")
    shares = (
        share([m["code"] for m in gold(name, "references")], [c.code for c in found.citations]),
        share(
            [(m["from"], m["to"]) for m in gold(name, "dates")],
            [(d.from_date, d.to_date) for d in found.dates],
        ),
        share(
            [(m["value"], m["unit"]) for m in gold(name, "indicators")],
            [(i.value, i.unit) for i in found.indicators],
        ),
    )
    assert all(got >= least for got, least in zip(shares, SCANS[name, kind], strict=True)), shares
