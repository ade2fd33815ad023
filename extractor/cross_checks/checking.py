"""Database → findings between its reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from extractor.checks.finding import Finding
from extractor.cross_checks import citations, figures
from extractor.cross_checks.archive import Archive, ArchiveRule
from extractor.store import Store

ARCHIVE_RULES: tuple[ArchiveRule, ...] = (*citations.RULES, *figures.RULES)

_CHECKS = (Path(__file__).parent, Path(__file__).parents[1] / "checks")


def cross_check(store: Store) -> None:
    """Compare the reports of a database and store what does not agree in its table `findings`.

    Does nothing when neither reports nor rules have changed since it was last done. Raises StoreError.
    """
    if not store.is_compared(_configuration()):
        store.put_comparison(list(compare(store)), _configuration())


def compare(store: Store) -> Iterator[Finding]:
    """What does not agree between the reports of a database, rule by rule."""
    with closing(Archive(store.database)) as archive:
        for rule in ARCHIVE_RULES:
            for spot in rule.search(archive):
                assert spot.document is not None, f"{rule.code} does not say in which report"
                yield rule.finding(spot, spot.document)


@cache
def _configuration() -> str:
    """Digest of the rules and their data: other rules may find other things in the same reports."""
    digest = hashlib.sha256()
    files = (path for folder in _CHECKS for path in folder.rglob("*") if path.suffix in (".py", ".toml"))
    for path in sorted(files):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
