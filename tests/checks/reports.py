"""Reports written as text in a test, and what the rules find in them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from extractor.checks import Finding, check
from extractor.extraction import extract
from extractor.reading import read
from extractor.report import Report
from patterns.mentions import Mentions


def read_text(text: str, name: str = "report.md") -> tuple[Report, Mentions]:
    """The report that a file of this name and text gives, and its mentions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(text, "utf-8")
        report = read(path)
    return report, extract(report)


def findings(text: str, *codes: str, name: str = "report.md") -> list[Finding]:
    """The findings of some rules (all, when none is named) in a report."""
    found = check(*read_text(text, name))
    return [finding for finding in found if not codes or finding.rule in codes]


def spots(text: str, *codes: str, name: str = "report.md") -> list[tuple[str, str]]:
    """The same as code and underlined words."""
    report, mentions = read_text(text, name)
    return [
        (finding.rule, report.text[finding.start : finding.end])
        for finding in check(report, mentions)
        if not codes or finding.rule in codes
    ]
