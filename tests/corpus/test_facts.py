"""What the reports of the corpus say of themselves, and that they say the same in each of their formats."""

import functools
import json
import tomllib
from collections import Counter, defaultdict

import pytest

from corpus.build import HERE
from extractor import extract, read
from extractor.report import BlockKind, Report
from patterns.mentions import Mentions

# Scans are read with mistakes: what is asked of them stands in test_scans.py.
SCANS = ("scan.pdf", "copy.pdf")
MANIFEST = tomllib.loads((HERE / "manifest.toml").read_text("utf-8"))["file"]
ENTRIES = [entry for entry in MANIFEST if entry["format"] not in SCANS]
GOLD = {entry["path"]: HERE / entry["gold"] / "facts.json" for entry in ENTRIES}
FACTS = ("type", "number", "issuer", "province", "place", "date", "title", "signer", "signer_title")
PERIOD = ("period_from", "period_to")

# Shares of the files in which a fact is right.
FLOORS = dict.fromkeys((*FACTS, *PERIOD, "recipients", "footnotes"), 0.95) | {"headings": 0.9}

TWINS = defaultdict(list)
for entry in ENTRIES:
    TWINS[entry["gold"].removeprefix("gold/")].append(entry["path"])
each_pair = pytest.mark.parametrize("name", [name for name, paths in TWINS.items() if len(paths) > 1])


@functools.cache
def report_of(path: str) -> Report:
    return read(HERE / path)


@functools.cache
def mentions_of(path: str) -> Mentions:
    return extract(report_of(path))


def said(report: Report) -> dict[str, object]:
    """The facts of a report as they stand in the gold."""
    facts = {name: getattr(report.facts, name) for name in (*FACTS, *PERIOD)}
    headings = [
        {"level": block.level, "label": block.label, "text": report.text[block.start : block.end]}
        for block in report.blocks
        if block.kind == BlockKind.HEADING
    ]
    linked = sum(note.body is not None and note.marker_start is not None for note in report.footnotes)
    notes = linked if linked == len(report.footnotes) else f"{linked} of {len(report.footnotes)} linked"
    return facts | {"recipients": list(report.facts.recipients), "headings": headings, "footnotes": notes}


def test_reports_say_of_themselves_what_a_reader_sees() -> None:
    wrong = defaultdict(list)
    for path, gold in GOLD.items():
        facts, expected = said(report_of(path)), json.loads(gold.read_text("utf-8"))
        for name, value in facts.items():
            if value != expected[name]:
                wrong[name].append(f"{path}: {value!r} instead of {expected[name]!r}")
    right = {name: 1 - len(wrong[name]) / len(GOLD) for name in FLOORS}
    low = {name: wrong[name] for name, share in right.items() if share < FLOORS[name]}
    assert not low, json.dumps(low, ensure_ascii=False, indent=1)


def test_nothing_of_the_corpus_is_reported_as_a_problem() -> None:
    told = [(path, problem) for path in GOLD for problem in report_of(path).problems]
    assert told == []


@each_pair
@pytest.mark.parametrize("kind", ["citations", "dates", "indicators"])
def test_a_report_has_the_same_mentions_in_each_of_its_formats(name: str, kind: str) -> None:
    first, *others = (Counter(map(meaning, getattr(mentions_of(path), kind))) for path in TWINS[name])
    for second in others:
        apart = (first - second).total() + (second - first).total()
        assert apart <= 0.01 * first.total(), (first - second, second - first)


def meaning(mention: object) -> tuple[object, ...]:
    """What a mention says, without where it stands and how its line was broken."""
    names = (
        *("type", "number", "year", "symbol", "code", "date", "issuer"),
        *("kind", "from_date", "to_date"),
        *("value", "denominator", "unit", "label", "scope", "period_from", "period_to", "approx", "status"),
    )
    return tuple(getattr(mention, name, None) for name in names)
