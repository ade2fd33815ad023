"""REF2xx: one document as different reports cite it."""

from extractor.cross_checks.archive import ArchiveRule
from extractor.cross_checks.citations.dates import dates_differ
from extractor.cross_checks.citations.issuers import issuers_differ
from extractor.cross_checks.citations.near_misses import near_misses
from extractor.cross_checks.citations.order import out_of_order
from extractor.cross_checks.citations.replaced import replaced
from extractor.cross_checks.citations.titles import titles_differ

RULES: tuple[ArchiveRule, ...] = (
    dates_differ,
    titles_differ,
    issuers_differ,
    out_of_order,
    near_misses,
    replaced,
)
