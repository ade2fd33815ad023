"""NUM: figures that do not add up, in prose and in tables."""

from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = ()
