"""A number that a scan was read for uncertainly makes a finding weigh less."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.checks.checked import CheckedReport
from extractor.checks.figures import RULES
from extractor.checks.finding import Severity
from extractor.checks.rule import apply
from tests.checks.reports import read_text

TEXT = "Đã giải quyết 52/56 đơn khiếu nại, đạt 99,2%."


@pytest.mark.parametrize(
    ("confidence", "severity"),
    [(None, Severity.ERROR), (0.97, Severity.ERROR), (0.7, Severity.WARNING)],
)
def test_an_uncertain_number_lowers_the_severity(confidence: float | None, severity: Severity) -> None:
    report, mentions = read_text(TEXT)
    blocks = tuple(
        replace(block, origins=tuple(replace(origin, confidence=confidence) for origin in block.origins))
        for block in report.blocks
    )
    found = list(apply(RULES, CheckedReport(replace(report, blocks=blocks), mentions)))
    assert [(one.rule, one.severity) for one in found] == [("NUM003", severity)]
