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


class Passages(StrEnum):
    """The kinds of passage that `search` can be held to."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    LETTERHEAD = "letterhead"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    CSV = "csv"
    HTML = "html"
