"""REF: citations against the norms, against their own parts, and against each other in one report."""

from extractor.checks.citations.calendar import impossible_date
from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = (impossible_date,)
