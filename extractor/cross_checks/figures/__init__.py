"""NUM2xx: one figure as different reports state it."""

from extractor.cross_checks.archive import ArchiveRule
from extractor.cross_checks.figures.jumps import jumps
from extractor.cross_checks.figures.meanings import meanings
from extractor.cross_checks.figures.restated import restated
from extractor.cross_checks.figures.scales import scales

RULES: tuple[ArchiveRule, ...] = (restated, jumps, scales, meanings)
