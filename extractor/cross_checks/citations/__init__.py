"""REF2xx: one document as different reports cite it."""

from extractor.cross_checks.archive import ArchiveRule

RULES: tuple[ArchiveRule, ...] = ()
