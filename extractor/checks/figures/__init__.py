"""NUM: figures that do not add up, in prose and in tables."""

from extractor.checks.figures import (
    changes,
    growth,
    implied,
    parts,
    percentages,
    ratios,
    restated,
    shares,
    table_columns,
    table_sums,
)
from extractor.checks.figures.certainty import weighed
from extractor.checks.rule import ReportRule

RULES: tuple[ReportRule, ...] = tuple(
    weighed(rule)
    for rule in (
        *parts.RULES,
        *percentages.RULES,
        *shares.RULES,
        *ratios.RULES,
        *changes.RULES,
        *growth.RULES,
        *table_sums.RULES,
        *table_columns.RULES,
        *restated.RULES,
        *implied.RULES,
    )
)
