"""Report and mentions → findings."""

from __future__ import annotations

from extractor.checks import authority, citations, figures, structure
from extractor.checks.checked import CheckedReport
from extractor.checks.finding import Finding
from extractor.checks.rule import ReportRule, apply
from extractor.report import Report
from patterns.mentions import Mentions

REPORT_RULES: tuple[ReportRule, ...] = (
    *citations.RULES,
    *authority.RULES,
    *figures.RULES,
    *structure.RULES,
)


def check(report: Report, mentions: Mentions) -> tuple[Finding, ...]:
    """What does not agree in one report, in text order.

    Every rule runs; which findings a person wants to see is decided when they are shown.
    """
    found = apply(REPORT_RULES, CheckedReport(report, mentions))
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)))
