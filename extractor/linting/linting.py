"""Stored findings → what a person asked to see of them, report by report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from extractor.checks import Authority, Finding, check_with_registry
from extractor.linting.linted import LintedReport, Told
from extractor.linting.places import Placed, load_placed
from extractor.linting.settings import Settings
from extractor.settings import Severity
from extractor.store import Store

_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_REPORTS_AT_HAND = 64  # for findings that point into other reports

Load = Callable[[str], Placed]


def lint(
    store: Store,
    settings: Settings,
    documents: Iterable[str] | None = None,
    *,
    authority: Authority | None = None,
) -> Iterator[LintedReport]:
    """The findings of each report, of all by default, in the order of their paths; clean reports too.

    Citations are matched anew with the documents of `authority`, when it is given.
    """
    load = lru_cache(_REPORTS_AT_HAND)(lambda document: load_placed(store.database, document))
    for document in _all_documents(store) if documents is None else documents:
        findings: Iterable[Finding] = store.findings(document)
        if authority is not None:
            findings = check_with_registry(*store.load(document), findings, authority)
        yield _linted(load(document), findings, settings, load)


def _all_documents(store: Store) -> list[str]:
    return [row[0] for row in store.database.execute("select id from documents order by path, id")]


def _linted(report: Placed, findings: Iterable[Finding], settings: Settings, load: Load) -> LintedReport:
    wanted = [finding for finding in findings if settings.wants(finding.rule)]
    shown = [finding for finding in wanted if _RANKS[finding.severity] >= _RANKS[settings.severity]]
    told = tuple(_told(finding, report, settings, load) for finding in shown)
    return LintedReport(report.id, report.path, report.text, told, hidden=len(wanted) - len(shown))


def _told(finding: Finding, report: Placed, settings: Settings, load: Load) -> Told:
    place = report.place(finding.start, finding.end)
    related = tuple(
        (other, (report if other.document is None else load(other.document)).place(other.start, other.end))
        for other in finding.related
    )
    waivers = (one for one in settings.waivers if one.covers(report.path, finding.rule, place.raw))
    return Told(finding, place, related, next(waivers, None))
