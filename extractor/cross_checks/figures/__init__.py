"""NUM2xx: one figure as different reports state it."""

from extractor.cross_checks.archive import ArchiveRule

RULES: tuple[ArchiveRule, ...] = ()
