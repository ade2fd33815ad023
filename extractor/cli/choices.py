"""What an option of a command can be."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What `show` can list."""

    CITATIONS = "citations"
    DATES = "dates"
    INDICATORS = "indicators"
    BLOCKS = "blocks"
    FACTS = "facts"
    FINDINGS = "findings"
    PROBLEMS = "problems"


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    CSV = "csv"
    HTML = "html"
