"""Report and mentions → findings."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.checks import agreement, citations, figures, structure
from extractor.checks import authority as known_documents
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Finding
from extractor.checks.registry import Authority
from extractor.checks.rule import ReportRule, apply
from extractor.report import Report
from patterns.mentions import Mentions

REPORT_RULES: tuple[ReportRule, ...] = (
    *citations.RULES,
    *agreement.RULES,
    *known_documents.RULES,
    *figures.RULES,
    *structure.RULES,
)
_REGISTRY_CODES = frozenset(rule.code for rule in known_documents.RULES)


def check(report: Report, mentions: Mentions, *, authority: Authority | None = None) -> tuple[Finding, ...]:
    """What does not agree in one report, in text order.

    Every rule runs; which findings a person wants to see is decided when they are shown. Citations are
    compared with the documents of `authority`, or with the built-in list of central ones.
    """
    found = apply(REPORT_RULES, CheckedReport(report, mentions, authority))
    return _in_text_order(found)


def check_with_registry(
    report: Report, mentions: Mentions, findings: Iterable[Finding], authority: Authority
) -> tuple[Finding, ...]:
    """The findings of a report with those that rest on a list of documents made anew from this list."""
    others = (finding for finding in findings if finding.rule not in _REGISTRY_CODES)
    anew = apply(known_documents.RULES, CheckedReport(report, mentions, authority))
    return _in_text_order((*others, *anew))


def _in_text_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule)))
