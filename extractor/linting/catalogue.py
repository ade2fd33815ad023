"""All rules in one list, with the pages that explain them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import extractor.checks
from extractor.checks import REPORT_RULES, Basis
from extractor.cross_checks import ARCHIVE_RULES
from extractor.settings import Language, Severity

_PAGES = Path(extractor.checks.__file__).parent / "pages"


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as its users know it; `across` says that it compares the reports of a database."""

    code: str
    name: str
    severity: Severity
    basis: Basis
    across: bool

    def page(self, language: Language = Language.ENGLISH) -> str:
        """What it finds, why, examples and what to do, in Markdown."""
        return (_PAGES / f"{self.code}.{language}.md").read_text("utf-8")


@cache
def catalogue() -> dict[str, Entry]:
    """Every rule by its code, in the order of the codes."""
    entries = [Entry(rule.code, rule.name, rule.severity, rule.basis, False) for rule in REPORT_RULES]
    entries += [Entry(rule.code, rule.name, rule.severity, rule.basis, True) for rule in ARCHIVE_RULES]
    return {entry.code: entry for entry in sorted(entries, key=lambda entry: entry.code)}


def codes_under(beginning: str) -> list[str]:
    """The codes that begin so.

    >>> "REF007" in codes_under("REF0")
    True
    """
    return [code for code in catalogue() if beginning and code.startswith(beginning)]
