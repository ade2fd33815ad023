"""REF3: citations against a list of known documents."""

from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = ()
