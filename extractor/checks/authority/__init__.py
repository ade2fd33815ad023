"""REF3: citations against a list of known documents."""

from extractor.checks.authority.known import known_by_number_and_date, known_date, known_issuer, known_type
from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = (known_by_number_and_date, known_date, known_issuer, known_type)
