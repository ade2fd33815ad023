"""Checks across the reports of a database: what one says of a document or a year, and others say otherwise.

Each family is a folder of rules, with their pages among those of the checks of one report. They ask SQLite for
what differs, and never hold more than those rows.
"""

from extractor.cross_checks.archive import Archive, ArchiveRule
from extractor.cross_checks.checking import ARCHIVE_RULES, cross_check

__all__ = ["ARCHIVE_RULES", "Archive", "ArchiveRule", "cross_check"]
