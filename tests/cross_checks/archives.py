"""Reports written as text in a test, stored together, and what the rules across reports find in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from extractor.checks import Finding
from extractor.cross_checks import cross_check
from extractor.store import Store, open_store
from tests.checks.reports import read_text

BETWEEN = "* * *\n"  # between the reports of an example


@contextmanager
def archive(texts: Sequence[str]) -> Iterator[tuple[Store, list[str]]]:
    """A database of the reports, compared with each other, and their ids in the order given."""
    with open_store() as store:
        ids = []
        for number, text in enumerate(texts):
            report, mentions = read_text(text)
            store.save(report, mentions, paths=[f"/{number}.md"])
            ids.append(report.id)
        store.settle()
        cross_check(store)
        yield store, ids


def findings(texts: Sequence[str], *codes: str) -> list[Finding]:
    """The findings of some rules (all, when none is named)."""
    with archive(texts) as (store, _):
        return [found for found in store.findings() if not codes or found.rule in codes]


def spots(texts: Sequence[str], *codes: str) -> list[tuple[int, str, str]]:
    """The same as number of the report, severity and underlined words, in the order of the reports."""
    with archive(texts) as (store, ids):
        found = [finding for finding in store.findings() if not codes or finding.rule in codes]
        texts_of = {document: store.load(document)[0].text for document in ids}
    told = [
        (ids.index(one.document), one.severity.value, texts_of[one.document][one.start : one.end])
        for one in found
    ]
    return sorted(told, key=lambda one: one[0])


def reports_of(example: str) -> list[str]:
    """The reports of an example on a page."""
    return example.split(BETWEEN)
