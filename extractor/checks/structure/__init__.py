"""STR: notes without marks, brackets without their partner, headings that skip, names nobody knows."""

from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = ()
